/// Roots of an ascending function between two points.
enum BracketedRoot {
  /// Chandrupatla's method (A new hybrid quadratic/bisection algorithm, 1997), down to neighbouring
  /// doubles or 4 ulp of the larger end; never more than 200 evaluations. Returns the end on which
  /// the function is not negative. Held by `QuantileTests`.
  static func find(
    from low: Double, to high: Double, of function: (Double) -> Double
  ) -> Double {
    var a = low
    var b = high
    var fa = function(a)
    var fb = function(b)
    if fa >= 0 { return a }
    if fb <= 0 { return b }
    var c = a
    var fc = fa
    var share = 0.5
    for _ in 0..<200 {
      let x = a + share * (b - a)
      let fx = function(x)
      if (fx < 0) == (fa < 0) {
        c = a
        fc = fa
      } else {
        c = b
        fc = fb
        b = a
        fb = fa
      }
      a = x
      fa = fx
      let width = abs(b - a)
      let tolerance = 2 * max(a.magnitude.ulp, b.magnitude.ulp)
      if fa == 0 { return a }
      if width <= 2 * tolerance { break }
      let xi = (a - b) / (c - b)
      let phi = (fa - fb) / (fc - fb)
      if fa != fc && phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi {
        share =
          fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
      } else {
        share = 0.5
      }
      share = min(max(share, tolerance / width), 1 - tolerance / width)
    }
    return fa >= 0 ? a : b
  }
}
