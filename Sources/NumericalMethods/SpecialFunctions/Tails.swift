/// Both probabilities on the two sides of a value, each with its own relative accuracy:
/// P(X ≤ x) and P(X > x).
package struct Tails: Hashable, Sendable {
  package let lower: Double
  package let upper: Double

  package init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// `upper` is exact for p of at least a half.
  package init(_ lower: Double) { self.init(lower: lower, upper: 1 - lower) }

  /// The tails of a standard normal beyond `score`.
  package init(score: Double) {
    self.init(lower: Elementary.normalCDF(score), upper: Elementary.normalCDF(-score))
  }

  /// The normal score with these tails; infinite where one of them is empty.
  package var score: Double {
    if lower <= 0 || upper <= 0 { return lower <= 0 ? -.infinity : .infinity }
    return lower <= 0.5 ? Elementary.normalQuantile(lower) : -Elementary.normalQuantile(upper)
  }

  package var reflected: Tails { Tails(lower: upper, upper: lower) }
}

/// A distribution at one point, in logarithms, so that nothing underflows far out.
struct LogTails {
  let density: Double
  let lower: Double
  let upper: Double

  /// From the logarithm of one side, below or about zero; the other is its complement.
  init(density: Double, lower: Double) {
    let held = min(lower, 0)
    self.density = density
    self.lower = held
    upper = Elementary.logarithmOfOnePlus(-Elementary.exp(held))
  }

  init(density: Double, upper: Double) {
    self = LogTails(density: density, lower: upper).reflected
  }

  private init(density: Double, lower: Double, upper: Double) {
    self.density = density
    self.lower = lower
    self.upper = upper
  }

  var reflected: LogTails { LogTails(density: density, lower: upper, upper: lower) }

  var tails: Tails { Tails(lower: Elementary.exp(lower), upper: Elementary.exp(upper)) }
}
