/// The figures that scenarios start from, and where their sources disagree, as text.
public struct FactsReport: Sendable {
  /// A figure as a source gives it, or a disagreement between figures.
  public struct Fact: Sendable {
    public var id: String
    public var period: String
    public var item: String
    /// As written, with its unit; empty where the fact is not a number.
    public var value: String
    public var meaning: String
    public var source: String

    public init(
      id: String, period: String, item: String, value: String, meaning: String, source: String
    ) {
      self.id = id
      self.period = period
      self.item = item
      self.value = value
      self.meaning = meaning
      self.source = source
    }
  }

  let figures: [Fact]
  let conflicts: [Fact]
  let width: Int
  let palette: Palette

  public init(figures: [Fact], conflicts: [Fact], width: Int?, palette: Palette) {
    self.figures = figures
    self.conflicts = conflicts
    self.width = ReportWidth.used(width)
    self.palette = palette
  }

  public var text: String { ReportWidth.joined([table, disagreements, sources]) }

  /// Where items wrap.
  private static let itemWidth = 34
  /// Sources of fewer columns do not tell one from another.
  private static let sourceWidths = 16...54

  private var table: [String] {
    let shown = figures.filter { !$0.value.isEmpty }
    let room = sourceRoom(shown)
    let columns = [
      TextTable.Column(title: "item", alignment: .left, wrapsAt: FactsReport.itemWidth),
      TextTable.Column(title: "value"),
      TextTable.Column(title: "period", alignment: .left),
      TextTable.Column(title: "source", alignment: .left, importance: 20),
      TextTable.Column(title: "row of seeds/articles.csv", alignment: .left, importance: 10),
    ]
    let rows = shown.map { fact in
      let cells = [fact.item, fact.value, fact.period].map(EscapedText.of)
      let source = EscapedText.of(FactsReport.short(fact.source)).cut(to: room)
      return TextTable.Row(cells: cells + [source, EscapedText.of(fact.id)], ink: nil)
    }
    return TextTable(title: "Figures of the articles", columns: columns, rows: rows)
      .lines(width: width, palette: palette)
  }

  /// A source without its language and day.
  private static func short(_ source: String) -> String {
    source.split(separator: ";", maxSplits: 1).first.map(String.init) ?? ""
  }

  /// What the columns before it leave to the source, two columns being between each.
  private func sourceRoom(_ shown: [Fact]) -> Int {
    func widest(_ cells: [String]) -> Int {
      cells.map { DisplayWidth.of(EscapedText.of($0)) }.max() ?? 0
    }
    let items = min(FactsReport.itemWidth, widest(shown.map(\.item)))
    let used = items + widest(shown.map(\.value)) + widest(shown.map(\.period)) + 3 * 2
    let range = FactsReport.sourceWidths
    return min(range.upperBound, max(range.lowerBound, width - used))
  }

  private var disagreements: [String] {
    guard !conflicts.isEmpty else { return [] }
    return ["Where sources disagree, and what is used"]
      + conflicts.flatMap { fact in
        Paragraph.lines(
          EscapedText.whole(FactsReport.sentence(fact)), width: width,
          indent: "  ", hanging: "    ")
      }
  }

  private static func sentence(_ fact: Fact) -> String {
    let text = "\(fact.item), \(fact.period): \(fact.meaning)"
    return text.last == "." ? text : text + "."
  }

  private var sources: [String] {
    var seen: [String] = []
    for fact in figures where !seen.contains(fact.source) { seen.append(fact.source) }
    return ["Sources"]
      + seen.flatMap {
        Paragraph.lines(EscapedText.whole($0), width: width, indent: "  ", hanging: "    ")
      }
  }
}
