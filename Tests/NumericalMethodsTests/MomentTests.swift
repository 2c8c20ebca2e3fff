import Testing

@testable import NumericalMethods

@Suite struct MomentTests {
  @Test func closedForms() throws {
    let pert = try Distribution.pert(low: 10, mode: 20, high: 50)
    #expect(abs(pert.mean - 23.333333333333333) <= 4e-15)
    #expect(abs(pert.variance - 50.793650793650794) <= 1e-14)
    let triangular = try Distribution.triangular(low: 10, mode: 20, high: 50)
    #expect(abs(triangular.mean - 26.666666666666667) <= 4e-15)
    #expect(abs(triangular.variance - 72.222222222222222) <= 2e-14)
    #expect(abs(try Distribution.studentT(degreesOfFreedom: 5).variance - 5.0 / 3) <= 1e-15)
    // S(10) of a geometric Brownian motion with S0 = 100, μ = 0.07, σ = 0.2.
    let lognormal = try Distribution.lognormal(
      logMean: Elementary.log(100) + 0.5, logStandardDeviation: 0.4.squareRoot())
    #expect(abs(lognormal.mean - 201.37527074704765) <= 1e-12, "got \(lognormal.mean)")
    #expect(abs(lognormal.variance - 19944.474975682715) <= 1e-9, "got \(lognormal.variance)")
    // A standard normal above zero: mean √(2/π), variance 1 - 2/π.
    let half = try Distribution.truncated(.normal(mean: 0, standardDeviation: 1), low: 0)
    #expect(abs(half.mean - 0.79788456080286535588) <= 1e-13, "got \(half.mean)")
    #expect(abs(half.variance - 0.36338022763241865692) <= 1e-13, "got \(half.variance)")
  }

  @Test func heavyTails() throws {
    #expect(try Distribution.studentT(degreesOfFreedom: 1).mean.isNaN)
    #expect(try Distribution.studentT(degreesOfFreedom: 1.5).variance == .infinity)
    // A Cauchy within -1 … 1: variance 4/π - 1.
    let cauchy = try Distribution.studentT(degreesOfFreedom: 1)
    let held = try Distribution.truncated(cauchy, low: -1, high: 1)
    #expect(abs(held.variance - 0.27323954473516268615) <= 1e-12, "got \(held.variance)")
    let open = try Distribution.truncated(cauchy, low: -1)
    #expect(open.mean == .infinity)
    // ν = 2 above 0: mean √2, since E|T| = √2.
    let two = try Distribution.truncated(.studentT(degreesOfFreedom: 2), low: 0)
    #expect(abs(two.mean - 2.0.squareRoot()) <= 1e-13, "got \(two.mean)")
    #expect(two.variance == .infinity)
  }

  /// The trapezoidal rule over normal scores, which converges fast where the quantile is smooth and
  /// like the step where it jumps or has a corner; it knows nothing of moments.
  @Test func momentsAgreeWithQuantiles() throws {
    let smooth = try Families.smooth()
    for distribution in try Families.all() {
      let step = 1.0 / 64
      let centre = distribution.quantile(0.5)
      var first = 0.0
      var second = 0.0
      for index in -640...640 {
        let score = Double(index) * step
        let distance = distribution.quantile(Tails(score: score)) - centre
        let share = step * Elementary.normalDensity(score)
        first += share * distance
        second += share * distance * distance
      }
      let variance = second - first * first
      var tolerance = smooth.contains(distribution) ? 1e-9 : 0.01
      if case .triangular = distribution.form { tolerance = 1e-4 }
      #expect(
        abs(distribution.mean - centre - first) <= tolerance * variance.squareRoot(),
        "\(distribution.form): expected \(centre + first), got \(distribution.mean)")
      #expect(
        abs(distribution.variance - variance) <= tolerance * variance,
        "\(distribution.form): expected \(variance), got \(distribution.variance)")
    }
  }
}
