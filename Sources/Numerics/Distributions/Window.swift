/// What is left of a distribution between two bounds.
struct Window {
  let base: Distribution
  let low: Double
  let high: Double

  private var first: Tails { base.tailsBelow(low) }
  var mass: Double { base.probability(from: low, to: high) }

  /// The base's quantile at the same place of what is left, held inside the bounds.
  func quantile(_ tails: Tails) -> Double { min(max(base.quantile(widened(tails)), low), high) }

  /// The base's tails where the window's are these.
  func widened(_ tails: Tails) -> Tails {
    let first = first
    let last = base.tails(at: high)
    let mass = mass
    return Tails(
      lower: min(max(first.lower + tails.lower * mass, .leastNormalMagnitude), 1),
      upper: min(max(last.upper + tails.upper * mass, .leastNormalMagnitude), 1))
  }

  /// The window's tails where the base's are these, for points inside the window.
  func narrowed(_ tails: Tails) -> Tails {
    let last = base.tails(at: high)
    let mass = mass
    return Tails(
      lower: min(max((tails.lower - first.lower) / mass, 0), 1),
      upper: min(max((tails.upper - last.upper) / mass, 0), 1))
  }
}
