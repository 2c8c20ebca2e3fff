import NumericalMethods
import Testing

@Suite struct ElementaryTests {
  /// Exact values by 40-digit arithmetic, at probabilities that are exact in binary.
  static let quantiles: [(Double, Double)] = [
    (0x1p-2, -0.6744897501960817432), (0x1p-4, -1.5341205443525463117),
    (0x1p-10, -3.0972690781987844624), (0x1p-20, -4.763001034267813957),
    (0x1p-32, -6.230260137989043163), (0x1p-53, -8.2095361516013868556),
  ]

  @Test(arguments: quantiles)
  func normalQuantileKnownAnswers(p: Double, z: Double) {
    let got = Elementary.normalQuantile(p)
    #expect(abs(got - z) <= 8 * z.ulp, "expected \(z), got \(got)")
  }

  struct Claim: Sendable {
    let file: String
    /// In units in the last place of the answer.
    let limit: Double
    let function: @Sendable (Double) -> Double
  }

  static let claims = [
    Claim(file: "exp", limit: 2, function: Elementary.exp),
    Claim(file: "exp-ends", limit: 2, function: Elementary.exp),
    Claim(file: "log", limit: 2, function: Elementary.log),
    Claim(file: "log-ends", limit: 2, function: Elementary.log),
    Claim(file: "normal-quantile-ends", limit: 8, function: Elementary.normalQuantile),
    Claim(file: "normal-quantile", limit: 8, function: Elementary.normalQuantile),
    Claim(file: "normal-cdf", limit: 40, function: Elementary.normalCDF),
    Claim(
      file: "exponential-minus-one", limit: 6, function: Elementary.exponentialMinusOne),
    Claim(
      file: "logarithm-of-one-plus", limit: 4, function: Elementary.logarithmOfOnePlus),
    Claim(file: "hyperbolic-sine", limit: 8, function: Elementary.hyperbolicSine),
    Claim(
      file: "inverse-hyperbolic-sine", limit: 8, function: Elementary.inverseHyperbolicSine),
  ]

  @Test(arguments: claims)
  func errorsInUnitsInTheLastPlace(claim: Claim) throws {
    var worst = WorstCase()
    for row in try KnownAnswers.rows(claim.file) {
      worst.see([row[0]], expected: row[1], got: claim.function(row[0]), scale: row[1].ulp)
    }
    #expect(worst.error <= claim.limit, "\(claim.file), limit \(claim.limit) ulp: \(worst)")
  }

  @Test func edges() {
    #expect(Elementary.exp(-.infinity) == 0)
    #expect(Elementary.exp(.infinity) == .infinity)
    #expect(Elementary.exp(710) == .infinity)
    #expect(Elementary.exp(0) == 1)
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(1) == 0)
    #expect(Elementary.log(-1).isNaN)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(Elementary.exp(.nan).isNaN && Elementary.log(.nan).isNaN)
    #expect(Elementary.normalCDF(0) == 0.5)
    #expect(Elementary.normalQuantile(0.5) == 0)
    #expect(Elementary.power(2, 10) == 1024)
    #expect(Elementary.power(2, -2) == 0.25)
  }
}
