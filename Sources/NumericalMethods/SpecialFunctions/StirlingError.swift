extension Elementary {
  static let halfLogOfTwoPi = 0.91893853320467274178

  /// δ(x) = log Γ(x + 1) - (x + ½) log x + x - ½ log 2π for x > 0; absolute error below 4e-15.
  ///
  /// What Stirling's formula leaves. Densities of gamma and beta made with it do not subtract large
  /// logarithms (Loader: Fast and accurate computation of binomial probabilities, 2000).
  package static func stirlingError(_ x: Double) -> Double {
    var shifted = x
    var difference = 0.0
    // δ(x) - δ(x + 1) = (x + ½) log(1 + 1/x) - 1
    while shifted < 10 {
      difference += (shifted + 0.5) * logarithmOfOnePlus(1 / shifted) - 1
      shifted += 1
    }
    let inverse = 1 / shifted
    let square = inverse * inverse
    // Bernoulli numbers over 2k (2k - 1).
    let series: [Double] = [
      1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156, -3617 / 122_400,
    ]
    var sum = 0.0
    for coefficient in series.reversed() { sum = sum * square + coefficient }
    return difference + sum * inverse
  }

  /// ψ(t) = t - log(1 + t) ≥ 0 with small relative error; `logarithm` is log(1 + t).
  ///
  /// With v = t/(2 + t): ψ = t v - 2 (v³/3 + v⁵/5 + …).
  static func excessOverLogarithm(_ t: Double, logarithm: Double) -> Double {
    if abs(t) > 0.3 { return t - logarithm }
    let v = t / (2 + t)
    let square = v * v
    var sum = 0.0
    for odd in stride(from: 23.0, through: 3.0, by: -2.0) { sum = sum * square + 1 / odd }
    return t * v - 2 * v * square * sum
  }
}
