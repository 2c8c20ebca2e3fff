/// `impact` with a probability and zero otherwise, as one distribution ordered by value.
struct Event {
  let probability: Double
  let impact: Distribution
  /// P(X < 0) and P(X > 0).
  private let negative: Double
  private let positive: Double

  init(probability: Double, impact: Distribution) {
    self.probability = probability
    self.impact = impact
    negative = probability * impact.tailsBelow(0).lower
    positive = probability * impact.tails(at: 0).upper
  }

  /// Below zero the impact's lower tail, above zero its upper tail, and zero between.
  func quantile(_ tails: Tails) -> Double {
    if tails.lower <= negative { return impact.quantile(Tails(inside: tails.lower / probability)) }
    if tails.upper < positive {
      return impact.quantile(Tails(inside: tails.upper / probability).reflected)
    }
    return 0
  }
}

extension Tails {
  /// A rounded quotient held strictly inside 0 … 1, where quantiles exist.
  init(inside lower: Double) {
    let held = min(max(lower, .leastNormalMagnitude), 1 - 0x1p-53)
    self.init(held)
  }
}
