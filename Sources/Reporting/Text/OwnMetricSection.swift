internal import PathAlgebra
internal import RiskAnalysis

/// The metrics that the scenario defines itself: numbers and conditions, once a trial and by
/// quarter. Held by `OwnMetricSectionTests`.
struct OwnMetricSection {
  let answers: Answers

  func sections(width: Int, palette: Palette) -> [[String]] {
    tables.map { $0.lines(width: width, palette: palette) }
  }

  var tables: [TextTable] {
    let conditions = answers.metrics.filter { $0.quantity.style == .condition }
    let probabilities = ProbabilitySection(answers: answers)
    return [
      numbers,
      probabilities.table(
        conditions.filter { !$0.quantity.isByQuarter }, title: "Own metrics, probability, %"),
      probabilities.quarterlyTable(
        conditions.filter(\.quantity.isByQuarter), title: "Own metrics, probability, %"),
    ]
  }

  /// Numbers by quarter are shown at the quarters at which probabilities are.
  private var numbers: TextTable {
    let section = DistributionSection(answers: answers)
    let label = QuantityLabel(context: answers.context)
    let quarters = ProbabilitySection(answers: answers).quarters
    let shown = answers.metrics.filter { $0.quantity.style != .condition }
    let rows = shown.flatMap { statistics -> [TextTable.Row] in
      let quantity = statistics.quantity
      if let whole = statistics.whole {
        return [section.row(label.row(quantity), whole, quantity.style)]
      }
      return quarters.compactMap { t in
        statistics.quarter(t).map {
          section.row(
            "\(label.row(quantity)), \(answers.context.calendar(t))", $0, quantity.style)
        }
      }
    }
    return section.table("Own metrics", rows)
  }
}
