internal import RiskAnalysis

/// What changed against the view before, split among its causes; each column adds up to the last
/// digit. Held by `ChangeSectionTests`.
struct ChangeSection {
  let answers: Answers

  func lines(width: Int, palette: Palette) -> [String] {
    switch answers.change {
    case nil: return []
    case .failure:
      return Paragraph.lines(lack ?? "", width: width, indent: "  ", hanging: "  ")
    case .success(let change):
      let title = Paragraph.lines(title(change), width: width, hanging: "  ").map {
        palette($0, .title)
      }
      return title + table(change).lines(width: width, palette: palette)
        + Paragraph.lines(
          "\(summary(change)) \(notes(change))", width: width, indent: "  ")
    }
  }

  /// Why there is no split, where one could be expected.
  var lack: String? {
    guard case .failure(let error)? = answers.change else { return nil }
    return "No split of the change: \(error)."
  }

  func title(_ change: ChangeSplit) -> String {
    "Change against \(EscapedText.of(change.earlier))"
  }

  /// The first amount and the probability, each with its causes.
  func summary(_ change: ChangeSplit) -> String {
    let shown =
      change.measures.prefix(1)
      + change.measures.dropFirst().filter {
        $0.statistic == .reachedByPlanEnd
      }
    let text = shown.map { ChangeText($0, of: change).sentence }.joined(separator: "; ")
    return text.isEmpty ? "" : text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  func notes(_ change: ChangeSplit) -> String {
    "Means of \(NumberText.trials(change.trials)) of each of the sixteen mixtures of both views, "
      + "on the same draws; each cause has its mean effect over all orders. "
      + errors(change) + "The last digits are there to add up, not because they are known."
  }

  func table(_ change: ChangeSplit) -> TextTable {
    let measures = change.measures
    let texts = measures.map { ChangeText($0, of: change).exact }
    let names = ["before"] + ChangeCause.allCases.map(ActualsWording.name) + ["now"]
    let columns = measures.map { measure in
      let head = ChangeText.head(measure.statistic, change)
      return TextTable.Column(
        title: head.unit, alignment: .right, group: head.name,
        importance: ChangeSection.importance(measure.statistic, among: measures))
    }
    return TextTable(
      title: "",
      columns: [TextTable.Column(title: "", alignment: .left)] + columns,
      rows: names.enumerated().map { i, name in
        TextTable.Row(
          cells: [name] + texts.map { $0[i] }, ink: i == names.count - 1 ? .total : nil)
      })
  }

  /// The first amount and the probability stay on narrow pages.
  private static func importance(
    _ statistic: ChangeSplit.Statistic, among measures: [ChangeSplit.Measure]
  ) -> Int {
    if statistic == measures.first?.statistic { return TextTable.Column.always }
    switch statistic {
    case .totalCapex: return 10
    case .spentByPlanEnd: return 20
    case .reachedByPlanEnd: return TextTable.Column.always
    }
  }

  /// How well the first amount is known.
  private func errors(_ change: ChangeSplit) -> String {
    guard let first = change.measures.first, let error = first.error, error > 0 else { return "" }
    return "The first mean now is known to ± \(NumberText.fixed(error / 1e9, decimals: 2))bn. "
  }
}
