extension Elementary {
  /// log(1 + x) without the loss of small x; at most 4 ulp off. For x above -1.
  ///
  /// The rounding error of 1 + x cancels in log(u) · x / (u - 1) (Kahan, as in Goldberg: What every
  /// computer scientist should know about floating-point arithmetic, 1991, theorem 4).
  /// Held by `SpecialFunctionTests`.
  package static func logarithmOfOnePlus(_ x: Double) -> Double {
    let u = 1 + x
    if u == 1 { return x }
    return abs(x) > 1 ? log(u) : log(u) * x / (u - 1)
  }
}
