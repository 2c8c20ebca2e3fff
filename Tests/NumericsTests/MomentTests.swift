import Testing

@testable import Numerics

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

  /// Sums of the quantile over a million equal steps of p, with the ends by their own formula, know
  /// nothing of moments.
  @Test func meansAgreeWithQuantiles() throws {
    for distribution in try Families.all() {
      let steps = 20_000
      var first = 0.0
      var second = 0.0
      let centre = distribution.quantile(0.5)
      for step in 0..<steps {
        let x = distribution.quantile((Double(step) + 0.5) / Double(steps)) - centre
        first += x
        second += x * x
      }
      first /= Double(steps)
      let variance = second / Double(steps) - first * first
      let deviation = distribution.standardDeviation
      let mean = distribution.mean
      #expect(
        abs(mean - centre - first) <= 2e-3 * deviation,
        "\(distribution.form): expected \(centre + first), got \(mean)")
      #expect(
        abs(distribution.variance - variance) <= 0.03 * variance,
        "\(distribution.form): expected \(variance), got \(distribution.variance)")
    }
  }
}
