import Testing

@testable import RiskAnalysis

@Suite struct EnsembleScoreTests {
  /// The definition as double sums.
  private func bruteForce(_ x: [Double], _ y: Double, isFair: Bool) -> Double {
    let m = Double(x.count)
    let error = x.reduce(0) { $0 + abs($1 - y) } / m
    let spread = x.reduce(0) { sum, a in x.reduce(sum) { $0 + abs(a - $1) } }
    return error - spread / (2 * m * (isFair ? m - 1 : m))
  }

  @Test(arguments: [2, 3, 7, 50, 301])
  func agreesWithDoubleSums(count: Int) throws {
    var members = ScoringDraws.normal("members", count, quarter: count).map { 31.7 + 4 * $0 }
    // Ties too.
    if count > 5 { members[3] = members[1] }
    let score = try EnsembleScore(members)
    for observation in [31.7, 20.0, 45.5, members[0], members[1]] {
      let (got, fair) = try (score.score(observation), score.fairScore(observation))
      let expected = bruteForce(members, observation, isFair: false)
      let expectedFair = bruteForce(members, observation, isFair: true)
      #expect(abs(got - expected) < 1e-12, "expected \(expected), got \(got), \(count) members")
      #expect(abs(fair - expectedFair) < 1e-12, "expected \(expectedFair), got \(fair)")
    }
  }

  @Test func handValues() throws {
    // |1 - 3| for one member; for 0 and 2 at 1: 1 - 1/8 · (2 + 2) = 1/2, and fair 1 - 1/4 · 4 = 0.
    #expect(try EnsembleScore([1]).score(3) == 2)
    #expect(try EnsembleScore([2, 0]).score(1) == 0.5)
    #expect(try EnsembleScore([2, 0]).fairScore(1) == 0)
    #expect(try EnsembleScore([5, 5, 5]).score(5) == 0)
  }

  /// From a standard normal, m members and the observation: the mean of the fair score is 1/√π
  /// whatever m is, and that of the other is 1/√π (1 + 1/m).
  @Test(arguments: [2, 5, 20])
  func fairScoreDoesNotDependOnSize(count: Int) throws {
    let repetitions = 20_000
    let members = (0..<count).map {
      ScoringDraws.normal("fair", repetitions, quarter: 100 * count + $0)
    }
    let observations = ScoringDraws.normal("fair", repetitions, quarter: 99)
    var plain: [Double] = []
    var fair: [Double] = []
    for trial in 0..<repetitions {
      let score = try EnsembleScore(members.map { $0[trial] })
      plain.append(try score.score(observations[trial]))
      fair.append(try score.fairScore(observations[trial]))
    }
    let limit = 1 / Double.pi.squareRoot()
    let fairDeviation = ScoringDraws.deviation(fair, from: limit)
    let deviation = ScoringDraws.deviation(plain, from: limit * (1 + 1 / Double(count)))
    #expect(
      abs(fairDeviation) < 4, "\(fairDeviation) standard errors, seed \(ScoringDraws.seed)")
    #expect(abs(deviation) < 4, "\(deviation) standard errors, seed \(ScoringDraws.seed)")
  }

  /// A large ensemble scores as its distribution does, and the truth scores best.
  @Test func approachesTheNormalScore() throws {
    let members = (1...20_000).map { index in
      NormalGrid.quantile((Double(index) - 0.5) / 20_000)
    }
    for observation in [-2.5, 0, 0.7] {
      let got = try EnsembleScore(members).score(observation)
      let expected = try NormalScore.score(
        mean: 0, standardDeviation: 1, observation: observation)
      #expect(abs(got - expected) < 1e-4, "expected \(expected), got \(got)")
    }
  }

  @Test func refusals() {
    #expect(throws: RiskAnalysisError.tooFewMembers(found: 0, needed: 1)) {
      try EnsembleScore([])
    }
    #expect(throws: RiskAnalysisError.tooFewMembers(found: 1, needed: 2)) {
      try EnsembleScore([1]).fairScore(1)
    }
    #expect(throws: RiskAnalysisError.notFinite(what: .member, value: .infinity)) {
      try EnsembleScore([1, .infinity])
    }
    #expect(throws: RiskAnalysisError.notFinite(what: .observation, value: -.infinity)) {
      try EnsembleScore([1, 2]).score(-.infinity)
    }
  }
}
