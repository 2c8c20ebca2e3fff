internal import CapexModel
internal import RiskAnalysis

/// What has happened, row by row, and the split of the change against the view before.
struct ActualsSheets {
  let answers: Answers

  /// Nil where nothing has happened.
  var actuals: Workbook.Sheet? {
    guard let known = answers.actuals?.known else { return nil }
    return Workbook.Sheet(
      name: "Actuals",
      columns: [
        Workbook.Column("period", width: 12), Workbook.Column("figure", width: 20),
        .number("value"), Workbook.Column("unit", width: 10),
        Workbook.Column("use", width: 60), Workbook.Column("file", width: 36),
        .number("line", width: 8),
      ],
      rows: known.tables.flatMap { table in
        table.rows.map { row in
          // Money in billions to the million; the rest as written.
          let unit = ActualsCSV.unit(row, context: answers.context)
          let decimals = unit.isEmpty ? NumberText.places(row.value) : 3
          return Workbook.Row(cells: [
            .text(row.period), .text(row.figure),
            .number(row.value, NumberFormat(decimals: decimals)), .text(unit),
            .text(ActualsWording.use(row.use)), .text(table.file), .whole(row.line),
          ])
        }
      }, frozenColumns: 2)
  }

  /// In whole units, so that each column adds up; nil where there is no view before.
  var change: Workbook.Sheet? {
    switch answers.change {
    case nil: return nil
    case .failure(let error):
      return Workbook.Sheet(
        name: "Change", columns: [Workbook.Column("no split", width: 100, wraps: true)],
        rows: [Workbook.Row(cells: [.text(error.description)])])
    case .success(let split):
      let heads = split.measures.map {
        Workbook.Column.number(
          "\(ActualsCSV.name($0.statistic)), \(ActualsCSV.unit($0.statistic))", width: 20)
      }
      let rows =
        [Workbook.Row(cells: [.text("before")] + split.measures.map { .whole($0.before) })]
        + ChangeCause.allCases.map { cause in
          Workbook.Row(
            cells: [.text(ActualsWording.name(cause))]
              + split.measures.map { .whole($0.shares[cause.rawValue]) })
        }
        + [
          Workbook.Row(cells: [.text("now")] + split.measures.map { .whole($0.after) }, ink: .total)
        ]
      return Workbook.Sheet(
        name: "Change", columns: [Workbook.Column("cause", width: 20)] + heads, rows: rows,
        frozenColumns: 1)
    }
  }
}
