import Testing

@testable import RiskAnalysis

@Suite struct BandCoverageTests {
  /// 9 of 10, whose exact interval at 95 % is 0.5550 to 0.9975 (the upper end is 0.975 to the power 1/10).
  @Test func nineOfTen() throws {
    let forecasts = try (0..<10).map { try NormalGrid.forecast(mean: Double($0)) }
    let observations = (0..<10).map { Double($0) + ($0 == 4 ? 1.7 : 1.6) }
    let coverage = try BandCoverage(
      nominal: 0.9, forecasts: forecasts, observations: observations)
    #expect(coverage.inside == 9 && coverage.observations == 10 && coverage.share == 0.9)
    #expect(abs(coverage.interval.low - 0.5549838829718047) < 1e-12, "\(coverage.interval)")
    #expect(abs(coverage.interval.high - 0.997471421455538) < 1e-12, "\(coverage.interval)")
    #expect(coverage.isConsistent)
    let narrow = try BandCoverage(
      nominal: 0.5, forecasts: forecasts, observations: observations)
    #expect(narrow.inside == 0 && !narrow.isConsistent)
  }

  /// Bands of calibrated forecasts hold as often as they should.
  @Test(arguments: [0.5, 0.8, 0.9, 0.95, 0.98])
  func calibratedForecasts(nominal: Double) throws {
    let observations = ScoringDraws.normal("coverage", 20_000)
    let forecast = try NormalGrid.forecast()
    let coverage = try BandCoverage(
      nominal: nominal, forecasts: observations.map { _ in forecast },
      observations: observations)
    let error = (nominal * (1 - nominal) / 20_000).squareRoot()
    #expect(
      abs(coverage.share - nominal) < 4 * error,
      "expected \(nominal), got \(coverage.share), seed \(ScoringDraws.seed)")
  }

  @Test func refusals() throws {
    let forecast = try NormalGrid.forecast()
    #expect(throws: RiskAnalysisError.countsDiffer(first: 1, second: 2)) {
      try BandCoverage(nominal: 0.9, forecasts: [forecast], observations: [1, 2])
    }
    #expect(throws: RiskAnalysisError.self) {
      try BandCoverage(nominal: 0.9, forecasts: [], observations: [])
    }
    #expect(throws: RiskAnalysisError.levelOutside(0)) {
      try BandCoverage(nominal: 0, forecasts: [forecast], observations: [1])
    }
    #expect(throws: RiskAnalysisError.notFinite(what: .observation, value: .infinity)) {
      try BandCoverage(nominal: 0.9, forecasts: [forecast], observations: [.infinity])
    }
  }
}
