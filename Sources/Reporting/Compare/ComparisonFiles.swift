internal import PathAlgebra
public import RiskAnalysis

/// A comparison as CSV and JSON, at full precision: fractions, and amounts in the unit's billions.
/// `low` and `high` are 95 % intervals. Held by `ComparisonFilesTests`.
public struct ComparisonFiles: Sendable {
  let comparison: Comparison
  let changes: AssumptionChanges

  public init(_ comparison: Comparison, changes: AssumptionChanges) {
    self.comparison = comparison
    self.changes = changes
  }

  public static let header =
    "quantity,unit,statistic,run,value,low,high,difference,differenceLow,differenceHigh,verdict,"
    + "trialsToSettle"

  /// One row for each quantity, statistic and run; differences are to the first run.
  public var csv: String {
    var text = ComparisonFiles.header + "\n"
    for row in comparison.rows {
      for compared in row.statistics {
        for (i, run) in comparison.runs.enumerated() {
          let difference = i == 0 ? nil : compared.differences[i - 1]
          let estimate = compared.estimates[i]
          let names = [
            row.quantity.name, row.quantity.unit.description, compared.statistic.rawValue, run.name,
          ].map(CSVText.text)
          let numbers = [
            estimate?.value, estimate?.interval?.low, estimate?.interval?.high, difference?.value,
            difference?.interval.low, difference?.interval.high,
          ].map(CSVText.number)
          let verdict = [
            difference?.verdict.rawValue ?? "", CSVText.number(difference?.trialsToSettle),
          ]
          text += (names + numbers + verdict).joined(separator: ",") + "\n"
        }
      }
    }
    return text
  }

  public var json: String {
    JSONValue.object([
      ("trials", .whole(comparison.trials)),
      (
        "runs",
        .array(
          comparison.runs.map { run in
            .object([
              ("name", .text(run.name)), ("span", .text(run.span)),
              ("scenario", .text(run.context.scenario)),
              ("asOf", .text(run.context.asOf)), ("seed", .text(String(run.result.seed))),
              ("overrides", Certificate.overrides(run.context.overrides)),
            ])
          })
      ),
      ("assumptionsThatDiffer", .array(changes.rows.map(change))),
      ("quantities", .array(comparison.rows.map(quantity))),
      ("notCompared", .array(comparison.omitted.map { .text($0) })),
    ]).written() + "\n"
  }

  private func change(_ row: AssumptionChanges.Row) -> JSONValue {
    .object([("path", .text(row.path)), ("values", .array(row.values.map { .text($0) }))])
  }

  private func quantity(_ row: Comparison.Row) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .text(row.quantity.name)), ("unit", .text(row.quantity.unit.description)),
      ("statistics", .array(row.statistics.map(statistic))),
    ]
    if let ranks = row.ranks, comparison.runs.count > 2 {
      members.append(
        (
          "placeProbabilities",
          .object([
            ("trials", .whole(ranks.trials)),
            ("runs", .array(ranks.probabilities.map { .array($0.map { .number($0) }) })),
          ])
        ))
    }
    return .object(members)
  }

  private func statistic(_ compared: Comparison.Compared) -> JSONValue {
    .object([
      ("statistic", .text(compared.statistic.rawValue)),
      ("values", .array(compared.estimates.map(estimate))),
      ("differences", .array(compared.differences.map(difference))),
    ])
  }

  private func estimate(_ estimate: Estimate?) -> JSONValue {
    guard let estimate else { return .null }
    return .object([
      ("value", .number(estimate.value)), ("low", .number(estimate.interval?.low)),
      ("high", .number(estimate.interval?.high)),
    ])
  }

  private func difference(_ difference: PairedDifference?) -> JSONValue {
    guard let difference else { return .null }
    return .object([
      ("value", .number(difference.value)), ("low", .number(difference.interval.low)),
      ("high", .number(difference.interval.high)), ("verdict", .text(difference.verdict.rawValue)),
      ("trialsToSettle", .number(difference.trialsToSettle)),
    ])
  }
}
