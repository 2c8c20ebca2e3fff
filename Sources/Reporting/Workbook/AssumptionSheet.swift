internal import RiskAnalysis

/// Every assumption with its source; values that are one number are numbers.
struct AssumptionSheet {
  let rows: [AssumptionRow]
  let overrides: [ReportContext.Override]

  var sheet: Workbook.Sheet {
    Workbook.Sheet(
      name: "Assumptions",
      columns: [
        Workbook.Column("assumption", width: 32), Workbook.Column("value", width: 22, wraps: true),
        Workbook.Column("unit", width: 12), Workbook.Column("source", width: 36, wraps: true),
        Workbook.Column("what it is", width: 60, wraps: true),
        Workbook.Column("note", width: 60, wraps: true),
      ],
      rows: rows.map { row in
        Workbook.Row(
          cells: [.text(row.path)] + value(row)
            + [.text(row.origin(overrides)), .text(row.meaning), .text(row.note ?? "")])
      }, frozenColumns: 1)
  }

  /// The value and its unit.
  private func value(_ row: AssumptionRow) -> [Workbook.Cell] {
    guard let number = row.number else { return [.text(row.value), .empty] }
    let shown = number.isPercentage ? number.value * 100 : number.value
    let decimals = min(12, max(NumberText.places(shown, most: 12), number.isPercentage ? 1 : 0))
    return [
      .number(
        number.value, NumberFormat(decimals: decimals, isPercentage: number.isPercentage)),
      .text(number.unit),
    ]
  }
}
