internal import MonteCarlo
public import PathAlgebra

/// When something comes: the probability that it has come by the end of each quarter.
///
/// Held by `ArrivalCurveTests`.
public struct ArrivalCurve: Sendable {
  /// Once a trial, in the style of quarters.
  public let quantity: Quantity
  /// The share of trials in which it has come by quarter t = 1 …; never falls.
  public let reached: [Estimate]
  /// The share of trials in which it comes in quarter t = 1 …, and in no other.
  public let during: [Estimate]

  /// Nil for what is no quarter, and where no trial says anything.
  ///
  /// - Parameter quarters: H, how many quarters are simulated.
  init?(_ simulated: SimulatedQuantity, quarters: Int) {
    guard simulated.quantity.style == .quarter, let summary = simulated.summaries.first else {
      return nil
    }
    quantity = simulated.quantity
    let ranked = summary.count - summary.undefined
    guard ranked > 0 else { return nil }
    let counts = (0...quarters).map {
      Int((summary.share(atMost: Double($0)) * Double(ranked)).rounded())
    }
    reached = counts.dropFirst().compactMap { Estimate.share($0, of: ranked) }
    during = zip(counts, counts.dropFirst()).compactMap { Estimate.share($1 - $0, of: ranked) }
  }

  public var name: String { quantity.name }

  /// The share of trials in which it has come by quarter t = 1 ….
  public func by(_ t: Int) -> Estimate? {
    reached.indices.contains(t - 1) ? reached[t - 1] : nil
  }
}
