import NumericalMethods
import PathAlgebra

/// Many small processes with exact answers in one model, so that they share a run.
///
/// Twelve periods. Drivers are shared where that saves draws, so some answers are correlated.
enum ClosedFormModel {
  static func make() throws -> Model {
    var small = SmallModel(periods: 12, windows: ["five": 1...5, "ten": 1...10, "one": 1...1])
    addDiffusions(&small)
    addReversion(&small)
    addWalks(&small)
    addDependence(&small)
    addChains(&small)
    try addDistributions(&small)
    return small.model
  }

  private static func addDiffusions(_ small: inout SmallModel) {
    // Geometric Brownian motion: 100, drift 7 %, volatility 20 %, ten years.
    small.step("gbmEnd", "100 * exp((0.07 - 0.02) * 10 + 0.2 * sqrt(10) * normal(gbm, by: trial))")
    small.output("gbm", "gbmEnd")
    small.output("gbmLoss", "gbmEnd < 100", style: .condition)
    small.output("gbmAbove", "gbmEnd > 150", style: .condition)
    small.output("gbmCall", "max(gbmEnd - 150, 0)")
    // Compensated jumps: 100, drift 8 %, volatility 15 %, half a jump a year, N(-0.1, 0.15²), five
    // years.
    small.step("jumps", "poisson(uniform(jumpTimes, by: trial), 0.5 * 5)")
    small.step(
      "jumpLog",
      "log(100) + (0.08 - 0.15 ^ 2 / 2 - 0.5 * (exp(-0.1 + 0.15 ^ 2 / 2) - 1)) * 5"
        + " + 0.15 * sqrt(5) * normal(jumpBase, by: trial)"
        + " + jumps * -0.1 + sqrt(jumps) * 0.15 * normal(jumpSizes, by: trial)")
    small.output("jumpCount", "jumps")
    small.output("jumpLog5", "jumpLog")
    small.output("jump", "exp(jumpLog)")
    small.output("jumpNone", "jumps = 0", style: .condition)
    small.output("jumpLoss", "exp(jumpLog) < 80", style: .condition)
  }

  private static func addReversion(_ small: inout SmallModel) {
    // Ornstein-Uhlenbeck: speed 0.5, level 0.03, volatility 0.02 from 0.01; a period is a year.
    small.step(
      "ou",
      "0.03 + (previous(ou, 0.01) - 0.03) * exp(-0.5)"
        + " + 0.02 * sqrt((1 - exp(-1)) / 1) * normal(ou.noise)")
    for t in ["one", "five", "ten"] { small.output("ou.\(t)", "last(ou, over: \(t))") }
    // E x₉ x₁₀ about their means.
    small.step("ouDistance", "ou - (0.03 - 0.02 * exp(-0.5 * quarter))")
    small.output("ou.lag", "last(ouDistance * previous(ouDistance, 0), over: ten)")
  }

  private static func addWalks(_ small: inout SmallModel) {
    small.step("walk", "cumulative(normal(w))")
    small.output("walkMaximum", "max(max(walk, over: horizon), 0)")
    small.output("walkPositive", "min(walk, over: horizon) > 0", style: .condition)
    // AR(1), φ = 0.6, σ = 1 from 0.
    small.step("ar", "0.6 * previous(ar, 0) + normal(w)")
    small.output("ar.five", "last(ar, over: five)")
    small.output("ar.product", "last(ar, over: five) * last(ar, over: ten)")
    small.output("ar.sum", "sum(ar, over: horizon)")
    // W' = (W + c) R with c = -40,000, W₀ = 10⁶, R lognormal of mean 1.07 and deviation 0.18.
    small.step("returnVariance", "log(1 + 0.18 ^ 2 / 1.07 ^ 2)")
    small.step(
      "wealth",
      "(previous(wealth, 1e6) - 40000)"
        + " * exp(log(1.07) - returnVariance / 2 + sqrt(returnVariance) * normal(w))")
    small.output("wealth.ten", "last(wealth, over: ten)")
    // Compound Poisson: rate 3, claims lognormal of mean 1 and deviation 2. Twelve claims at most:
    // more than that come once in 60,000 trials.
    small.step("claims", "poisson(uniform(claims.count, by: trial), 3)")
    small.step(
      "claim", "if(quarter <= claims, exp(-log(5) / 2 + sqrt(log(5)) * normal(w)), 0)")
    small.output("claims.total", "sum(claim, over: horizon)")
    small.output("claims.none", "sum(claim, over: horizon) = 0", style: .condition)
  }

  /// Three lognormals with correlated logarithms: correlations 0.5, 0.2 and -0.3.
  private static func addDependence(_ small: inout SmallModel) {
    let b = 0.75.squareRoot()
    let c = (-0.3 - 0.2 * 0.5) / b
    small.model.dependence = Dependence(
      names: ["a", "b", "c"],
      factor: [1, 0, 0, 0.5, b, 0, 0.2, c, (1 - 0.04 - c * c).squareRoot()],
      copula: .gaussian)
    for (place, name) in ["a", "b", "c"].enumerated() {
      let (mu, sigma) = (Double(place) / 10, 0.2 + Double(place) / 10)
      small.step("score.\(name)", "normal(\(name), by: trial)")
      small.step("lognormal.\(name)", "exp(\(mu) + \(sigma) * score.\(name))")
      // With mean 0 and deviation 1.
      small.step(
        "standard.\(name)",
        "(lognormal.\(name) / exp(\(mu) + \(sigma) ^ 2 / 2) - 1) / sqrt(exp(\(sigma) ^ 2) - 1)")
    }
    small.output("lognormals", "lognormal.a + lognormal.b + lognormal.c")
    small.output("correlation.ab", "standard.a * standard.b")
    small.output("correlation.ac", "standard.a * standard.c")
    small.output("correlation.bc", "standard.b * standard.c")
    small.output("orthant.ab", "score.a > 0 and score.b > 0", style: .condition)
    small.output(
      "orthant.abc", "score.a > 0 and score.b > 0 and score.c > 0", style: .condition)
    small.output("spearman.ab", "12 * uniform(a, by: trial) * uniform(b, by: trial) - 3")
  }

  private static func addChains(_ small: inout SmallModel) {
    // Two regimes, 0.1 into the bad one and 0.3 out of it, stationary from the start.
    small.step(
      "bad",
      "if(previous(bad, if(uniform(bad.start, by: trial) < 0.25, 1, 0)) > 0,"
        + " if(uniform(bad.moves) < 0.3, 0, 1), if(uniform(bad.moves) < 0.1, 1, 0))")
    small.step(
      "badReturn", "if(bad > 0, -0.05 + 0.25 * normal(w), 0.1 + 0.12 * normal(w))")
    small.output("regime.return", "last(badReturn, over: five)")
    small.output("regime.share", "last(bad, over: five)", style: .condition)
    small.step("badLag", "(bad - 0.25) * (previous(bad, 0) - 0.25) / (0.25 * 0.75)")
    small.output("regime.lag", "last(badLag, over: five)")
    // Ten returns drawn with replacement from five.
    small.model.add(table: "returns", [0.10, -0.05, 0.20, -0.30, 0.15])
    small.step("drawnReturn", "lookup(returns, 5 * uniform(bootstrap))")
    small.step("drawnProduct", "previous(drawnProduct, 1) * (1 + drawnReturn)")
    small.output("bootstrap.sum", "sum(drawnReturn, over: ten)")
    small.output("bootstrap.product", "last(drawnProduct, over: ten)")
  }

  private static func addDistributions(_ small: inout SmallModel) throws {
    let distributions: [(String, Distribution)] = [
      ("pert", try .pert(low: 10, mode: 20, high: 50)),
      ("triangular", try .triangular(low: 10, mode: 20, high: 50)),
      ("studentT", try .studentT(degreesOfFreedom: 5)),
      ("gamma", try .gamma(shape: 2.5, scale: 3)),
      ("beta", try .beta(alpha: 2, beta: 5)),
      ("lognormal", try .lognormal(mean: 100, standardDeviation: 50)),
      ("discrete", try .discrete([(1, 0.2), (2, 0.5), (10, 0.3)])),
    ]
    for (name, distribution) in distributions {
      small.model.add(parameter: "\(name).drawn", .distribution(distribution))
      small.output(name, "\(name).drawn")
    }
  }
}
