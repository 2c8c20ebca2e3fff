import Testing

@testable import MonteCarlo

/// Values that many trials share come back whole, not as the middle of a bin.
@Suite struct PointMassTests {
  /// A third at 380, but for rounding; the others spread around it.
  private static let values = (0..<20_000).map { index -> Double in
    let spread = Double((index * 7919) % 20_000) / 20_000
    let rounding = index % 2 == 0 ? 0 : 380 * 0x1p-52
    return index % 3 == 0 ? 380 + rounding : 340 + 90 * spread
  }

  @Test func quantileAtAPointMassIsThatPoint() {
    let summary = Summary(of: Self.values, precision: 10)
    // From 30 % to 63 % of the order.
    for p in [0.35, 0.45, 0.6] {
      #expect(abs(summary.quantile(p) - 380) < 1e-9, "\(p): \(summary.quantile(p))")
    }
    #expect(summary.share(atMost: 380.001) - summary.share(atMost: 379.999) > 0.33)
  }

  @Test func besideItNothingMoves() {
    let summary = Summary(of: Self.values, precision: 10)
    let sorted = Self.values.sorted()
    for p in [0.05, 0.1, 0.2, 0.7, 0.8, 0.95] {
      let exact = sorted[Int(p * Double(sorted.count))]
      #expect(abs(summary.quantile(p) - exact) < 0.3, "\(p): \(summary.quantile(p)), \(exact)")
    }
  }

  @Test func valuesThatOnlyLieCloseAreNoPoint() {
    let summary = Summary(of: (0..<20_000).map { 380 + 1e-4 * Double($0 % 9973) }, precision: 10)
    #expect(abs(summary.quantile(0.5) - 380.4986) < 0.01)
  }
}
