@testable import Reporting
import RiskAnalysis
import Testing

@Suite struct DecimalNumberTests {
  static let fixed: [(Double, Int, String)] = [
    (0, 0, "0"), (0, 2, "0.00"), (-0.0, 1, "0.0"), (-0.04, 1, "0.0"), (-0.05, 1, "-0.1"),
    (31.6667, 1, "31.7"), (31.65, 1, "31.7"), (2.675, 2, "2.68"), (0.125, 2, "0.13"),
    (9.995, 2, "10.00"), (99.96, 1, "100.0"), (0.5, 0, "1"), (0.49, 0, "0"), (1234.5, 0, "1,235"),
    (1_234_567.891, 2, "1,234,567.89"), (-1234, 0, "-1,234"),
    (1e21, 0, "1e21"), (1.2345e18, -17, "1.2e18"), (-2.996e9, -7, "-3e9"), (6e10, -10, "6e10"),
    (1e200, 1, "1e200"), (1_234_567_890.5, 1, "1.2345678905e9"), (2e9, -12, "0"),
    (999_999_999, 0, "999,999,999"),
    (1e-7, 4, "0.0000"), (.leastNonzeroMagnitude, 2, "0.00"), (2347, -1, "2,350"),
    (2347, -3, "2,000"),
    (499, -3, "0"), (500, -3, "1,000"), (-499, -3, "0"), (123, 4, "123.0000"),
  ]

  @Test(arguments: fixed)
  func fixedPlaces(x: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(x, decimals: decimals) == text, "\(x) to \(decimals)")
  }

  @Test func noNumber() {
    for x in [Double.nan, .infinity, -.infinity] {
      #expect(NumberText.fixed(x, decimals: 1) == "–")
    }
  }

  @Test(arguments: [(380.0, "380"), (7.2476, "7.2476"), (0.1, "0.1"), (1.00004, "1")])
  func shortPlaces(x: Double, text: String) {
    #expect(NumberText.short(x) == text)
  }

  @Test(arguments: [(0, "0"), (-1234, "-1,234"), (999, "999"), (1_000_000, "1,000,000")])
  func wholeNumbers(n: Int, text: String) {
    #expect(NumberText.whole(n) == text)
  }

  /// Every double reads back as itself, in the grammar of JSON.
  @Test func shortestReadsBack() throws {
    var bits: UInt64 = 0x9e37_79b9_7f4a_7c15
    for _ in 0..<20_000 {
      bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let x = Double(bitPattern: bits)
      guard let text = ShortestNumber.text(x) else {
        #expect(!x.isFinite)
        continue
      }
      #expect(Double(text) == x, "\(text)")
      #expect(!text.contains("e0") && !text.contains("e+") && !text.contains("e-0"), "\(text)")
    }
    #expect(ShortestNumber.text(-0.0) == "0")
    #expect(ShortestNumber.text(1e-5) == "1e-5")
    #expect(ShortestNumber.text(380) == "380")
  }
}

@Suite struct SupportedDigitsTests {
  static let decimals: [(Double, Int?)] = [
    (0.04, 2), (0.05, 2), (0.5, 1), (0.949, 1), (0.95, 0), (0.97, 0), (3, 0), (9.6, -1), (30, -1),
    (1234, -3), (1e-9, 4), (0, 4), (.nan, nil), (.infinity, nil),
  ]

  @Test(arguments: decimals)
  func places(halfWidth: Double, places: Int?) {
    let got = SupportedDigits.decimals(halfWidth: halfWidth, most: 4)
    #expect(got == places, "\(halfWidth): got \(String(describing: got))")
  }

  private func estimate(_ x: Double, _ half: Double?) -> Estimate {
    Estimate(x, interval: half.map { .init(low: x - $0, high: x + $0) })
  }

  @Test func texts() {
    #expect(SupportedDigits.text(estimate(380.123, 0.04), most: 4) == "380.12")
    #expect(SupportedDigits.text(estimate(380.123, 0.04), most: 1) == "380.1")
    #expect(SupportedDigits.text(estimate(380.123, nil), most: 1) == "–")
    #expect(SupportedDigits.text(nil, most: 1) == "–")
    #expect(SupportedDigits.text(estimate(0.8412, 0.0007), most: 4, scale: 100) == "84.12")
    #expect(SupportedDigits.text(estimate(-0.3, 5), most: 1) == "0")
    #expect(SupportedDigits.text(estimate(.infinity, 1), most: 1) == "–")
  }

  @Test func valuesWithErrors() {
    #expect(SupportedDigits.textWithError(estimate(391.234, 0.06), exact: 1) == "391.23 ± 0.06")
    #expect(SupportedDigits.realText(estimate(391.234, 0.06)) == "391.23 ± 0.06")
    // A real difference is larger than its error, and looks so.
    #expect(SupportedDigits.realText(estimate(0.000_123, 0.000_098)) == "0.00012 ± 0.00010")
    #expect(SupportedDigits.realText(estimate(0.000_012, 0.000_001)) == "0.000012 ± 0.000001")
    #expect(SupportedDigits.realText(estimate(1.04, 0.96)) == "1.04 ± 0.96")
    #expect(SupportedDigits.realText(estimate(5.3, 0)) == "5.3000")
    #expect(SupportedDigits.textWithError(estimate(391.234, 12), exact: 1) == "390 ± 10")
    #expect(SupportedDigits.textWithError(estimate(0.5, 1e-7), exact: 1) == "0.5000 ± 0.0001")
    #expect(SupportedDigits.textWithError(estimate(380, 0), exact: 1) == "380.0")
    #expect(SupportedDigits.textWithError(estimate(.nan, nil), exact: 1) == "–")
  }
}
