import Testing

@testable import RiskAnalysis

@Suite struct PinballLossTests {
  @Test(arguments: [
    (0.9, 10.0, 12.0, 1.8), (0.9, 10.0, 8.0, 0.2), (0.9, 10.0, 10.0, 0.0), (0.5, 3.0, -1.0, 2.0),
    (0.25, -2.0, 6.0, 2.0),
  ])
  func handValues(level: Double, quantile: Double, observation: Double, expected: Double) throws {
    let got = try PinballLoss.loss(level: level, quantile: quantile, observation: observation)
    #expect(abs(got - expected) < 1e-15, "expected \(expected), got \(got)")
  }

  @Test func refusals() {
    for level in [0.0, 1.0, -0.1, .nan] {
      #expect(throws: RiskAnalysisError.self) {
        try PinballLoss.loss(level: level, quantile: 0, observation: 0)
      }
    }
    #expect(throws: RiskAnalysisError.notFinite(what: .observation, value: .infinity)) {
      try PinballLoss.loss(level: 0.5, quantile: 0, observation: .infinity)
    }
  }
}
