/// Rounding that keeps a number of decimal digits, however large or small the number is.
enum SignificantDigits {
  /// The multiple of a power of ten with `digits` significant digits that is nearest to x, so that its
  /// shortest text has no more of them. Never reverses an order. Beyond 1e-15 … 1e15, where the
  /// powers of ten would not be exact, x stays as it is.
  static func rounded(_ x: Double, digits: Int) -> Double {
    guard x.magnitude >= 1e-15, x.magnitude <= 1e15 else { return x }
    var power = digits - 1
    var bound = 1.0
    while x.magnitude >= bound * 10 {
      bound *= 10
      power -= 1
    }
    // Bounds below one are compared as products: 10 is exact, a tenth is not.
    var scaled = x.magnitude
    while scaled < 1 {
      scaled *= 10
      power += 1
    }
    var scale = 1.0
    for _ in 0..<abs(power) { scale *= 10 }
    return power >= 0 ? (x * scale).rounded() / scale : (x / scale).rounded() * scale
  }
}
