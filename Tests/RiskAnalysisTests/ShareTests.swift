@testable import RiskAnalysis
import Testing

@Suite struct ShareTests {
  /// Newcombe: Two-sided confidence intervals for the single proportion, 1998, table I, method 5.
  static let known: [(Int, Int, Double, Double)] = [
    (81, 263, 0.2527, 0.3676), (15, 148, 0.0578, 0.1617), (0, 20, 0, 0.1684),
    (1, 29, 0.0009, 0.1776),
  ]

  @Test(arguments: known)
  func knownAnswers(hits: Int, trials: Int, low: Double, high: Double) throws {
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
