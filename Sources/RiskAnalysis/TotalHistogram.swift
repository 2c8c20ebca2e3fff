internal import MonteCarlo

/// How a total is distributed over bins whose edges are round numbers.
public struct TotalHistogram: Sendable {
  public let low: Double
  public let width: Double
  /// Shares of all trials; bin i holds `low` + i · `width` up to the next edge, which it excludes.
  public let shares: [Double]
  public let below: Double
  public let above: Double

  public func edge(_ i: Int) -> Double { low + Double(i) * width }

  /// The bin that holds x; -1 below the first and `shares.count` above the last.
  public func bin(of x: Double) -> Int {
    if x < low { return -1 }
    if x >= edge(shares.count) { return shares.count }
    // The edges decide, not the quotient: it may round over one.
    var i = min(shares.count - 1, Int((x - low) / width))
    while i > 0, x < edge(i) { i -= 1 }
    while i + 1 < shares.count, x >= edge(i + 1) { i += 1 }
    return i
  }

  /// About ten to twenty bins over P1 – P99, and what lies outside; nil where the total is one
  /// number, or there are none.
  init?(_ simulated: SimulatedQuantity) {
    guard let summary = simulated.summaries.first, !simulated.quantity.isByQuarter,
      summary.finite > 0, summary.maximum > summary.minimum
    else { return nil }
    let from = max(summary.minimum, summary.quantile(0.01))
    let to = min(summary.maximum, summary.quantile(0.99))
    guard from.isFinite, to.isFinite, let step = RoundStep.atLeast((to - from) / 14)
    else { return nil }
    low = (from / step).rounded(.down) * step
    width = step
    let bins = Int(((to - low) / step).rounded(.down)) + 1
    shares = summary.histogram(bins: bins, low: low, high: low + Double(bins) * step)
    // Every finite trial is in a bin or outside; `share(atMost:)` would count an edge twice.
    let lowest = TotalHistogram.share(summary, from: summary.minimum, below: low, step: step)
    below = lowest
    let outside = Double(summary.finite) / Double(summary.count) - shares.reduce(0, +)
    above = max(0, outside - lowest)
  }

  private static func share(
    _ summary: Summary, from minimum: Double, below low: Double, step: Double
  ) -> Double {
    guard minimum < low else { return 0 }
    let bins = ((low - minimum) / step).rounded(.up)
    // A far outlier would ask for a bin a step; then one wide bin does.
    let count = bins <= 1000 ? Int(bins) : 1
    let span = bins * step
    return summary.histogram(bins: count, low: low - span, high: low).reduce(0, +)
  }
}
