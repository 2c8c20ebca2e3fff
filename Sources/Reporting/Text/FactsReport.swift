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

  private var table: [String] {
    var columns = [
      TextTable.Column(title: "item", alignment: .left, wrapsAt: 34),
      TextTable.Column(title: "value"),
      TextTable.Column(title: "period", alignment: .left),
      TextTable.Column(title: "row of seeds/articles.csv", alignment: .left, importance: 10),
    ]
    columns[1].alignment = .right
    let rows = figures.filter { !$0.value.isEmpty }.map { fact in
      TextTable.Row(
        cells: [fact.item, fact.value, fact.period, fact.id].map(EscapedText.of), ink: nil)
    }
    return TextTable(title: "Figures of the articles", columns: columns, rows: rows)
      .lines(width: width, palette: palette)
  }

  private var disagreements: [String] {
    guard !conflicts.isEmpty else { return [] }
    return ["Where sources disagree, and what is used"]
      + conflicts.flatMap { fact in
        Paragraph.lines(
          EscapedText.of("\(fact.item), \(fact.period): \(fact.meaning)."), width: width,
          indent: "  ", hanging: "    ")
      }
  }

  private var sources: [String] {
    var seen: [String] = []
    for fact in figures where !seen.contains(fact.source) { seen.append(fact.source) }
    return ["Sources"]
      + seen.flatMap {
        Paragraph.lines(EscapedText.of($0), width: width, indent: "  ", hanging: "    ")
      }
  }
}
