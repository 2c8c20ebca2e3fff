import Numerics
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
}
