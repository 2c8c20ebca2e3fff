import CapexModel
import NumericalMethods
import SyntheticResults
import Testing

@testable import RiskAnalysis

@Suite struct ForecastRecordTests {
  static let digest = String(repeating: "0a", count: 32)

  private func record(_ run: SyntheticRun) throws -> ForecastRecord {
    try ForecastRecord(run.result, context: run.context, digest: Self.digest)
  }

  @Test func holdsTheQuantilesOfTheRun() throws {
    let run = SyntheticRun()
    let record = try record(run)
    #expect(record.quantities.map(\.name) == ["capex", "fx.usdcny", "cloudRevenue"])
    #expect(record.certificate.seed == run.seed && record.certificate.trials == run.trials)
    #expect(record.certificate.digest == Self.digest)
    #expect(record.certificate.asOf == "2025-02-24")
    #expect(record.certificate.origin == .builtIn("alibaba-380b"))
    let capex = try #require(record.quantity("capex"))
    #expect(capex.unit == "CNY bn" && capex.first == Quarter(year: 2025, number: 2))
    #expect(capex.forecasts.count == run.planQuarters)
    let found = try #require(run.answers.quantity("capex")?.quarter(12))
    let forecast = try #require(capex.forecast(Quarter(year: 2028, number: 1)))
    for percentile in Percentile.allCases {
      let expected = try #require(found[percentile]?.value)
      let got = try forecast.quantile(percentile.fraction)
      #expect(abs(got - expected) <= 5e-6 * expected, "expected \(expected), got \(got)")
    }
  }

  /// Scored with what comes from the same run, forecasts are calibrated: bands hold as they say.
  @Test func outcomesOfTheSameRunLieWhereTheyShould() throws {
    var run = SyntheticRun()
    run.kept = ["cloudRevenue"]
    let forecast = try #require(record(run).quantity("cloudRevenue")?.forecasts.first)
    // Revenue of the first quarter, as the synthetic run draws it, with other numbers.
    let outcomes = ScoringDraws.normal("revenue of others", 2000).map {
      31.742 * Elementary.exp(0.055 + 0.05 * $0)
    }
    let coverage = try BandCoverage(
      nominal: 0.9, forecasts: outcomes.map { _ in forecast }, observations: outcomes)
    // 2,000 trials and as many outcomes: each adds an error of 0.0067 to the share.
    #expect(abs(coverage.share - 0.9) < 4 * 0.0095, "got \(coverage.share)")
  }

  @Test func infiniteQuantilesAreNoRecord() throws {
    var run = SyntheticRun()
    run.trials = 100
    run.kept = ["fx.eurcny"]
    run.extra = [
      SyntheticRun.quantity("fx.eurcny", quarters: [(0..<100).map { $0 < 50 ? 7 : .infinity }])
    ]
    #expect(
      throws: RiskAnalysisError.quantileNotFinite(
        quantity: "fx.eurcny", quarter: "2025Q2", level: 0.55)
    ) { try record(run) }
  }

  @Test(arguments: [
    (31.6666667, 31.6667), (0.0123456789, 0.0123457), (-7.24764999, -7.24765), (0, 0),
    (999_999.7, 1_000_000), (123_456_789, 123_457_000), (1e-9, 1e-9), (9.99999999e-5, 1e-4),
  ])
  func sixDigits(x: Double, expected: Double) {
    let got = SignificantDigits.rounded(x, digits: 6)
    #expect(got == expected, "expected \(expected), got \(got)")
  }

  @Test func roundingNeverReversesAnOrder() {
    let values = ScoringDraws.normal("rounding", 10_000).map { 1e4 * $0 * $0 * $0 }.sorted()
    let rounded = values.map { SignificantDigits.rounded($0, digits: 6) }
    #expect(zip(rounded, rounded.dropFirst()).allSatisfy { $0 <= $1 })
  }
}
