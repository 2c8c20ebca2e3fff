internal import CapexModel
internal import PathAlgebra
internal import RiskAnalysis

/// A column of the schedule: its head, what stands in it at a quarter and in a fiscal year, and how
/// a chart draws it.
struct ScheduleColumn {
  let column: Workbook.Column
  let quarter: (Int) -> Workbook.Cell
  var year: (FiscalYearRows) -> Workbook.Cell = { _ in .empty }
  /// What the numbers are of; nil for what is not drawn.
  var subject: String?
  /// How its line is called, and how it looks.
  var line = (name: "", ink: Workbook.Series.Ink.other, weight: Workbook.Series.Weight.light)
}

/// The columns of the schedule, from whatever the run has.
struct ScheduleColumns {
  let answers: Answers
  private var context: ReportContext { answers.context }
  private var money: String { "\(QuantityLabel(context: context).currency) bn" }
  private static let amount = NumberFormat(decimals: 1)

  /// The names of quarters, in the first two columns.
  static let calendar = 1

  var all: [ScheduleColumn] {
    names + plan + remainder
      + fan("capex", "capex", unit: money, ink: .capex) { $0.capex }
      + fan("cloudRevenue", "cloud revenue", unit: money, ink: .revenue) { $0.cloudRevenue }
      + fan("capexToRevenue", "capex ÷ cloud revenue", unit: "ratio", ink: .capex) + odds
      + FanCharts(answers: answers).rates.flatMap {
        fan($0.name, "rate", unit: EscapedText.of($0.quantity.unit.description), ink: .other)
      } + fan("cumulativeCapex", "cumulative capex", unit: money, ink: .capex) + total
  }

  private var names: [ScheduleColumn] {
    let context = self.context
    return [
      ScheduleColumn(
        column: Workbook.Column("fiscal", width: 11),
        quarter: { .text(context.fiscal($0).description) }, year: { .text("FY\($0.year)") }),
      ScheduleColumn(
        column: Workbook.Column("calendar", width: 10),
        quarter: { .text(context.calendar($0).description) },
        year: { .text($0.isWhole ? "total" : "\($0.rows.count) of 4") }),
    ]
  }

  /// What was announced.
  private var plan: [ScheduleColumn] {
    let schedule = context.plan.schedule
    return [
      ScheduleColumn(
        column: .number("plan, \(money)"),
        quarter: {
          .number(schedule.indices.contains($0 - 1) ? schedule[$0 - 1] : nil, Self.amount)
        }, year: { .number($0.planned, Self.amount) }, subject: "plan",
        line: ("plan", .plan, .dashed))
    ]
  }

  /// What was spent, and how the rest is phased, where something has happened.
  private var remainder: [ScheduleColumn] {
    guard let phasing = context.known?.phasing else { return [] }
    let spent = 0..<phasing.spent.count
    return [("spent", spent), (phasing.rule.rawValue, spent.upperBound..<phasing.millions.count)]
      .map { head, places in
        ScheduleColumn(
          column: .number("\(head), \(money)", width: 13),
          quarter: {
            .number(
              places.contains($0 - 1) ? Double(phasing.millions[$0 - 1]) / 1000 : nil, Self.amount)
          })
      }
  }

  /// The same in every quarter, to be drawn.
  private var total: [ScheduleColumn] {
    let total = context.plan.total
    return [
      ScheduleColumn(
        column: .number("plan total, \(money)"),
        quarter: { _ in .number(total, Self.amount) }, subject: "total",
        line: ("plan", .plan, .dashed))
    ]
  }

  /// The probability that capex is above cloud revenue.
  private var odds: [ScheduleColumn] {
    guard let above = answers.quantity("capexAboveRevenue") else { return [] }
    return [
      ScheduleColumn(
        column: .number("P(capex > cloud revenue)", width: 13),
        quarter: { .number(above.quarter($0)?.probability?.value, .share) })
    ]
  }

  /// P5, P50 and P95 of a quantity by quarter; nothing where the run does not have it.
  private func fan(
    _ name: String, _ head: String, unit: String, ink: Workbook.Series.Ink,
    year: @escaping (FiscalYearRows) -> PeriodStatistics? = { _ in nil }
  ) -> [ScheduleColumn] {
    guard let statistics = answers.quantity(name), statistics.quantity.isByQuarter else {
      return []
    }
    let format = NumberFormat(
      ValueText(
        style: statistics.quantity.style,
        magnitude: ValueText.magnitude(of: statistics.periods.map { $0[.p95] }), context: context))
    return [Percentile.p5, .p50, .p95].map { percentile in
      let cell = { (period: PeriodStatistics?) -> Workbook.Cell in
        // A number whose error nobody knows is none.
        let estimate = period?[percentile].flatMap { $0.interval == nil ? nil : $0 }
        return .number(estimate?.value, format)
      }
      return ScheduleColumn(
        column: .number("\(head) \(percentile.name), \(unit)", width: 13),
        quarter: { cell(statistics.quarter($0)) }, year: { cell(year($0)) }, subject: name,
        line: ("\(head) \(percentile.name)", ink, percentile == .p50 ? .strong : .light))
    }
  }
}
