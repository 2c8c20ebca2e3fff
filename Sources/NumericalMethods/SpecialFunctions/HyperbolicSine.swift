extension Elementary {
  /// sinh x, without the loss of small x; at most 8 ulp off.
  ///
  /// Below a half the Taylor series, above (e^x - e^-x)/2; the very operations of the kernel
  /// `column_table`. Held by `SpecialFunctionTests`.
  package static func hyperbolicSine(_ x: Double) -> Double {
    let square = x * x
    var sum = 1 + square * (1.0 / 210)
    sum = 1 + square * (1.0 / 156) * sum
    sum = 1 + square * (1.0 / 110) * sum
    sum = 1 + square * (1.0 / 72) * sum
    sum = 1 + square * (1.0 / 42) * sum
    sum = 1 + square * (1.0 / 20) * sum
    sum = 1 + square * (1.0 / 6) * sum
    let power = exp(x)
    return abs(x) < 0.5 ? x * sum : 0.5 * (power - 1 / power)
  }

  /// asinh x, without the loss of small x; at most 8 ulp off.
  ///
  /// log(1 + a + a²/(1 + √(1 + a²))) with a = |x|. Held by `SpecialFunctionTests`.
  package static func inverseHyperbolicSine(_ x: Double) -> Double {
    let magnitude = abs(x)
    let result: Double
    if magnitude > 1e8 {
      result = log(magnitude) + 0.69314718055994530942
    } else {
      let square = magnitude * magnitude
      result = logarithmOfOnePlus(magnitude + square / (1 + (1 + square).squareRoot()))
    }
    return x < 0 ? -result : result
  }
}
