/// The gamma distribution of one shape and scale 1 in the coordinate y = log(x / shape), where its
/// density is log-concave.
///
/// Regularised incomplete gamma functions P and Q by the series for x < shape + 1 and by the
/// continued fraction above (Gautschi: A computational procedure for incomplete gamma functions,
/// 1979; DLMF 8.7.1 and 8.9.2). For shapes from 0.01 to a million; relative error of a tail Q
/// below 2e-15 · (50 + |log Q|) for shapes up to 1,000. Held by `SpecialFunctionTests`.
struct IncompleteGamma {
  let shape: Double
  /// ½ log(shape / 2π) - δ(shape): the logarithm of the density in y at y = 0.
  private let peak: Double

  init(shape: Double) {
    self.shape = shape
    peak = 0.5 * Elementary.log(shape) - Elementary.halfLogOfTwoPi - Elementary.stirlingError(shape)
  }

  /// y at x.
  func coordinate(_ x: Double) -> Double {
    // The difference is exact where the ratio's rounding would matter.
    let ratio = (x - shape) / shape
    return abs(ratio) < 0.5
      ? Elementary.logarithmOfOnePlus(ratio) : Elementary.log(x) - Elementary.log(shape)
  }

  /// The logarithms of the density in y and of both tails.
  func logTails(at y: Double) -> LogTails {
    let excess = Elementary.exponentialMinusOne(y)
    let x = shape * Elementary.exp(y)
    let density = peak - shape * Elementary.excessOverLogarithm(excess, logarithm: y)
    if x < shape + 1 {
      return LogTails(density: density, lower: density + Elementary.log(series(x) / shape))
    }
    return LogTails(density: density, upper: density + Elementary.log(fraction(x)))
  }

  /// y at which the distribution has these tails.
  func coordinate(at tails: Tails, near guess: Double = 0) -> Double {
    LogConcaveInversion.solve(tails, start: guess, longestStepRight: 2) { logTails(at: $0) }
  }

  /// 1 + x/(a+1) + x²/((a+1)(a+2)) + …
  private func series(_ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var divisor = shape
    while term > sum * 0x1p-55 {
      divisor += 1
      term *= x / divisor
      sum += term
    }
    return sum
  }

  /// 1/(x + 1 - a - 1 (1 - a)/(x + 3 - a - …)) by Lentz's method.
  private func fraction(_ x: Double) -> Double {
    var denominator = x + 1 - shape
    var c = Double.infinity
    var d = 1 / denominator
    var value = d
    var step = 1.0
    while true {
      let numerator = -step * (step - shape)
      denominator += 2
      d = 1 / (numerator * d + denominator)
      c = denominator + numerator / c
      let change = c * d
      value *= change
      if abs(change - 1) < 0x1p-51 || step > 1e6 { return value }
      step += 1
    }
  }
}
