import MonteCarlo
import SyntheticResults

@testable import CapexModel
@testable import RiskAnalysis

/// The synthetic run of a scenario that knows its first two quarters, and a made-up split of what
/// changed.
enum SyntheticHistory {
  /// Capex of 2023Q1 to 2025Q3 and cloud revenue of the last five of them, in billions.
  static let capex = [3.5, 6.9, 5.2, 8.9, 11.2, 12.1, 17.5, 31.8, 24.6, 38.676, 31.501]
  static let revenue = [29.6, 31.7, 30.1, 33.398, 39.824]
  static let rates = [7.1636, 7.1328]

  private static let last = Quarter(year: 2025, number: 3)

  static func known() throws -> KnownHistory? {
    func rows(_ item: String, _ values: [Double]) -> [ActualsTable.Row] {
      values.enumerated().map { i, value in
        .init(
          line: i + 2, identifier: nil, quarter: last.advanced(by: i + 1 - values.count),
          item: item, value: value)
      }
    }
    let start = Quarter(year: 2025, number: 2)
    var assumptions = Assumptions()
    assumptions["plan.total"] = Assumption(.number(380))
    assumptions["cloud.revenue"] = Assumption(.number(30.1))
    assumptions["fx.usdcny.spot"] = Assumption(.number(7.2476))
    assumptions["actuals.until"] = Assumption(.quarter(last))
    assumptions["actuals.file"] = Assumption(
      .actuals(
        ActualsTable(
          file: "figures.csv",
          rows: rows("capital expenditure", capex) + rows("cloud revenue", revenue))))
    assumptions["fx.usdcny.actuals"] = Assumption(
      .rates(
        RateTable(
          file: "rates.csv",
          rows: rates.enumerated().map { i, rate in
            let quarter = start.advanced(by: i)
            return .init(
              line: i + 2, period: quarter.description, quarter: quarter, value: rate,
              endsQuarter: true)
          })))
    return try KnownHistory(
      assumptions,
      frame: .init(
        start: start, quarters: 24, planQuarters: 12,
        schedule: Schedule(total: 380_000, weights: Array(repeating: 1, count: 12))))
  }

  /// Adds up, in yuan, dollars and trials.
  static let change = ChangeSplit(
    earlier: "The plan of February", trials: 50_000, planEnd: Quarter(year: 2028, number: 1),
    total: 380,
    measures: [
      .init(
        statistic: .totalCapex(currency: "CNY"), before: 392_916_211_761, after: 396_246_150_519,
        shares: [302_559_606, 4_184_949_117, 10_904_957, -1_168_474_922], error: 290_000_000),
      .init(
        statistic: .totalCapex(currency: "USD"), before: 55_126_240_454, after: 55_126_240_454,
        shares: [0, 0, 0, 0], error: 40_000_000),
      .init(
        statistic: .reachedByPlanEnd, before: 29_299, after: 23_428,
        shares: [678, 618, 28, -7_195], error: 219),
    ])

  static let answers = made(.success(change))

  static func made(_ change: Result<ChangeSplit, RiskAnalysisError>?) -> Answers {
    let run = SyntheticRun()
    var context = run.context
    // A mistake here shows in the tests, which want what has happened.
    context.known = try? known()
    return Answers(run.result, context: context, change: change)
  }
}
