import NumericalMethods
import Testing

@testable import MonteCarlo

/// Quantiles of what spreads little in comparison with its size are as good as those of its spread.
@Suite struct NarrowQuantityTests {
  @Test(arguments: [0, 1, 145, 1e6, 1e9, -1e9])
  func quantilesAreThoseOfTheSpread(level: Double) {
    let scores = (0..<20_000).map {
      Elementary.normalQuantile((Double($0 * 7919 % 20_000) + 0.5) / 20_000)
    }
    let summary = Summary(of: scores.map { level + $0 }, precision: 10)
    for p in [0.05, 0.25, 0.5, 0.75, 0.95] {
      let (got, exact) = (summary.quantile(p) - level, Elementary.normalQuantile(p))
      #expect(abs(got - exact) < 1e-3, "\(level), \(p): got \(got), expected \(exact)")
    }
  }
}
