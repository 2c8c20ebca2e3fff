internal import CapexModel
internal import RiskAnalysis

/// What has happened and what changed, as rows of the CSV: `quantity,unit,period,fiscal,statistic,value,low,high,label`.
struct ActualsCSV {
  let answers: Answers
  private var context: ReportContext { answers.context }

  var rows: [String] {
    guard let actuals = answers.actuals else { return [] }
    return actuals.known.tables.flatMap { table in
      table.rows.map { row($0, of: table.file) }
    }
      + (actuals.known.phasing.map(phasing) ?? []) + changes
  }

  private func cells(_ cells: [String]) -> String {
    cells.map(CSVText.text).joined(separator: ",")
  }

  private func row(_ row: KnownRow, of file: String) -> String {
    let quarter = Quarter(row.period)
    let fiscal = quarter.map { FiscalQuarter($0, yearEnd: context.fiscalYearEnd).description }
    return cells([
      "actual", ActualsCSV.unit(row, context: context), row.period, fiscal ?? "", row.figure,
    ])
      + ",\(CSVText.number(row.value)),,,"
      + CSVText.text("\(file):\(row.line): \(ActualsWording.use(row.use))")
  }

  private func phasing(_ phasing: Phasing) -> [String] {
    phasing.millions.enumerated().map { place, millions in
      let isSpent = place < phasing.spent.count
      return cells([
        "phasing", "\(context.currency) bn", context.calendar(place + 1).description,
        context.fiscal(place + 1).description, isSpent ? "spent" : phasing.rule.rawValue,
      ]) + ",\(CSVText.number(Double(millions) / 1000)),,,"
    }
  }

  private var changes: [String] {
    guard case .success(let split)? = answers.change else { return [] }
    return split.measures.flatMap { measure in
      let name = ActualsCSV.name(measure.statistic)
      let shares = ChangeCause.allCases.map {
        (ActualsCSV.name($0), measure.shares[$0.rawValue])
      }
      return ([("before", measure.before)] + shares + [("now", measure.after)]).map {
        cells(["change", ActualsCSV.unit(measure.statistic), "", "", "\(name) \($0)"])
          + ",\($1),,,"
      }
    }
  }

  /// Of a figure that has happened; empty for a rate.
  static func unit(_ row: KnownRow, context: ReportContext) -> String {
    ActualsTable.Item(rawValue: row.figure) == nil ? "" : "\(context.currency) bn"
  }

  static func name(_ cause: ChangeCause) -> String {
    cause == .exchangeRate ? "exchangeRate" : cause.name
  }

  static func name(_ statistic: ChangeSplit.Statistic) -> String {
    switch statistic {
    case .totalCapex: "totalCapex"
    case .spentByPlanEnd: "spentByPlanEnd"
    case .reachedByPlanEnd: "reachedByPlanEnd"
    }
  }

  static func unit(_ statistic: ChangeSplit.Statistic) -> String {
    switch statistic {
    case .totalCapex(let currency), .spentByPlanEnd(let currency): currency
    case .reachedByPlanEnd: "trials"
    }
  }
}
