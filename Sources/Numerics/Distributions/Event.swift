/// `impact` with a probability and zero otherwise, as one distribution ordered by value.
struct Event {
  let probability: Double
  let impact: Distribution

  /// Below zero the impact's lower tail, above zero its upper tail, and zero between.
  func quantile(_ tails: Tails) -> Double {
    if tails.lower <= probability * impact.tailsBelow(0).lower {
      return impact.quantile(Tails(inside: tails.lower / probability))
    }
    if tails.upper < probability * impact.tails(at: 0).upper {
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
