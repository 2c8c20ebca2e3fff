internal import RiskAnalysis

/// The plan by quarter beside what it meets, to two years after its end, then by fiscal year; and
/// the charts over it.
struct ScheduleSheet {
  private let context: ReportContext
  private let columns: [ScheduleColumn]
  private let quarters: ClosedRange<Int>
  private let years: [FiscalYearRows]

  static let name = "Schedule"

  init(_ answers: Answers) {
    context = answers.context
    columns = ScheduleColumns(answers: answers).all
    quarters = FanCharts(answers: answers).lateQuarters
    years = answers.schedule
  }

  var sheet: Workbook.Sheet {
    let byQuarter = quarters.map { t in
      Workbook.Row(cells: columns.map { $0.quarter(t) })
    }
    let byYear = years.map { year in
      Workbook.Row(cells: columns.map { $0.year(year) }, ink: .total)
    }
    return Workbook.Sheet(
      name: ScheduleSheet.name, columns: columns.map(\.column),
      rows: byQuarter + [Workbook.Row(cells: [])] + byYear, frozenColumns: 2,
      isList: false)
  }

  /// What the run does not have is not drawn.
  var charts: [Workbook.Chart] {
    let money = "\(QuantityLabel(context: context).currency) bn"
    let plan = 0..<min(context.plan.quarters, quarters.count)
    return [
      chart(
        "Capex and cloud revenue, \(money) a quarter", ["capex", "cloudRevenue", "plan"],
        rows: plan),
      chart("Capex ÷ cloud revenue, by quarter", ["capexToRevenue"], rows: plan, decimals: 1),
      chart(
        "Cumulative capex, \(money)", ["cumulativeCapex", "total"], rows: 0..<quarters.count),
    ].compactMap { $0 }
  }

  /// Nil where the run does not have the first of the subjects.
  private func chart(
    _ title: String, _ subjects: [String], rows: Range<Int>, decimals: Int = 0
  ) -> Workbook.Chart? {
    let series = subjects.flatMap { subject in
      columns.enumerated().filter { $1.subject == subject }.map { place, column in
        Workbook.Series(
          name: column.line.name, column: place, ink: column.line.ink, weight: column.line.weight)
      }
    }
    guard columns.contains(where: { $0.subject == subjects.first }), !rows.isEmpty else {
      return nil
    }
    return Workbook.Chart(
      title: CellText(title), sheet: ScheduleSheet.name, categories: ScheduleColumns.calendar,
      rows: rows, series: series, format: NumberFormat(decimals: decimals))
  }
}
