public import RiskAnalysis

/// A run as a workbook, from the same values as the CSV, the JSON and the page.
///
/// Sheets: the answer with its certificate, charts, the schedule, quantiles by quarter, numbers once
/// a trial, probabilities, assumptions with their sources, warnings; and what has happened and what
/// was asked for with a tolerance, where there is such. Held by `RunWorkbookTests`, and in other
/// programs by `Scripts/check-tables`.
public struct RunWorkbook: Sendable {
  package let workbook: Workbook

  /// - Parameters:
  ///   - digest: SHA-256 of the assumptions.
  ///   - command: the arguments that give this workbook again, without the program's name.
  public init(
    _ answers: Answers, assumptions: [AssumptionRow], digest: String, command: [String]
  ) {
    let schedule = ScheduleSheet(answers)
    let statistics = StatisticSheets(answers: answers)
    let actuals = ActualsSheets(answers: answers)
    let remarks = RemarkSheets(answers: answers)
    let charts = Workbook.Sheet(name: "Charts", columns: [], rows: [], charts: schedule.charts)
    let sheets: [(sheet: Workbook.Sheet?, holds: String)] = [
      (charts.charts.isEmpty ? nil : charts, "the schedule drawn: medians, with P5 and P95"),
      (schedule.sheet, "the plan by quarter and fiscal year, beside what it meets"),
      (actuals.actuals, "figures that have happened, and what became of each"),
      (actuals.change, "what changed against the view before, split among its causes"),
      (statistics.quarters, "every number by quarter, with its interval"),
      (statistics.metrics, "every number that is one a trial, with its interval"),
      (statistics.probabilities, "conditions, once a trial and by quarter"),
      (remarks.precision, "what was asked for with a tolerance"),
      (
        AssumptionSheet(rows: assumptions, overrides: answers.context.overrides).sheet,
        "every assumption, with its source"
      ),
      (remarks.warnings, "what to know before using the numbers"),
    ]
    let filled = sheets.compactMap { entry in entry.sheet.map { (sheet: $0, holds: entry.holds) } }
    let summary = SummarySheet(
      answers: answers, digest: digest, command: command,
      contents: filled.map { ($0.sheet.name, $0.holds) })
    workbook = Workbook(
      title: CellText(EscapedText.of(answers.context.scenario)),
      sheets: [summary.sheet] + filled.map(\.sheet))
  }

  /// What a sheet holds at most, its heads among them.
  public static let mostRows = 1_048_576
}
