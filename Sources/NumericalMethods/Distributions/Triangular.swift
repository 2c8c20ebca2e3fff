/// The triangular distribution's closed forms.
package struct Triangular: Sendable {
  let low: Double
  let mode: Double
  let high: Double

  package init(low: Double, mode: Double, high: Double) {
    self.low = low
    self.mode = mode
    self.high = high
  }

  /// With w = high - low and P(X ≤ mode) = (mode - low)/w: low + √(p w (mode - low)) up to it, and
  /// high - √((1 - p) w (high - mode)) above.
  package func quantile(_ tails: Tails) -> Double {
    let width = high - low
    return tails.lower <= (mode - low) / width
      ? low + (tails.lower * width * (mode - low)).squareRoot()
      : high - (tails.upper * width * (high - mode)).squareRoot()
  }

  /// For x within low … high.
  func tails(at x: Double) -> Tails {
    let width = high - low
    if x <= mode {
      return Tails((x - low) * (x - low) / width / (mode - low))
    }
    let upper = (high - x) * (high - x) / width / (high - mode)
    return Tails(lower: 1 - upper, upper: upper)
  }
}
