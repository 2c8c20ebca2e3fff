public import RiskAnalysis

/// A schedule as CSV and JSON. Amounts are whole millions where they are the plan's, and billions
/// at full precision where they are cloud revenue; ratios are fractions.
///
/// Held by `ScheduleFilesTests`.
public struct ScheduleFiles: Sendable {
  let schedule: ScheduleRows

  public init(_ schedule: ScheduleRows) { self.schedule = schedule }

  public static let header =
    "period,fiscal,capexMillions,cumulativeMillions,expectedRevenue,capexToExpected,capexToReported"

  public var csv: String {
    var text = ScheduleFiles.header + "\n"
    for row in schedule.rows {
      let cells = [
        row.calendar.description, row.fiscal.description, String(row.capex),
        String(row.cumulative), CSVText.number(row.revenue), CSVText.number(row.toExpected),
        CSVText.number(row.toReported),
      ]
      text += cells.joined(separator: ",") + "\n"
    }
    return text
  }

  public var json: String {
    let origin: (String, JSONValue) =
      switch schedule.origin {
      case .file(let path): ("file", .text(path))
      case .builtIn(let name): ("builtIn", .text(name))
      }
    let reported: JSONValue =
      schedule.reported.map {
        .object([("period", .text($0.quarter.description)), ("revenue", .number($0.revenue))])
      } ?? .null
    return JSONValue.object([
      ("scenario", .text(schedule.scenario)), origin, ("asOf", .text(schedule.asOf)),
      ("overrides", Certificate.overrides(schedule.overrides)),
      ("program", .text(schedule.programVersion)), ("currency", .text(schedule.currency)),
      ("totalMillions", .whole(schedule.total)), ("reported", reported),
      ("quarters", .array(schedule.rows.map(quarter))),
    ]).written() + "\n"
  }

  private func quarter(_ row: ScheduleRows.Row) -> JSONValue {
    .object([
      ("period", .text(row.calendar.description)), ("fiscal", .text(row.fiscal.description)),
      ("capexMillions", .whole(row.capex)), ("cumulativeMillions", .whole(row.cumulative)),
      ("expectedRevenue", .number(row.revenue)), ("capexToExpected", .number(row.toExpected)),
      ("capexToReported", .number(row.toReported)),
    ])
  }
}
