import NumericalMethods
import Testing

@testable import RiskAnalysis

@Suite struct ProbabilityIntegralTransformTests {
  typealias Transform = ProbabilityIntegralTransform

  @Test func handValues() throws {
    let forecast = try QuantileForecast(
      levels: [0.1, 0.3, 0.5, 0.7, 0.9], quantiles: [0, 1, 1, 1, 3])
    let expected: [(Double, ClosedRange<Double>)] = [
      (-1, 0...0.1), (0, 0.1...0.1), (0.5, 0.2...0.2), (1, 0.3...0.7), (2, 0.8...0.8),
      (3, 0.9...0.9), (4, 0.9...1),
    ]
    for (observation, range) in expected {
      let got = try Transform(forecast, observation: observation).range
      #expect(
        abs(got.lowerBound - range.lowerBound) < 1e-15
          && abs(got.upperBound - range.upperBound) < 1e-15,
        "at \(observation): expected \(range), got \(got)")
    }
    let sure = try QuantileForecast(levels: [0.1, 0.9], quantiles: [7, 7])
    #expect(try Transform(sure, observation: 7).range == 0...1)
    #expect(try Transform(sure, observation: 7).value(uniform: 0.25) == 0.25)
    #expect(try Transform(sure, observation: 8).range == 0.9...1)
    #expect(try Transform(ensemble: [1, 2, 2], observation: 2).range == 0.25...1)
  }

  /// Outcomes from the forecast give uniform numbers: in 20 equal bins, chi-squared below its 0.999
  /// quantile at 19 degrees of freedom, 43.82.
  private func expectUniform(_ values: [Double], _ what: String) {
    var counts = [Double](repeating: 0, count: 20)
    for value in values { counts[min(Int(value * 20), 19)] += 1 }
    let each = Double(values.count) / 20
    let distance = counts.reduce(0) { $0 + ($1 - each) * ($1 - each) / each }
    #expect(distance < 43.82, "\(what): chi-squared \(distance), seed \(ScoringDraws.seed)")
  }

  @Test func uniformForACalibratedGrid() throws {
    let uniforms = ScoringDraws.uniform("place", 20_000)
    // Half of the mass of max(z, 0) sits on 0, and all of 1 % beyond the last level is one step.
    let levels = ForecastRecord.levels
    let floored = try QuantileForecast(
      levels: levels, quantiles: levels.map { max(NormalGrid.quantile($0), 0) })
    let outcomes = ScoringDraws.normal("outcome", 20_000)
    expectUniform(
      try zip(outcomes, uniforms).map {
        try Transform(floored, observation: max($0, 0)).value(uniform: $1)
      }, "point mass")
    // Straight lines between the levels are off by less than what 20,000 outcomes can tell.
    let normal = try NormalGrid.forecast()
    expectUniform(
      try zip(outcomes, uniforms).map {
        try Transform(normal, observation: $0).value(uniform: $1)
      }, "normal")
  }

  @Test func uniformForAnEnsembleWithTies() throws {
    let uniforms = ScoringDraws.uniform("place", 20_000)
    let draws = (0..<8).map { quarter in
      ScoringDraws.normal("member", 20_000, quarter: quarter).map { ($0 * 2).rounded() }
    }
    expectUniform(
      try (0..<20_000).map { trial in
        try Transform(
          ensemble: draws.dropFirst().map { $0[trial] }, observation: draws[0][trial]
        ).value(uniform: uniforms[trial])
      }, "ensemble")
  }

  @Test func notUniformForAForecastThatIsOff() throws {
    let forecast = try NormalGrid.forecast(mean: 1)
    let values = try ScoringDraws.normal("outcome", 60).map {
      try Transform(forecast, observation: $0).value(uniform: 0.5)
    }
    #expect(try UniformityTest(values).pValue < 1e-6)
  }
}
