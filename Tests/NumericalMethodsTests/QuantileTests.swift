import Testing

@testable import NumericalMethods

@Suite struct QuantileTests {
  struct Case: Sendable {
    let file: String
    /// Answers smaller than this count as this large: near zero only the absolute error is small.
    let least: Double
    let make: @Sendable ([Double]) throws -> Distribution
  }

  static let cases = [
    Case(file: "gamma-quantiles", least: 1e-300) { try .gamma(shape: $0[0], scale: 1) },
    Case(file: "beta-quantiles", least: 1e-300) { try .beta(alpha: $0[0], beta: $0[1]) },
    Case(file: "student-t-quantiles", least: 1e-3) { try .studentT(degreesOfFreedom: $0[0]) },
  ]

  @Test(arguments: cases)
  func knownAnswers(of sample: Case) throws {
    var worst = WorstCase()
    for row in try KnownAnswers.rows(sample.file) {
      let (p, expected) = (row[row.count - 2], row[row.count - 1])
      let got = try sample.make(row).quantile(p)
      worst.see(row, expected: expected, got: got, scale: max(abs(expected), sample.least))
    }
    #expect(worst.error <= 2e-13, "\(sample.file), tolerance 2e-13: \(worst)")
  }

  @Test func closedForms() throws {
    let triangular = try Distribution.triangular(low: 10, mode: 20, high: 50)
    #expect(abs(triangular.quantile(0.5) - 25.505102572168219) <= 4e-15)
    let t = try Distribution.studentT(degreesOfFreedom: 5)
    #expect(abs(t.quantile(0.99) - 3.3649299989072186) <= 1e-14, "got \(t.quantile(0.99))")
    let exponential = try Distribution.gamma(shape: 1, scale: 2)
    #expect(abs(exponential.quantile(0.5) - 1.3862943611198906) <= 1e-15)
  }

  @Test func cumulativeInvertsQuantile() throws {
    let smooth = try Families.smooth()
    for distribution in try smooth + Families.composed() {
      // Only these have relative accuracy in the probabilities of both tails.
      var absolute = smooth.contains(distribution) ? 0 : 4e-15
      if case .triangular = distribution.form { absolute = 4e-15 }
      for p in Families.probabilities {
        let x = distribution.quantile(p)
        let tails = distribution.tails(at: x)
        let below = distribution.tailsBelow(x)
        // F(x-) ≤ p ≤ F(x), give or take the rounding of x itself.
        let slack = 2e-13 + 4 * spread(of: distribution, at: x)
        let margin = min(p, 1 - p) * slack + absolute
        let low = p <= 0.5 ? below.lower <= p + margin : below.upper >= 1 - p - margin
        let high = p <= 0.5 ? tails.lower >= p - margin : tails.upper <= 1 - p + margin
        #expect(low && high, "\(distribution.form) at p \(p): x \(x), \(below) \(tails)")
      }
    }
  }

  /// The relative change of the smaller tail over one ulp of x.
  private func spread(of distribution: Distribution, at x: Double) -> Double {
    let here = distribution.tails(at: x)
    let next = distribution.tails(at: x + x.ulp)
    let smaller = here.lower <= here.upper ? (here.lower, next.lower) : (next.upper, here.upper)
    return smaller.0 > 0 ? abs(smaller.1 - smaller.0) / smaller.0 : 1
  }

  @Test func quantilesAscendAndStayInside() throws {
    let ascending = Families.probabilities.sorted()
    for distribution in try Families.all() {
      let values = ascending.map { distribution.quantile($0) }
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }, "\(distribution.form)")
      let support = distribution.support
      #expect(
        values.allSatisfy { $0 >= support.low && $0 <= support.high }, "\(distribution.form)")
      #expect(distribution.cumulative(.nan).isNaN)
    }
  }

  @Test func stepsAreExact() throws {
    let discrete = try Distribution.discrete([(3, 0.25), (-1, 0.5), (7, 0.25)])
    #expect([0.1, 0.5, 0.5000001, 0.75, 0.76].map { discrete.quantile($0) } == [-1, -1, 3, 3, 7])
    #expect(
      [-2, -1, 0, 3, 6.9, 7].map { discrete.cumulative($0) } == [0, 0.5, 0.5, 0.75, 0.75, 1])
    // An event whose impact can be negative: ordered by value, so zero is in the middle.
    let impact = try Distribution.uniform(low: -1, high: 1)
    let event = try Distribution.event(probability: 0.5, impact: impact)
    #expect(
      [0.125, 0.25, 0.26, 0.5, 0.75, 0.875].map { event.quantile($0) } == [-0.5, 0, 0, 0, 0, 0.5])
    #expect(event.cumulative(0) == 0.75)
    #expect(event.tailsBelow(0).lower == 0.25)
    let atom = try Distribution.mixture([(0.5, .constant(1)), (0.5, .uniform(low: 0, high: 4))])
    #expect(
      [0.0625, 0.125, 0.126, 0.4, 0.625].map { atom.quantile($0) } == [0.5, 1, 1, 1, 1])
    #expect(abs(atom.quantile(0.75) - 2) <= 1e-15)
  }

  @Test func agreesWithTheLibrary() throws {
    for distribution in try Families.smooth() + Families.composed() {
      let scale = distribution.quantile(0.75) - distribution.quantile(0.25)
      var worst = WorstCase()
      for p in Families.probabilities where p > 1e-13 && p < 1 - 1e-13 {
        let expected = try GSLQuantiles.quantile(of: distribution, p)
        let got = distribution.quantile(p)
        worst.see([p], expected: expected, got: got, scale: max(abs(expected), scale))
      }
      // The library's own inverses are good to 2e-13 or so.
      #expect(worst.error <= 1e-12, "\(distribution.form), tolerance 1e-12: \(worst)")
    }
  }

  @Test func preparedFunctionGivesTheSameBits() throws {
    for distribution in try Families.all() {
      let function = distribution.quantileFunction
      for p in Families.probabilities {
        #expect(function(p) == distribution.quantile(p), "\(distribution.form) at \(p)")
      }
    }
  }
}
