import Testing

@testable import RiskAnalysis

@Suite struct QuantileForecastTests {
  /// Against the integral of twice the pinball loss over all levels, which is the same score
  /// (Laio and Tamea: Verification tools for probabilistic forecasts, 2007), with the quantile
  /// function of the grid.
  @Test(arguments: [-3.0, 0.0, 0.5, 1.0, 1.5, 2.0, 4.0])
  func scoreIsTheIntegralOfPinballLosses(observation: Double) throws {
    let forecast = try QuantileForecast(
      levels: [0.1, 0.3, 0.4, 0.6, 0.9], quantiles: [0, 1, 1, 1.5, 2])
    let steps = 200_000
    var sum = 0.0
    for step in 0..<steps {
      let p = (Double(step) + 0.5) / Double(steps)
      var quantile = p < 0.1 ? 0.0 : 2.0
      for i in 1..<5 where p >= forecast.levels[i - 1] && p < forecast.levels[i] {
        let share = (p - forecast.levels[i - 1]) / (forecast.levels[i] - forecast.levels[i - 1])
        quantile =
          forecast.quantiles[i - 1] + share * (forecast.quantiles[i] - forecast.quantiles[i - 1])
      }
      sum += 2 * (try PinballLoss.loss(level: p, quantile: quantile, observation: observation))
    }
    let (got, expected) = (try forecast.score(observation), sum / Double(steps))
    #expect(abs(got - expected) < 1e-5, "expected \(expected), got \(got), tolerance 1e-5")
  }

  @Test func scoreOfOneNumberIsTheDistance() throws {
    let sure = try QuantileForecast(levels: [0.1, 0.5, 0.9], quantiles: [7, 7, 7])
    #expect(try sure.score(7) == 0)
    #expect(try sure.score(9) == 2)
    #expect(try sure.score(4) == 3)
  }

  @Test func scoreOfTheRecordsLevelsIsNearTheNormals() throws {
    let forecast = try NormalGrid.forecast()
    for step in -60...60 {
      let observation = Double(step) / 10
      let expected = try NormalScore.score(
        mean: 0, standardDeviation: 1, observation: observation)
      let got = try forecast.score(observation)
      #expect(abs(got - expected) < 0.004, "at \(observation): expected \(expected), got \(got)")
    }
  }

  @Test func bandsAndLevels() throws {
    let forecast = try NormalGrid.forecast()
    for (share, score) in [(0.5, 0.674489750196), (0.9, 1.644853626951), (0.95, 1.95996398454)] {
      let band = try forecast.band(share)
      #expect(abs(band.upperBound - score) < 1e-11 && abs(band.lowerBound + score) < 1e-11)
    }
    #expect(throws: RiskAnalysisError.self) { try forecast.band(0.93) }
    #expect(throws: RiskAnalysisError.levelMissing(0.07)) { try forecast.quantile(0.07) }
    #expect(throws: RiskAnalysisError.levelOutside(1)) { try forecast.band(1) }
  }

  @Test func refusals() {
    func expect(_ error: RiskAnalysisError, _ levels: [Double], _ quantiles: [Double]) {
      #expect(throws: error) { try QuantileForecast(levels: levels, quantiles: quantiles) }
    }
    expect(.noLevels, [], [])
    expect(.countsDiffer(first: 2, second: 1), [0.1, 0.2], [1])
    expect(.levelOutside(1), [0.5, 1], [1, 2])
    expect(.levelsNotAscending(level: 0.5, after: 0.5), [0.5, 0.5], [1, 2])
    expect(.quantilesDescend(level: 0.6, value: 1, below: 2), [0.5, 0.6], [2, 1])
    expect(.notFinite(what: .quantile, value: .infinity), [0.5, 0.6], [2, .infinity])
  }
}
