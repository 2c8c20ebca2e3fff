internal import RiskAnalysis

/// What to know before using the numbers, and how precisely those were found of which that was asked.
struct RemarkSheets {
  let answers: Answers
  private var context: ReportContext { answers.context }

  var warnings: Workbook.Sheet {
    let rows = answers.warnings.map { warning in
      Workbook.Row(cells: [
        .text(WarningSection.kind(warning)),
        .text(WarningSection.sentence(warning, name: { EscapedText.of($0) }, context: context)),
      ])
    }
    return Workbook.Sheet(
      name: "Warnings",
      columns: [
        Workbook.Column("kind", width: 20), Workbook.Column("warning", width: 120, wraps: true),
      ],
      rows: rows.isEmpty ? [Workbook.Row(cells: [.text("none")])] : rows)
  }

  /// Nil where nothing was asked for with a tolerance.
  var precision: Workbook.Sheet? {
    guard !answers.precision.isEmpty else { return nil }
    return Workbook.Sheet(
      name: "Precision",
      columns: [
        Workbook.Column("statistic", width: 36), Workbook.Column("period", width: 10),
        Workbook.Column("unit", width: 10), Workbook.Column("within", width: 18),
        .number("value"), .number("low"), .number("high"), Workbook.Column("reached"),
        .number("trials needed", width: 14),
      ], rows: answers.precision.map(row), frozenColumns: 1)
  }

  private func row(_ answer: PrecisionAnswer) -> Workbook.Row {
    let isQuarter = answer.quantity.style == .quarter
    let row = StatisticRow(answer, isQuarter: isQuarter)
    let style = ValueText(
      style: answer.quantity.style, magnitude: row.value?.magnitude ?? 0, context: context)
    let number = { (x: Double?) -> Workbook.Cell in
      isQuarter
        ? .text(PeriodText.quarter(x, context: context) ?? "")
        : .number(x, NumberFormat(style).finer)
    }
    return Workbook.Row(cells: [
      .text(row.name), .text(answer.t.map { context.calendar($0).description } ?? ""),
      .text(answer.quantity.unit.description), .text(answer.target.toleranceText),
      number(row.value), number(row.low), number(row.high),
      .text(answer.isMet ? "reached" : "not reached"),
      answer.trialsNeeded.map { .whole($0) } ?? .empty,
    ])
  }
}
