import NumericalMethods
import Testing

@testable import MonteCarlo

/// Quantiles are as good as the spread asks, whether that is small in comparison with the size or not.
@Suite struct SpreadTests {
  private let scores = (0..<20_000).map {
    Elementary.normalQuantile((Double($0 * 7919 % 20_000) + 0.5) / 20_000)
  }

  @Test(arguments: [0, 1, 145, 1e6, 1e9, -1e9])
  func narrowQuantities(level: Double) {
    let summary = Summary(of: scores.map { level + $0 }, precision: 10)
    for p in [0.05, 0.25, 0.5, 0.75, 0.95] {
      let (got, exact) = (summary.quantile(p) - level, Elementary.normalQuantile(p))
      #expect(abs(got - exact) < 1e-3, "\(level), \(p): got \(got), expected \(exact)")
    }
  }

  /// Low percentiles of what spreads over many powers of ten are as good as high ones.
  @Test(arguments: [
    (0.2, 1e-3), (0.4, 1e-3), (1, 1e-3), (2, 1e-3), (5, 2e-3), (10, 2e-3), (30, 2e-3),
  ])
  func wideQuantities(deviation: Double, tolerance: Double) {
    let summary = Summary(of: scores.map { Elementary.exp(deviation * $0) }, precision: 10)
    for p in [0.05, 0.25, 0.5, 0.75, 0.95] {
      let got = Elementary.log(summary.quantile(p)) / deviation
      let exact = Elementary.normalQuantile(p)
      #expect(abs(got - exact) < tolerance, "\(deviation), \(p): got \(got), expected \(exact)")
    }
  }

  /// Bins of wide quantities are wider, as far as their spread allows.
  @Test(arguments: [(2.0, 2), (0.5, 2), (0.35, 1)])
  func spareBits(deviation: Double, expected: Int) {
    let values = scores.prefix(Pilot.trials).map { Elementary.exp(deviation * $0) }
    let pilot = values.withUnsafeBufferPointer(Pilot.init)
    // With an offset, values on the other side of zero have bins nearby.
    #expect(pilot.centre == 0 && pilot.offset > 0 && pilot.spareBits == expected)
  }
}
