import NumericalMethods
import Testing

@testable import RiskAnalysis

@Suite struct NormalScoreTests {
  /// 2 φ(0) - 1/√π, and for others z (2 Φ(z) - 1) + 2 φ(z) - 1/√π with Φ and φ of Python's
  /// statistics.NormalDist.
  @Test(arguments: [
    (0.0, 0.23369497725510907), (1.0, 0.6024413576276163), (-2.0, 1.4527918216859033),
    (5.0, 4.4358105233755545),
  ])
  func knownAnswers(z: Double, expected: Double) throws {
    let got = try NormalScore.score(mean: 7, standardDeviation: 0.5, observation: 7 + 0.5 * z)
    #expect(abs(got - 0.5 * expected) < 1e-14, "expected \(0.5 * expected), got \(got)")
  }

  @Test func certaintyIsTheDistance() throws {
    #expect(try NormalScore.score(mean: 3, standardDeviation: 0, observation: 5) == 2)
    #expect(try NormalScore.score(mean: 3, standardDeviation: 0, observation: 3) == 0)
    let far = try NormalScore.score(mean: 0, standardDeviation: 1e-300, observation: 1e9)
    #expect(far == 1e9)
  }

  /// Proper: over outcomes of N(0, 1) the mean score is least for N(0, 1). The closed form, the
  /// pinball losses and the grid's score must all say so, by four standard errors.
  @Test(arguments: [(0.3, 1.0), (-0.3, 1.0), (0.0, 0.75), (0.0, 1.35)])
  func theTruthScoresBest(mean: Double, deviation: Double) throws {
    let outcomes = ScoringDraws.normal("proper", 20_000)
    let truth = try NormalGrid.forecast()
    let other = try NormalGrid.forecast(mean: mean, deviation: deviation)
    let losses: [(String, (Double) throws -> Double)] = [
      (
        "normal",
        { y in
          try NormalScore.score(mean: mean, standardDeviation: deviation, observation: y)
            - NormalScore.score(mean: 0, standardDeviation: 1, observation: y)
        }
      ),
      ("grid", { y in try other.score(y) - truth.score(y) }),
      (
        "pinball",
        { y in
          try other.pinballLoss(level: 0.1, observation: y)
            - truth.pinballLoss(level: 0.1, observation: y)
        }
      ),
    ]
    for (name, loss) in losses {
      let lead = ScoringDraws.deviation(try outcomes.map(loss), from: 0)
      #expect(
        lead > 4,
        """
        \(name): N(\(mean), \(deviation)²) is \(lead) standard errors worse than the truth, \
        expected over 4, seed \(ScoringDraws.seed)
        """)
    }
  }

  @Test func refusals() {
    #expect(throws: RiskAnalysisError.negativeDeviation(-1)) {
      try NormalScore.score(mean: 0, standardDeviation: -1, observation: 0)
    }
    #expect(throws: RiskAnalysisError.notFinite(what: .mean, value: .infinity)) {
      try NormalScore.score(mean: .infinity, standardDeviation: 1, observation: 0)
    }
  }
}
