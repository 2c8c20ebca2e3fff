internal import PathAlgebra
internal import RiskAnalysis

/// The charts of what the scenario defines itself by quarter: a fan for a number, a line for the
/// probability of a condition.
struct OwnCharts {
  let answers: Answers
  private var context: ReportContext { answers.context }
  private var label: QuantityLabel { QuantityLabel(context: context) }
  private var horizon: ClosedRange<Int> { 1...max(1, context.quarters) }

  var all: [Chart] {
    var charts = answers.metrics.filter(\.quantity.isByQuarter).compactMap {
      $0.quantity.style == .condition ? probability($0) : fan($0)
    }
    // Letters of either case may name the same file.
    var taken: Set<String> = []
    for i in charts.indices {
      let base = "own-\(charts[i].name)"
      var name = base
      var next = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(base)-\(next)"
        next += 1
      }
      charts[i].name = name
    }
    return charts
  }

  private func fan(_ metric: QuantityStatistics) -> Chart? {
    let unit = label.unit(metric.quantity)
    return FanCharts(answers: answers).fanChart(
      Fan(metric, within: horizon, context: context), title: label.row(metric.quantity),
      series: label.name(metric.quantity), unit: unit, ink: .other,
      reading: "", level: nil)
  }

  private func probability(_ metric: QuantityStatistics) -> Chart? {
    let points = horizon.compactMap { t in metric.quarter(t)?.probability.map { (t, $0) } }
    guard let first = points.first?.0, let last = points.last?.0,
      let vertical = NumberAxis(covering: points.map { $0.1.value * 100 } + [100])
    else { return nil }
    let axis = QuarterAxis(first...last, context: context)
    return Chart(
      name: ChartWords.fileName(metric.name), title: label.name(metric.quantity),
      reading: "Probability by quarter, %.",
      description: "\(ProbabilitySection.cell(points[0].1)) % in \(context.calendar(first)), "
        + "\(ProbabilitySection.cell(points[points.count - 1].1)) % in \(context.calendar(last)).",
      horizontal: .quarters(axis), vertical: .numbers(vertical), verticalTitle: "%",
      layers: [
        .line(
          Chart.Line(
            series: "probability", ink: .other,
            points: points.map { (x: Double($0.0), y: $0.1.value * 100) }))
      ],
      table: TextTable(
        axis, columns: [TextTable.Column(title: "probability, %", alignment: .decimal)],
        cells: { t in [ProbabilitySection.cell(metric.quarter(t)?.probability)] }))
  }
}
