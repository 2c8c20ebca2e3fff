internal import PathAlgebra
internal import RiskAnalysis

/// The charts of quantities by quarter.
struct FanCharts {
  let answers: Answers
  private var context: ReportContext { answers.context }
  private var label: QuantityLabel { QuantityLabel(context: context) }
  private var money: String { "\(label.currency) bn" }
  private var planQuarters: ClosedRange<Int> { 1...max(1, context.plan.quarters) }
  private var horizon: ClosedRange<Int> { 1...max(1, context.quarters) }

  private func fan(_ name: String, _ quarters: ClosedRange<Int>) -> Fan? {
    Fan(
      answers.quantity(name), within: quarters, context: context,
      actual: answers.actuals?.series(name))
  }

  /// A shade over the quarters that have happened, where one of the fans knows any.
  func past(_ fans: [Fan?], on axis: QuarterAxis) -> [Chart.Layer] {
    guard let known = answers.actuals?.quarters, axis.quarters.contains(known),
      fans.contains(where: { $0?.actual.isEmpty == false })
    else { return [] }
    return [
      .past(
        Chart.Past(
          last: known,
          label: known < axis.last
            ? "simulated from \(context.calendar(known + 1))" : "all of it has happened"))
    ]
  }

  /// Capex against cloud revenue, with the schedule.
  var spending: Chart? {
    guard let capex = fan("capex", planQuarters) else { return nil }
    let revenue = fan("cloudRevenue", planQuarters)
    let schedule = context.plan.schedule
    let isKnown = !capex.actual.isEmpty
    let values = capex.all + (revenue?.all ?? []) + schedule
    guard let vertical = NumberAxis(covering: values) else { return nil }
    let axis = QuarterAxis(planQuarters, context: context)
    let plan = Chart.Line(
      series: "plan", ink: .plan, isDashed: true,
      points: schedule.enumerated().map { (x: Double($0 + 1), y: $1) }, label: ["plan"])
    let capexName = "capex"
    let revenueName = "cloud revenue"
    return Chart(
      name: "capex", title: revenue == nil ? "Capex by quarter" : "Capex and cloud revenue",
      reading: "\(money) a quarter." + (isKnown ? " \(ChartWords.dots)" : ""),
      key: ChartWords.fan,
      description: ([capex.description(capexName)]
        + (revenue.map { [$0.description(revenueName)] } ?? [])).joined(separator: "; ") + ".",
      horizontal: .quarters(axis), vertical: .numbers(vertical), verticalTitle: money,
      layers: past([capex, revenue], on: axis)
        + (revenue?.layers(revenueName, ink: .revenue) ?? []) + capex.layers(capexName, ink: .capex)
        + [.line(plan)],
      table: TextTable(
        axis,
        columns: [TextTable.Column(title: "plan", alignment: .decimal)]
          + capex.columns(group: capexName) + (revenue?.columns(group: revenueName) ?? []),
        cells: { t in
          [plannedCell(t)] + capex.cells(t) + (revenue?.cells(t) ?? [])
        }))
  }

  private func plannedCell(_ t: Int) -> String {
    ValueText(style: .amount, magnitude: context.plan.schedule[t - 1], context: context)
      .planned(context.plan.schedule[t - 1])
  }

  var capexToRevenue: Chart? {
    fanChart(
      fan("capexToRevenue", planQuarters), title: "Capex ÷ cloud revenue",
      series: "capex ÷ revenue", unit: "ratio", ink: .capex,
      reading: "Above one, a quarter's capex is more than all cloud revenue.",
      level: Chart.Level(y: 1, label: ["capex =", "revenue"]))
  }

  /// To two years after the plan, since what is late comes then.
  var lateQuarters: ClosedRange<Int> { 1...min(horizon.upperBound, planQuarters.upperBound + 8) }

  var cumulative: Chart? {
    fanChart(
      fan("cumulativeCapex", lateQuarters), title: "Cumulative capex", series: "spent", unit: money,
      ink: .capex, reading: "\(money) since \(context.calendar(1)).",
      level: Chart.Level(
        y: context.plan.total, label: ["plan", NumberText.short(context.plan.total, most: 3)]))
  }

  var freeCashFlow: Chart? {
    fanChart(
      fan("freeCashFlow", horizon), title: "Free cash flow of the cloud business",
      series: "free cash flow", unit: money, ink: .revenue,
      reading: "\(money) a quarter: EBITDA after tax less all spending.", level: nil)
  }

  var rates: [QuantityStatistics] {
    answers.quantities.filter {
      $0.quantity.role == .model && $0.name.hasPrefix("fx.") && $0.quantity.isByQuarter
    }
  }

  var exchangeRates: [Chart] {
    rates.compactMap { rate in
      let unit = EscapedText.of(rate.quantity.unit.description)
      return fanChart(
        fan(rate.name, horizon), title: "Exchange rate, \(unit)",
        series: unit, unit: unit, ink: .other, reading: "", level: nil, isAmount: false)
    }
  }

  /// One fan, named after its quantity.
  func fanChart(
    _ fan: Fan?, title: String, series: String, unit: String, ink: Chart.Ink, reading: String,
    level: Chart.Level?, isAmount: Bool = true
  ) -> Chart? {
    guard let fan,
      let vertical = NumberAxis(
        covering: fan.all + (level.map { [$0.y] } ?? []), includesZero: isAmount)
    else { return nil }
    let axis = QuarterAxis(fan.quarters, context: context)
    return Chart(
      name: ChartWords.fileName(fan.statistics.name), title: title,
      reading: reading, key: ChartWords.fan, description: fan.description(series) + ".",
      horizontal: .quarters(axis), vertical: .numbers(vertical), verticalTitle: unit,
      layers: past([fan], on: axis) + (level.map { [.level($0)] } ?? [])
        + fan.layers(series, ink: ink, isLabelled: false),
      table: TextTable(axis, columns: fan.columns(group: nil), cells: fan.cells))
  }
}
