internal import RiskAnalysis

/// Capex and cloud revenue from the first quarter that a table of the scenario holds, with what is
/// simulated to the plan's end.
struct HistoryChart {
  let answers: Answers
  private var context: ReportContext { answers.context }

  /// Fewer quarters before the start are no history.
  private static let least = 4

  /// Nil where no table reaches back before the start.
  var chart: Chart? {
    guard let actuals = answers.actuals, let capex = actuals.series("capex"),
      let first = capex.points.first?.t, first <= 1 - HistoryChart.least
    else { return nil }
    let revenue = actuals.series("cloudRevenue")
    let axis = QuarterAxis(
      min(first, revenue?.points.first?.t ?? first)...max(1, context.plan.quarters),
      context: context)
    let fans = [("cloudRevenue", "cloud revenue", Chart.Ink.revenue), ("capex", "capex", .capex)]
      .compactMap { name, series, ink in
        Fan(
          answers.quantity(name), within: 1...axis.last, context: context,
          actual: actuals.series(name)
        ).map { (fan: $0, series: series, ink: ink) }
      }
    let shown = [revenue, capex].compactMap { $0 }.map { series in
      series.points.filter { $0.t <= axis.last }
    }
    guard
      let vertical = NumberAxis(
        covering: fans.flatMap(\.fan.all) + shown.joined().map(\.value))
    else { return nil }
    let before = [(revenue, Chart.Ink.revenue), (capex, .capex)].map { series, ink in
      Chart.Layer.dots(
        Chart.Dots(
          series: series?.quantity ?? "", ink: ink,
          points: (series?.points ?? []).filter { $0.t <= axis.last }.map {
            (x: Double($0.t), y: $0.value)
          }))
    }
    let money = "\(QuantityLabel(context: context).currency) bn"
    return Chart(
      name: "history",
      title: "Capex\(revenue == nil ? "" : " and cloud revenue") since "
        + "\(context.calendar(axis.first).year)",
      reading: "\(money) a quarter. \(ChartWords.dots)", key: ChartWords.fan,
      description: capex.points.last.map {
        "The last capex that has happened is \(NumberText.short($0.value, most: 1)) in "
          + "\(context.calendar($0.t)); the first is "
          + "\(NumberText.short(capex.points[0].value, most: 1)) in \(context.calendar(first))."
      } ?? "",
      horizontal: .quarters(axis), vertical: .numbers(vertical), verticalTitle: money,
      layers: FanCharts(answers: answers).past(fans.map(\.fan), on: axis)
        + fans.flatMap { fan in
          fan.fan.layers(fan.series, ink: fan.ink).filter { !$0.isDots }
        } + before,
      table: table(capex, revenue, axis))
  }

  private func table(
    _ capex: ActualSeries, _ revenue: ActualSeries?, _ axis: QuarterAxis
  ) -> TextTable {
    let last =
      [capex.points.last?.t, revenue?.points.last?.t].compactMap { $0 }.max() ?? axis.first
    let cell = { (series: ActualSeries?, t: Int) in
      series?.points.first { $0.t == t }.map { NumberText.fixed($0.value, decimals: 3) } ?? ""
    }
    return TextTable(
      QuarterAxis(axis.first...max(axis.first, last), context: context),
      columns: (["capex"] + (revenue == nil ? [] : ["cloud revenue"])).map {
        TextTable.Column(title: $0, alignment: .decimal)
      },
      cells: { t in [cell(capex, t)] + (revenue == nil ? [] : [cell(revenue, t)]) })
  }
}

extension Chart.Layer {
  fileprivate var isDots: Bool { if case .dots = self { true } else { false } }
}
