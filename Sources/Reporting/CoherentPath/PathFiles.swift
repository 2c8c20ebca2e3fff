internal import PathAlgebra
public import RiskAnalysis

/// A coherent path as CSV and JSON: capex in whole millions that sum to the total, everything at
/// full precision besides. Held by `PathReportTests`.
public struct PathFiles: Sendable {
  let path: CoherentPath
  let rows: PathRows
  let world: WorldRows

  /// - Returns: nil for a run without capex by quarter.
  public init?(_ path: CoherentPath, context: ReportContext, seed: UInt64) {
    guard let rows = PathRows(path, context: context, names: []) else { return nil }
    self.path = path
    self.rows = rows
    world = WorldRows(
      trial: path.trial, seed: seed, values: path.quantities, context: context)
  }

  /// The rows of `WorldCSV`, and before them `capexMillions` by quarter.
  public var csv: String {
    let millions = rows.rows.map { row in
      "capexMillions,rounded,\(world.context.currency) mn,\(row.calendar),\(row.fiscal),\(row.capex),\n"
    }
    let text = WorldCSV(world).text
    let body = text.dropFirst(WorldCSV.header.count + 1)
    return WorldCSV.header + "\n" + millions.joined() + body
  }

  public var json: String {
    JSONValue.object([
      ("trial", .whole(path.trial)), ("seed", .text(String(world.seed))),
      ("metric", .text(path.metric.name)), ("level", .number(path.level)),
      ("value", .number(path.value)),
      (
        "percentile",
        .object([
          ("value", .number(path.percentile.value)),
          ("low", .number(path.percentile.interval?.low)),
          ("high", .number(path.percentile.interval?.high)),
        ])
      ),
      ("candidates", .whole(path.candidates)),
      ("followed", .array(path.followed.map { .text($0) })),
      ("farthest", .number(path.farthest)),
      (
        "capexMillions",
        .object([
          ("total", .whole(rows.total)),
          (
            "quarters",
            .array(
              rows.rows.map {
                .object([
                  ("period", .text($0.calendar.description)), ("capex", .whole($0.capex)),
                  ("cumulative", .whole($0.cumulative)),
                ])
              })
          ),
        ])
      ),
      ("world", WorldJSON(world).object),
    ]).written() + "\n"
  }
}
