/// The steps of axes and bins.
package enum RoundStep {
  /// The least of 1, 2, 5, 10, 20, … (and their tenths) that is at least x; nil where x is no
  /// positive number.
  package static func atLeast(_ x: Double) -> Double? {
    guard x > 1e-9, x < 1e12 else { return nil }
    var power = 1e-9
    while true {
      for factor in [1.0, 2.0, 5.0] where power * factor >= x * (1 - 1e-9) {
        // Powers below one are not exact in binary: divide instead.
        return power < 1 ? factor / (1 / power).rounded() : (power * factor).rounded()
      }
      power *= 10
    }
  }
}
