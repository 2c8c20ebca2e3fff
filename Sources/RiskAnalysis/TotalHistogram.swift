internal import MonteCarlo

/// How a total is distributed over bins whose edges are round numbers.
public struct TotalHistogram: Sendable {
  public let low: Double
  public let width: Double
  /// Shares of the trials that have a number; bin i reaches from `low` + i · `width` to the next
  /// edge.
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
  ///
  /// - Parameter plan: many trials may spend exactly this, so no edge is put there: bins are moved
  ///   by half a width where one would be.
  init?(_ simulated: SimulatedQuantity, plan: Double?) {
    guard let summary = simulated.summaries.first, !simulated.quantity.isByQuarter,
      summary.finite > 0, summary.maximum > summary.minimum
    else { return nil }
    let from = max(summary.minimum, summary.quantile(0.01))
    let to = min(summary.maximum, summary.quantile(0.99))
    guard from.isFinite, to.isFinite, let step = RoundStep.atLeast((to - from) / 14)
    else { return nil }
    let position = (plan ?? 0) / step
    let isOnEdge = plan != nil && abs(position - position.rounded()) < 0.1
    let shift = isOnEdge ? step / 2 : 0
    low = ((from - shift) / step).rounded(.down) * step + shift
    width = step
    let bins = Int(((to - low) / step).rounded(.down)) + 1
    shares = summary.histogram(bins: bins, low: low, high: low + Double(bins) * step)
    let ranked = Double(summary.finite + summary.above + summary.below)
    // At most the edge, less what is minus infinity: the finite ones below the first bin.
    below =
      summary.minimum < low
      ? max(0, summary.share(atMost: low) - Double(summary.below) / ranked) : 0
    above = max(0, Double(summary.finite) / ranked - below - shares.reduce(0, +))
  }
}
