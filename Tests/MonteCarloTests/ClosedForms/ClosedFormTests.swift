import MonteCarlo
import NumericalMethods
import PathAlgebra
import Testing

/// Simulated answers lie within 4.5 standard errors of the exact ones, and no closer to them on
/// the whole than chance allows.
@Suite struct ClosedFormTests {
  private static let trials = 1 << 20
  private static let seeds: [UInt64] = [1, 2, 3, 4, 5]

  @Test func exactAnswers() async throws {
    let program = try ClosedFormModel.make().compile()
    var squares = 0.0
    for seed in Self.seeds {
      let result = await Simulation(
        program, trials: Self.trials, seed: seed, workers: 2
      ).run()
      for check in ClosedFormAnswers.all {
        let summary = try #require(result[check.output].first, "\(check.output)")
        let z = check.distance(summary)
        squares += z * z
        #expect(
          abs(z) <= 4.5,
          """
          \(check.output), \(check.statistic): got \(check.estimate(summary)), expected \
          \(check.exact), tolerance \(4.5 * check.error(summary)), z \(z), seed \(seed)
          """)
      }
    }
    // Checks that share draws are correlated, which spreads the sum wider than a chi-squared with
    // as many degrees of freedom: as much as twice one with half as many, we allow.
    let count = Double(ClosedFormAnswers.all.count * Self.seeds.count)
    let half = try Distribution.gamma(shape: count / 4, scale: 2)
    let band = (2 * half.quantile(1e-4), 2 * half.quantile(1 - 1e-4))
    #expect(
      band.0 < squares && squares < band.1,
      "sum of \(count) squares: got \(squares), expected within \(band)")
  }

  /// Euler's scheme on the same process, four steps a year, is told from the exact step.
  @Test func eulersSchemeFails() async throws {
    var small = SmallModel(periods: 40)
    small.step(
      "ou",
      "previous(ou, 0.03) + 0.5 * (0.03 - previous(ou, 0.03)) / 4"
        + " + 0.02 * sqrt(1 / 4) * normal(ou.noise)")
    small.output("end", "ou")
    let program = try small.model.compile()
    let result = await Simulation(program, trials: 1 << 15, seed: 1, workers: 2).run()
    let summary = try #require(result["end"].first)
    let stationary = 0.0004 * (1 - Elementary.exp(-10))
    let z = ClosedFormCheck.variance("end", stationary).distance(summary)
    // Its variance is 6.7 % high, with a standard error of 0.8 %.
    #expect(z > 4.5, "got \(z) standard errors, seed 1")
  }

  /// A t copula keeps uniform margins and orthants, and has more in its corners.
  @Test func copulaOfStudent() async throws {
    var small = SmallModel()
    small.model.dependence = Dependence(
      names: ["a", "b"], factor: [1, 0, 0.5, 0.75.squareRoot()],
      copula: .studentT(degreesOfFreedom: 4))
    small.output("margin", "uniform(b)")
    small.output("marginTail", "uniform(b) < 0.01", style: .condition)
    small.output("score", "normal(a)")
    small.output("orthant", "normal(a) > 0 and normal(b) > 0", style: .condition)
    small.output("corner", "uniform(a) > 0.99 and uniform(b) > 0.99", style: .condition)
    small.output("edge", "uniform(a) > 0.95 and uniform(b) > 0.95", style: .condition)
    let checks: [ClosedFormCheck] = [
      .mean("margin", 0.5), .variance("margin", 1.0 / 12), .probability("marginTail", 0.01),
      .mean("score", 0), .variance("score", 1), .probability("orthant", 1.0 / 3),
      // ∫ f₄(t) P(T₅ > (c - t/2) / √((4 + t²) · 0.15)) dt over t > c, c the quantile of t₄, by
      // quadrature with 30 digits. A normal copula has 0.00129 and 0.0122 there.
      .probability("corner", 0.0028767843485153781), .probability("edge", 0.016936960524714438),
    ]
    let program = try small.model.compile()
    let result = await Simulation(program, trials: 1 << 18, seed: 6, workers: 2).run()
    for check in checks {
      let summary = try #require(result[check.output].first)
      let z = check.distance(summary)
      #expect(
        abs(z) <= 4.5,
        "\(check.output): got \(check.estimate(summary)), expected \(check.exact), z \(z), seed 6")
    }
  }
}
