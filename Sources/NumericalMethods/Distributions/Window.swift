/// What is left of a distribution between two bounds.
struct Window {
  let base: Distribution
  let low: Double
  let high: Double
  /// The base's tails below `low`, and at `high`.
  let first: Tails
  let last: Tails
  /// P(low ≤ base ≤ high).
  let mass: Double

  init(base: Distribution, low: Double, high: Double) {
    self.base = base
    self.low = low
    self.high = high
    first = base.tailsBelow(low)
    last = base.tails(at: high)
    mass = first.upper <= 0.5 ? first.upper - last.upper : last.lower - first.lower
  }

  /// The base's quantile at the same place of what is left, held inside the bounds.
  func quantile(_ tails: Tails) -> Double { min(max(base.quantile(widened(tails)), low), high) }

  /// The base's tails where the window's are these.
  func widened(_ tails: Tails) -> Tails {
    Tails(
      lower: min(max(first.lower + tails.lower * mass, .leastNormalMagnitude), 1),
      upper: min(max(last.upper + tails.upper * mass, .leastNormalMagnitude), 1))
  }

  /// The window's tails where the base's are these, for points inside the window.
  func narrowed(_ tails: Tails) -> Tails {
    Tails(
      lower: min(max((tails.lower - first.lower) / mass, 0), 1),
      upper: min(max((tails.upper - last.upper) / mass, 0), 1))
  }
}
