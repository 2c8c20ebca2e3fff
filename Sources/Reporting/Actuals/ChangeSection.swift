internal import RiskAnalysis

/// What changed against the view before, split among its causes; each column adds up to the last
/// digit. Held by `ChangeSectionTests`.
struct ChangeSection {
  let answers: Answers

  func lines(width: Int, palette: Palette) -> [String] {
    switch answers.change {
    case nil: return []
    case .failure(let error):
      return Paragraph.lines(
        "No split of the change: \(error).", width: width, indent: "  ", hanging: "  ")
    case .success(let change): return table(change, width: width, palette: palette)
    }
  }

  private func table(_ change: ChangeSplit, width: Int, palette: Palette) -> [String] {
    let measures = change.measures
    func row(_ name: String, _ ink: Palette.Ink?, _ units: (ChangeSplit.Measure) -> String)
      -> TextTable.Row
    {
      TextTable.Row(cells: [name] + measures.map(units), ink: ink)
    }
    var rows = [
      row("before", nil) { ChangeText.units($0.before, $0.statistic, trials: change.trials) }
    ]
    for cause in ChangeCause.allCases {
      rows.append(
        row(ActualsWording.name(cause), nil) {
          let share = $0.shares[cause.rawValue]
          return (share > 0 ? "+" : "")
            + ChangeText.units(share, $0.statistic, trials: change.trials)
        })
    }
    rows.append(
      row("now", .total) { ChangeText.units($0.after, $0.statistic, trials: change.trials) })
    let title = Paragraph.lines(
      "Change against \(EscapedText.of(change.earlier))", width: width, hanging: "  "
    ).map { palette($0, .title) }
    let columns = measures.map { measure in
      let head = ChangeText.head(measure.statistic, change)
      return TextTable.Column(
        title: head.unit, alignment: .right, group: head.name,
        importance: ChangeSection.importance(measure.statistic, among: measures))
    }
    let notes =
      "Means of \(NumberText.trials(change.trials)) of each of the sixteen mixtures of both views, "
      + "on the same draws; each cause has its mean effect over all orders. "
      + errors(change) + "The last digits are there to add up, not because they are known."
    return title
      + TextTable(
        title: "",
        columns: [TextTable.Column(title: "", alignment: .left)] + columns, rows: rows
      ).lines(width: width, palette: palette)
      + Paragraph.lines(notes, width: width, indent: "  ")
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

/// Numbers of a change in whole units.
enum ChangeText {
  static func head(
    _ statistic: ChangeSplit.Statistic, _ change: ChangeSplit
  ) -> (name: String, unit: String) {
    switch statistic {
    case .totalCapex(let currency): ("total capex", currency)
    case .spentByPlanEnd(let currency): ("spent by \(change.planEnd)", currency)
    case .reachedByPlanEnd:
      (
        "\(NumberText.short(change.total, most: 3))bn by \(change.planEnd)",
        isPercentage(change.trials) ? "% of trials" : "trials"
      )
    }
  }

  /// Whether three decimals of a percentage hold every number of trials.
  private static func isPercentage(_ trials: Int) -> Bool { 100_000 % trials == 0 }

  static func units(_ n: Int, _ statistic: ChangeSplit.Statistic, trials: Int) -> String {
    guard statistic == .reachedByPlanEnd, isPercentage(trials) else { return NumberText.whole(n) }
    return NumberText.fixed(Double(n * (100_000 / trials)) / 1000, decimals: 3)
  }
}
