extension Elementary {
  /// exp(x) - 1 without the loss of small x; at most 6 ulp off.
  ///
  /// (u - 1) · x / log u with u = exp x: the rounding of u cancels (Higham: Accuracy and stability
  /// of numerical algorithms, 2002, section 1.14.1). Held by `SpecialFunctionTests`.
  package static func exponentialMinusOne(_ x: Double) -> Double {
    if abs(x) > 1 { return exp(x) - 1 }
    let u = exp(x)
    if u == 1 { return x }
    return (u - 1) * x / log(u)
  }
}
