import CapexModel
import ScenarioFiles
import Testing

@testable import RiskAnalysis

/// A record of five quantiles, eight quarters of history and two that came, against values from
/// integrals of (F(x) - 1{x ≥ y})², sums of pinball losses, and normal quantiles:
///
///     import numpy as np; from scipy.stats import norm; from scipy.integrate import quad
///     L = [.05, .25, .5, .75, .95]
///     def cdf(q, x): return 0 if x < q[0] else 1 if x >= q[-1] else np.interp(x, q, L)
///     def crps(q, y):
///         e = sorted({min(q[0], y) - 1, *q, y, max(q[-1], y) + 1})
///         return sum(quad(lambda x: (cdf(q, x) - (x >= y))**2, a, b, epsabs=1e-13)[0]
///                    for a, b in zip(e, e[1:]))
///     def pinball(q, y):
///         return np.mean([p*(y - z) if y >= z else (1 - p)*(z - y) for p, z in zip(L, q)])
///     v = np.array([20, 22, 21, 25, 24, 27, 26, 30.])
///     def rival(start, d): return start*np.exp(np.sqrt(np.mean(np.log(v[d:]/v[:-d])**2))*norm.ppf(L))
@Suite struct ScoredForecastTests {
  private static let quarters = [
    "2023Q1,20", "2023Q2,22", "2023Q3,21", "2023Q4,25", "2024Q1,24", "2024Q2,27", "2024Q3,26",
    "2024Q4,30", "2025Q1,29", "2025Q2,38", "2025Q3,52",
  ]

  static func observations(_ rows: [(period: String, value: String)]) throws -> Observations {
    try TemporaryTable.read(
      "period,item,value,unit\n"
        + rows.map { "\($0.period),capital expenditure,\($0.value),bn CNY\n" }.joined())
  }

  private static func shipped() throws -> Observations {
    try observations(
      quarters.map {
        let parts = $0.split(separator: ",")
        return (String(parts[0]), String(parts[1]))
      })
  }

  static func record(asOf: String? = "2025-02-24") throws -> ForecastRecord {
    let levels = [0.05, 0.25, 0.5, 0.75, 0.95]
    let start = Quarter(year: 2025, number: 2)
    return ForecastRecord(
      certificate: ForecastRecord.Certificate(
        scenario: "Plan", origin: .builtIn("plan"), digest: "", asOf: asOf, overrides: [],
        seed: 7, trials: 1000, program: "0.1.0", stream: 1, currency: "CNY",
        plan: .init(total: 120, start: start, quarters: 4)),
      levels: levels,
      quantities: [
        RecordedQuantity(
          name: "capex", unit: "CNY bn", first: start,
          forecasts: try [
            QuantileForecast(levels: levels, quantiles: [20, 28, 32, 36, 45]),
            QuantileForecast(levels: levels, quantiles: [21, 29, 33, 38, 50]),
          ])
      ])
  }

  struct Expected {
    let forecaster: Forecaster
    let scores: [Double]
    let losses: [Double]
    let inside: [[Bool]]
    let ends: [Double]
  }

  static let expected = [
    Expected(
      forecaster: .model, scores: [3.694722222, 13.479166667], losses: [1.65, 5.84],
      inside: [[false, true], [false, false]], ends: [45, 50]),
    Expected(
      forecaster: .straightLine, scores: [8, 22], losses: [4, 11],
      inside: [[false, false], [false, false]], ends: [30, 30]),
    Expected(
      forecaster: .lastValue, scores: [6.191333061, 18.375534147],
      losses: [2.810446835, 8.623420961], inside: [[false, false], [false, false]],
      ends: [35.362773, 40.696538]),
    Expected(
      forecaster: .yearBefore, scores: [7.513066021, 22.642211724],
      losses: [3.214347321, 10.799001124], inside: [[false, false], [false, false]],
      ends: [37.286046, 35.905082]),
  ]

  @Test func knownScores() throws {
    let scored = try ScoredForecast(
      Self.record(), named: "x", observations: try Self.shipped())
    let capex = try #require(scored.quantities.first)
    #expect(capex.scores.map(\.forecaster) == Self.expected.map(\.forecaster))
    for (found, expected) in zip(capex.scores, Self.expected) {
      let name = expected.forecaster.rawValue
      #expect(found.quarters.map(\.horizon) == [1, 2], "\(name)")
      #expect(found.quarters.map(\.inside) == expected.inside, "\(name)")
      for (index, quarter) in found.quarters.enumerated() {
        for (what, got, wanted, tolerance) in [
          ("CRPS", quarter.score, expected.scores[index], 1e-8),
          ("pinball", quarter.pinballLoss, expected.losses[index], 1e-8),
          ("P95", quarter.forecast.quantiles.last ?? .nan, expected.ends[index], 1e-6),
        ] {
          #expect(
            abs(got - wanted) < tolerance, "\(name) \(what): expected \(wanted), got \(got)")
        }
      }
    }
    // 38 lies between the quantiles at 0.75 and 0.95; 52 beyond the last.
    let places = capex.scores[0].quarters.map(\.transform.range)
    #expect(abs(places[0].lowerBound - 0.794444444) < 1e-8 && places[1] == 0.95...1)
  }

  /// Means, and Clopper and Pearson's intervals: scipy.stats.beta.ppf(0.975, 2, 1) for one of two.
  @Test func knownTotals() throws {
    let observations = try Self.shipped()
    let ledger = try ScoreLedger(
      [ScoredForecast(Self.record(), named: "x", observations: observations)],
      observations: observations)
    let all = try #require(ledger.quantities.first?.scores.first)
    #expect(all.forecaster == .model && all.horizon == nil && all.summary.quarters == 2)
    #expect(abs(all.summary.score - 8.586944444) < 1e-8, "got \(all.summary.score)")
    #expect(abs(all.summary.pinballLoss - 3.745) < 1e-12)
    let band = try #require(all.summary.coverage.last)
    #expect(band.inside == 1 && abs(band.interval.high - 0.98742088) < 1e-7)
    let horizons = ledger.quantities[0].scores.filter { $0.forecaster == .model }.map(\.horizon)
    #expect(horizons == [nil, 1, 2])
  }

  /// What was out on the day is known, what came before the first quarter counts for nothing.
  @Test func everyRowHasItsUse() throws {
    let scored = try ScoredForecast(
      Self.record(), named: "x", observations: try Self.shipped())
    #expect(
      scored.uses == [ObservationUse](repeating: .known, count: 8) + [
        .beforeForecast, .scored, .scored,
      ])
    // Made a quarter later, the quarter before the first is known.
    let later = try ScoredForecast(
      Self.record(asOf: "2025-05-16"), named: "x", observations: try Self.shipped())
    #expect(later.uses[8] == .known && later.quantities[0].known.last?.value == 29)
    // Without a day, the end of the quarter before the first.
    let without = try ScoredForecast(
      Self.record(asOf: nil), named: "x", observations: try Self.shipped())
    #expect(without.day == "2025-03-31" && without.uses == scored.uses)
  }

  @Test func afterTheForecastAndOfOthersIsIgnored() throws {
    let table = try TemporaryTable.read(
      "period,item,value,unit\n2025Q3,capex,30,bn CNY\n2025Q4,capex,30,bn CNY\n"
        + "2025Q3,free cash flow,-3,bn CNY\n")
    let scored = try ScoredForecast(Self.record(), named: "x", observations: table)
    #expect(scored.uses == [.scored, .afterForecast, .notForetold])
    // One row: nothing to start a rival from, but for the plan.
    #expect(scored.quantities[0].scores.map(\.forecaster) == [.model, .straightLine])
  }

  /// With a gap, changes from and to it are left out; it is named.
  @Test func gapsAreNamedAndLeftOut() throws {
    let values = KnownValues([
      (Quarter(year: 2024, number: 1), 10), (Quarter(year: 2024, number: 3), 12),
      (Quarter(year: 2024, number: 4), 11),
    ])
    #expect(values.missing == [Quarter(year: 2024, number: 2)])
    // One error only, so a point.
    let forecast = try #require(
      try NaiveForecast.forecast(
        .lastValue, of: Quarter(year: 2025, number: 1), from: values, levels: [0.05, 0.95]))
    #expect(forecast.quantiles == [11, 11])
  }

  /// Months: known when they are over, and the last of a quarter is its figure.
  @Test func monthsAreKnownWhenTheyAreOver() throws {
    let table = try TemporaryTable.read(
      "period,item,value,unit\n"
        + (1...6).map { "2025-0\($0),USD/CNY,7.\($0),CNY per USD\n" }.joined())
    #expect(
      table.rows.map { $0.isKnown(on: "2025-02-28") } == [true, true] + [
        false, false, false, false,
      ])
    #expect(table.rows.map(\.endsQuarter) == [false, false, true, false, false, true])
    let known = KnownValues(table.rows, of: "fx.usdcny", on: "2025-05-31")
    #expect(known.values.map(\.value) == [7.3, 7.5])
  }
}
