import Testing

@testable import NumericalMethods

@Suite struct DistributionMakingTests {
  @Test func lognormalFromMeanAndDeviation() throws {
    let made = try Distribution.lognormal(mean: 100, standardDeviation: 50)
    guard case .lognormal(let logMean, let deviation) = made.form else {
      Issue.record("expected a lognormal, got \(made.form)")
      return
    }
    #expect(abs(deviation - 0.47238072707743884) <= 1e-15, "got \(deviation)")
    #expect(abs(logMean - 4.4935984103309865) <= 2e-15, "got \(logMean)")
    #expect(abs(made.quantile(0.5) - 89.442719099991588) <= 1e-13, "got \(made.quantile(0.5))")
  }

  @Test func lognormalFromTwoQuantiles() throws {
    let made = try Distribution.lognormal(low: (0.05, 5), high: (0.95, 50))
    guard case .lognormal(let logMean, let deviation) = made.form else {
      Issue.record("expected a lognormal, got \(made.form)")
      return
    }
    #expect(abs(deviation - 0.69993616917196295) <= 1e-15, "got \(deviation)")
    #expect(abs(logMean - 2.7607304589311232) <= 2e-15, "got \(logMean)")
    #expect(abs(made.mean - 20.200064134728629) <= 1e-13, "got \(made.mean)")
    #expect(abs(made.quantile(0.05) - 5) <= 1e-14)
    #expect(abs(made.quantile(0.95) - 50) <= 1e-13)
  }

  @Test func equalEndsAreAConstant() throws {
    let five = try Distribution.constant(5)
    #expect(try Distribution.uniform(low: 5, high: 5) == five)
    #expect(try Distribution.triangular(low: 5, mode: 5, high: 5) == five)
    #expect(try Distribution.pert(low: 5, mode: 5, high: 5) == five)
    #expect(try Distribution.beta(alpha: 2, beta: 3, low: 5, high: 5) == five)
    #expect(try Distribution.normal(mean: 5, standardDeviation: 0) == five)
    #expect(try Distribution.lognormal(mean: 5, standardDeviation: 0) == five)
    #expect(try Distribution.lognormal(low: (0.1, 5), high: (0.9, 5)) == five)
    #expect(try Distribution.studentT(degreesOfFreedom: 3, location: 5, scale: 0) == five)
    #expect(try Distribution.empirical([5, 5, 5]) == five)
    #expect(try Distribution.discrete([(5, 0.5), (5, 0.5)]) == five)
    #expect(try Distribution.event(probability: 1, impact: five) == five)
    #expect(try Distribution.event(probability: 0, impact: five) == .constant(0))
  }

  @Test func truncationSimplifies() throws {
    let discrete = try Distribution.discrete([(1, 0.5), (2, 0.25), (3, 0.25)])
    #expect(
      try Distribution.truncated(discrete, low: 1.5) == .discrete([(2, 0.5), (3, 0.5)]))
    #expect(try Distribution.truncated(discrete, high: 1) == .constant(1))
    #expect(
      try Distribution.truncated(.uniform(low: 0, high: 4), low: 1, high: 9)
        == .uniform(low: 1, high: 4))
    #expect(try Distribution.truncated(discrete, low: 0, high: 9) == discrete)
    let normal = try Distribution.normal(mean: 0, standardDeviation: 1)
    let once = try Distribution.truncated(.truncated(normal, low: -1, high: 3), low: -2, high: 2)
    #expect(try once == .truncated(normal, low: -1, high: 2))
  }

  /// Every parameter that would make the library hang, abort or answer nonsense is refused here.
  static let refused:
    [(DistributionError, @Sendable () throws(DistributionError) -> Distribution)] = [
      (
        .outOfRange(parameter: "standardDeviation", value: -1, rule: .within(0, 1e100)),
        { () throws(DistributionError) in try .normal(mean: 0, standardDeviation: -1) }
      ),
      (
        .outOfRange(parameter: "mean", value: 0, rule: .within(1e-100, 1e100)),
        { () throws(DistributionError) in try .lognormal(mean: 0, standardDeviation: 1) }
      ),
      (
        .outOfRange(parameter: "logStandardDeviation", value: 1000, rule: .within(0, 5)),
        { () throws(DistributionError) in try .lognormal(logMean: 0, logStandardDeviation: 1000) }
      ),
      (
        .outOfRange(parameter: "shape", value: -1, rule: .within(0.01, 1e6)),
        { () throws(DistributionError) in try .gamma(shape: -1, scale: 1) }
      ),
      (
        .outOfRange(parameter: "scale", value: 0, rule: .within(1e-100, 1e100)),
        { () throws(DistributionError) in try .gamma(shape: 1, scale: 0) }
      ),
      (
        .outOfRange(parameter: "alpha", value: -1, rule: .within(0.01, 1e6)),
        { () throws(DistributionError) in try .beta(alpha: -1, beta: 1) }
      ),
      (
        .outOfRange(parameter: "degreesOfFreedom", value: 0, rule: .within(0.1, 1e6)),
        { () throws(DistributionError) in try .studentT(degreesOfFreedom: 0) }
      ),
      (
        .notFinite(parameter: "high", value: .infinity),
        { () throws(DistributionError) in try .uniform(low: 0, high: .infinity) }
      ),
      (
        .notOrdered(parameters: ["low", "mode", "high"], values: [1, 5, 3], strictly: false),
        { () throws(DistributionError) in try .pert(low: 1, mode: 5, high: 3) }
      ),
      (
        .notOrdered(
          parameters: ["low probability", "high probability"], values: [0.9, 0.1], strictly: true),
        { () throws(DistributionError) in try .lognormal(low: (0.9, 1), high: (0.1, 2)) }
      ),
      (
        .outOfRange(parameter: "low probability", value: 0, rule: .strictlyWithin(0, 1)),
        { () throws(DistributionError) in try .lognormal(low: (0, 1), high: (0.1, 2)) }
      ),
      (
        .probabilitiesDoNotSumToOne(sum: 0.75),
        { () throws(DistributionError) in try .discrete([(1, 0.5), (2, 0.25)]) }
      ),
      (
        .outOfRange(parameter: "probability", value: 1.5, rule: .within(0, 1)),
        { () throws(DistributionError) in try .discrete([(1, 1.5), (2, -0.5)]) }
      ),
      (
        .outOfRange(parameter: "probability", value: 1.5, rule: .within(0, 1)),
        { () throws(DistributionError) in
          try .event(probability: 1.5, impact: try .constant(1))
        }
      ),
      (.tooFewValues(count: 0, minimum: 1), { () throws(DistributionError) in try .discrete([]) }),
      (.tooFewValues(count: 0, minimum: 1), { () throws(DistributionError) in try .mixture([]) }),
      (.tooFewValues(count: 0, minimum: 1), { () throws(DistributionError) in try .empirical([]) }),
      (
        .nothingLeft(low: 2, high: 3, probability: 0),
        { () throws(DistributionError) in
          try .truncated(try .uniform(low: 0, high: 1), low: 2, high: 3)
        }
      ),
      (
        .notOrdered(parameters: ["low", "high"], values: [3, 2], strictly: false),
        { () throws(DistributionError) in
          try .truncated(try .uniform(low: 0, high: 9), low: 3, high: 2)
        }
      ),
    ]

  @Test func badParametersAreRefusedWithTheirEvidence() {
    for (expected, make) in Self.refused {
      #expect(throws: expected) { try make() }
    }
  }

  @Test func notANumberIsRefusedEverywhere() {
    #expect(throws: DistributionError.self) { try Distribution.constant(.nan) }
    #expect(throws: DistributionError.self) { try Distribution.gamma(shape: .nan, scale: 1) }
    #expect(throws: DistributionError.self) { try Distribution.empirical([1, .nan]) }
    #expect(throws: DistributionError.self) {
      try Distribution.truncated(.uniform(low: 0, high: 1), low: .nan)
    }
  }

  @Test func aThinTailCannotBeDrawnFrom() throws {
    let normal = try Distribution.normal(mean: 0, standardDeviation: 1)
    #expect(throws: DistributionError.self) { try Distribution.truncated(normal, low: 5) }
    #expect(throws: Never.self) { try Distribution.truncated(normal, low: 4) }
  }
}
