internal import RiskAnalysis

/// The events: their probability with its interval, and by quarter at a few quarters.
struct ProbabilitySection {
  let answers: Answers
  private var context: ReportContext { answers.context }

  /// Once a trial.
  var table: TextTable {
    table(QuantityLabel.ordered(answers.probabilities), title: "Probabilities, %")
  }

  var quarterlyTable: TextTable {
    quarterlyTable(
      QuantityLabel.ordered(answers.quarterlyProbabilities), title: "Probability by quarter, %")
  }

  func table(_ statistics: [QuantityStatistics], title: String) -> TextTable {
    let label = QuantityLabel(context: context)
    let rows = statistics.compactMap {
      statistics -> TextTable.Row? in
      guard let probability = statistics.whole?.probability else { return nil }
      return TextTable.Row(
        cells: [label.name(statistics.quantity)] + ProbabilitySection.cells(probability))
    }
    return TextTable(
      title: "",
      columns: [
        TextTable.Column(
          title: title, alignment: .left, wrapsAt: 24),
        TextTable.Column(title: "", alignment: .decimal),
        TextTable.Column(title: "95 % interval"),
      ], rows: rows)
  }

  func quarterlyTable(_ statistics: [QuantityStatistics], title: String) -> TextTable {
    let label = QuantityLabel(context: context)
    let quarters = self.quarters
    var columns = [
      TextTable.Column(
        title: title, alignment: .left,
        wrapsAt: 24)
    ]
    // The first and the last stay longest; between them later ones go first.
    for (i, t) in quarters.enumerated() {
      let isEnd = i == 0 || i == quarters.count - 1
      columns.append(
        TextTable.Column(
          title: context.calendar(t).description, alignment: .decimal,
          importance: isEnd ? TextTable.Column.always : 100 - i))
    }
    let rows = statistics.map { statistics in
      TextTable.Row(
        cells: [label.name(statistics.quantity)]
          + quarters.map { ProbabilitySection.cell(statistics.quarter($0)?.probability) })
    }
    return TextTable(title: "", columns: columns, rows: rows)
  }

  /// The first quarter, the last of each calendar year in the plan, and the plan's last.
  var quarters: [Int] {
    let last = max(1, context.plan.quarters)
    return (1...last).filter { t in
      t == 1 || t == last || (context.calendar(t).number == 4 && t + 1 < last && t > 2)
    }
  }

  /// `84.12` and `84.05 – 84.19`; at 0 and 1, where no digit is in doubt, just that.
  static func cells(_ probability: Estimate) -> [String] {
    let half = (probability.halfWidth ?? .nan) * 100
    guard let interval = probability.interval,
      let decimals = SupportedDigits.decimals(halfWidth: half, most: NumberText.most)
    else { return [NumberText.none, ""] }
    let end = { (x: Double) in
      x == 0 ? "0" : x == 1 ? "100" : NumberText.fixed(x * 100, decimals: decimals)
    }
    return [cell(probability), "\(end(interval.low)) – \(end(interval.high))"]
  }

  static func cell(_ probability: Estimate?, most: Int = NumberText.most) -> String {
    guard let probability else { return NumberText.none }
    if probability.value == 0 || probability.value == 1 {
      return NumberText.fixed(probability.value * 100, decimals: 0)
    }
    return SupportedDigits.text(probability, most: most, scale: 100)
  }
}
