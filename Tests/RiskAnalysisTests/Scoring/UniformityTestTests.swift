import Testing

@testable import RiskAnalysis

@Suite struct UniformityTestTests {
  /// P(D < 0.274) for ten values: Marsaglia, Tsang and Wang, 2003; also scipy.stats.kstwo.
  @Test func knownAnswer() {
    let got = KolmogorovDistribution.probability(below: 0.274, n: 10)
    #expect(abs(got - 0.628479615456504) < 1e-14, "got \(got)")
  }

  /// n! (2 d - 1/n)ⁿ for d up to 1/n, and 1 - 2 (1 - d)ⁿ from 1 - 1/n on.
  @Test(arguments: [1, 2, 3, 5, 12, 40])
  func closedFormsAtTheEnds(count: Int) {
    let n = Double(count)
    for share in [0.55, 0.75, 0.99] {
      let d = share / n
      let low = (1...count).reduce(1) { $0 * Double($1) * (2 * d - 1 / n) }
      let got = KolmogorovDistribution.probability(below: d, n: count)
      #expect(abs(got - low) < 1e-13, "n \(count), d \(d): expected \(low), got \(got)")
      let high = 1 - (1...count).reduce(2) { product, _ in product * (1 - share) / n }
      let reached = KolmogorovDistribution.probability(below: 1 - (1 - share) / n, n: count)
      #expect(abs(reached - high) < 1e-13, "n \(count): expected \(high), got \(reached)")
    }
  }

  /// For uniform numbers the p-value is below 5 % in 5 % of 20,000 samples, and so on: within four
  /// standard errors.
  @Test(arguments: [1, 4, 12])
  func levelsAreExact(count: Int) throws {
    let repetitions = 20_000
    let columns = (0..<count).map {
      ScoringDraws.uniform("uniformity", repetitions, quarter: 100 * count + $0)
    }
    for level in [0.05, 0.5] {
      var hits = 0.0
      for trial in 0..<repetitions
      where try UniformityTest(columns.map { $0[trial] }).pValue < level { hits += 1 }
      let n = Double(repetitions)
      let score = (hits - n * level) / (n * level * (1 - level)).squareRoot()
      #expect(
        abs(score) < 4,
        """
        \(hits) of \(repetitions) below \(level), \(score) standard errors, \
        seed \(ScoringDraws.seed)
        """)
    }
  }

  @Test func distanceByHand() throws {
    let test = try UniformityTest([0.9, 0.2, 0.4])
    #expect(abs(test.distance - (2.0 / 3 - 0.4)) < 1e-15)
    #expect(try UniformityTest([Double](repeating: 0, count: 200)).pValue < 1e-12)
    #expect(try UniformityTest((1...200).map { (Double($0) - 0.5) / 200 }).pValue == 1)
  }

  @Test func refusals() {
    #expect(throws: RiskAnalysisError.sampleSize(found: 0, least: 1, most: 200)) {
      try UniformityTest([])
    }
    #expect(throws: RiskAnalysisError.sampleSize(found: 201, least: 1, most: 200)) {
      try UniformityTest([Double](repeating: 0.5, count: 201))
    }
    #expect(throws: RiskAnalysisError.notAProbability(1.5)) { try UniformityTest([1.5]) }
  }
}
