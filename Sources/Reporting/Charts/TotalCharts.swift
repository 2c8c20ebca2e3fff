internal import PathAlgebra
internal import RiskAnalysis

/// The distribution of total capex, in each currency that the run has: the shares by bin, and how
/// likely each total is to be exceeded.
struct TotalCharts {
  let answers: Answers
  private var context: ReportContext { answers.context }

  var all: [Chart] {
    answers.totals.flatMap { [histogram($0), exceedance($0)].compactMap { $0 } }
  }

  private func unit(_ total: TotalDistribution) -> String {
    EscapedText.of(total.quantity.unit.description)
  }

  private var mode: String { context.totalMode }

  /// The same for both charts of a total, so that they can be compared.
  private func axis(_ total: TotalDistribution) -> NumberAxis? {
    let histogram = total.histogram
    return NumberAxis(
      covering: [histogram.edge(0), histogram.edge(histogram.shares.count)]
        + marks(total).map(\.x), includesZero: false)
  }

  private func histogram(_ total: TotalDistribution) -> Chart? {
    let histogram = total.histogram
    let shares = histogram.shares.map { $0 * 100 }
    guard !total.exceedance.isEmpty, let horizontal = axis(total),
      let vertical = NumberAxis(covering: shares)
    else { return nil }
    let bins = HistogramBins(histogram, total: total.quantity.name, answers: answers)
    let tails = bins.tails.filter { $0.share > 0 && $0.text != "0" }.map {
      "\($0.text) % \($0.label)"
    }
    return Chart(
      name: total.quantity.name, title: "Total capex, \(unit(total)) (\(mode))",
      reading: "Share of trials in each bin of \(NumberText.short(histogram.width)), %"
        + (tails.isEmpty ? "." : "; not drawn: \(tails.joined(separator: ", "))."),
      description:
        "The fullest bin, \(bins.fullest?.label ?? ""), has \(bins.fullest?.text ?? "") %.",
      horizontal: .numbers(horizontal), horizontalTitle: unit(total), vertical: .numbers(vertical),
      verticalTitle: "%",
      layers: [
        .bars(
          Chart.Bars(
            series: "share", ink: .capex,
            bins: shares.enumerated().map { i, share in
              .init(low: histogram.edge(i), high: histogram.edge(i + 1), value: share)
            }))
      ] + marks(total).map { .mark($0) },
      table: TextTable(
        title: "",
        columns: [
          TextTable.Column(title: "total capex, \(unit(total))", alignment: .left),
          TextTable.Column(title: "share, %", alignment: .decimal),
        ], rows: bins.all.map { TextTable.Row(cells: [$0.label, $0.text]) }),
      isHalf: true)
  }

  private func exceedance(_ total: TotalDistribution) -> Chart? {
    guard total.exceedance.count > 1, let horizontal = axis(total),
      let vertical = NumberAxis(covering: [0, 100])
    else { return nil }
    let within = total.exceedance.filter {
      (horizontal.low...horizontal.high).contains($0.value.value)
    }
    let line = Chart.Line(
      series: "probability of more", ink: .capex,
      points: within.map { (x: $0.value.value, y: $0.probability * 100) })
    let style = ValueText(
      style: total.quantity.style, magnitude: horizontal.high, context: context)
    let rows = total.exceedance.filter { point in
      [1, 5, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 95, 99].contains {
        abs(point.probability * 100 - $0) < 0.01
      }
    }
    return Chart(
      name: "\(total.quantity.name)-exceedance",
      title: "Chance of spending more, \(unit(total))",
      reading: "Probability, %, that total capex is above the amount.",
      description: rows.filter { abs($0.probability - 0.1) < 1e-6 }.map {
        "Nine trials of ten spend at most \(style.quantile($0.value))."
      }.joined(),
      horizontal: .numbers(horizontal), horizontalTitle: unit(total), vertical: .numbers(vertical),
      verticalTitle: "%", layers: [.line(line)] + marks(total).map { .mark($0) },
      table: TextTable(
        title: "",
        columns: [
          TextTable.Column(title: "probability of more, %", alignment: .left),
          TextTable.Column(title: "total capex, \(unit(total))", alignment: .decimal),
        ],
        rows: rows.map {
          TextTable.Row(cells: [
            NumberText.fixed($0.probability * 100, decimals: 0), style.quantile($0.value),
          ])
        }), isHalf: true)
  }

  /// Percentiles, and the plan's total in its own currency.
  private func marks(_ total: TotalDistribution) -> [Chart.Mark] {
    let whole = answers.quantity(total.quantity.name)?.whole
    let style = ValueText(
      style: total.quantity.style, magnitude: ValueText.magnitude(of: whole?.quantiles ?? []),
      context: context)
    let percentiles = [Percentile.p5, .p50, .p95].compactMap { percentile -> Chart.Mark? in
      guard let estimate = whole?[percentile], estimate.interval != nil, estimate.value.isFinite
      else { return nil }
      return Chart.Mark(
        x: estimate.value, label: "\(percentile.name) \(style.quantile(estimate))")
    }
    guard total.quantity.name == "totalCapex" else { return percentiles }
    let plan = context.plan.total
    return percentiles + [
      Chart.Mark(x: plan, label: "plan \(NumberText.short(plan, most: 3))")
    ]
  }
}
