public import RiskAnalysis

/// The report of `capexsim schedule` as text: each quarter of the plan to the million, without
/// chance. Held by `ScheduleReportTests`.
public struct ScheduleReport: Sendable {
  let schedule: ScheduleRows
  let width: Int
  let palette: Palette

  /// - Parameter width: as in `RunReport`.
  public init(_ schedule: ScheduleRows, width: Int?, palette: Palette) {
    self.schedule = schedule
    self.width = ReportWidth.used(width)
    self.palette = palette
  }

  public var text: String {
    ReportWidth.joined([head, answer, table, reportHead.changes(width: width, palette: palette)])
  }

  private var currency: String { EscapedText.of(schedule.currency) }

  private var reportHead: ReportHead {
    ReportHead(
      scenario: schedule.scenario, origin: schedule.origin, asOf: schedule.asOf,
      overrides: schedule.overrides)
  }

  private var head: [String] {
    let version = "capexsim \(EscapedText.of(schedule.programVersion))"
    return reportHead.title("", width: width, palette: palette)
      + ReportHead.facts(reportHead.originFacts + [version], width: width, palette: palette)
  }

  private var answer: [String] {
    guard let least = schedule.millions.min(), let most = schedule.millions.max() else { return [] }
    let range =
      least == most ? whole(most) : "\(whole(least)) to \(whole(most))"
    var text =
      "The plan spends \("\(whole(schedule.total)) \(currency) mn".unbroken) in "
      + "\("\(schedule.millions.count) quarters".unbroken): \("\(range) mn".unbroken) a quarter."
    if let phasing = schedule.phasing {
      text +=
        " The first \(phasing.spent) are what was spent; the rest is phased by "
        + "\(phasing.rule.rawValue)"
        + (phasing.rule == .holdRunRate ? ", so that the total is an outcome." : ".")
    }
    if let reported = schedule.reported {
      let revenue = ScheduleReport.millions(reported.revenue)
      text +=
        " Cloud revenue of \(reported.quarter), the last reported, was \("\(revenue) mn".unbroken)."
    }
    return Paragraph.lines(text, width: width, indent: "  ")
  }

  private func whole(_ n: Int) -> String { NumberText.whole(n) }

  /// Billions as whole millions.
  private static func millions(_ billions: Double?) -> String {
    billions.map { NumberText.fixed($0 * 1000, decimals: 0) } ?? ""
  }

  private static func ratio(_ x: Double?) -> String {
    x.map { NumberText.fixed($0, decimals: 2) } ?? ""
  }

  private var table: [String] {
    let hasReported = schedule.reported != nil
    let hasExpected = schedule.expectedRevenue != nil
    var columns = [
      TextTable.Column(title: "fiscal", alignment: .left),
      TextTable.Column(title: "calendar", alignment: .left), TextTable.Column(title: "capex"),
      TextTable.Column(title: "cumulative", importance: 10),
    ]
    if hasExpected { columns.append(TextTable.Column(title: "expected", group: "cloud revenue")) }
    if hasExpected { columns.append(TextTable.Column(title: "expected", group: "ratio to")) }
    if hasReported {
      columns.append(
        TextTable.Column(title: "last reported", group: "ratio to", importance: 20))
    }
    func cells(_ head: [String], _ revenue: Double?, _ expected: Double?, _ reported: Double?)
      -> [String]
    {
      head
        + (hasExpected ? [ScheduleReport.millions(revenue), ScheduleReport.ratio(expected)] : [])
        + (hasReported ? [ScheduleReport.ratio(reported)] : [])
    }
    var rows: [TextTable.Row] = []
    for year in schedule.years {
      for (i, row) in year.rows.enumerated() {
        let fiscal = i == 0 ? row.fiscal.description : "       Q\(row.fiscal.number)"
        rows.append(
          TextTable.Row(
            cells: cells(
              [fiscal, row.calendar.description, whole(row.capex), whole(row.cumulative)],
              row.revenue, row.toExpected, row.toReported)))
      }
      let label = year.rows.count == 4 ? "total" : "\(year.rows.count) of 4"
      rows.append(
        TextTable.Row(
          cells: cells(
            ["FY\(year.year)", label, whole(year.capex), ""], year.revenue, year.toExpected, nil),
          ink: .total))
    }
    rows.append(
      TextTable.Row(
        cells: cells(["plan", "total", whole(schedule.total), ""], nil, nil, nil), ink: .total))
    return TextTable(title: "Schedule, \(currency) mn", columns: columns, rows: rows)
      .lines(width: width, palette: palette)
  }
}
