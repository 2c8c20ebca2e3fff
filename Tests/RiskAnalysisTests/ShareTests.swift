@testable import RiskAnalysis
import Testing

@Suite struct ShareTests {
  /// Newcombe: Two-sided confidence intervals for the single proportion, 1998, table I, method 3.
  static let known: [(Int, Int, Double, Double)] = [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
    (1, 29, 0.0061, 0.1718),
  ]

  @Test(arguments: known)
  func wilsonKnownAnswers(hits: Int, trials: Int, low: Double, high: Double) throws {
    let interval = try #require(Estimate.share(hits, of: trials)?.interval)
    #expect(abs(interval.low - low) < 5e-5, "expected \(low), got \(interval.low)")
    #expect(abs(interval.high - high) < 5e-5, "expected \(high), got \(interval.high)")
  }

  @Test func endsAndNothing() {
    #expect(Estimate.share(0, of: 10)?.interval?.low == 0)
    #expect(Estimate.share(10, of: 10)?.interval?.high == 1)
    #expect(Estimate.share(0, of: 0) == nil)
  }
}
