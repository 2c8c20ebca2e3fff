internal import MonteCarlo
public import PathAlgebra

/// How a total is distributed: its shares by bin, and how likely it is to be exceeded.
public struct TotalDistribution: Sendable {
  public let quantity: Quantity
  public let histogram: TotalHistogram
  /// Total at which the probability of more falls through each step, from likely to unlikely.
  public let exceedance: [Exceeded]

  /// A value, and the probability that the total is above it.
  public struct Exceeded: Sendable, Equatable {
    public let value: Estimate
    public let probability: Double
  }

  /// Nil where the total is one number, or the trials are too few for P5 and P95.
  ///
  /// - Parameter plan: the announced total, where it is in the same currency.
  init?(_ simulated: SimulatedQuantity, plan: Double?) {
    guard let histogram = TotalHistogram(simulated, plan: plan),
      let summary = simulated.summaries.first
    else { return nil }
    quantity = simulated.quantity
    self.histogram = histogram
    exceedance = TotalDistribution.levels.compactMap { level in
      guard let value = Estimate.quantile(level, of: summary), value.interval != nil,
        value.value.isFinite
      else { return nil }
      return Exceeded(value: value, probability: 1 - level)
    }
  }

  /// Where the curve is known: every half per cent, since a total that many trials share is a step.
  private static let levels = (1..<200).map { Double($0) / 200 }
}
