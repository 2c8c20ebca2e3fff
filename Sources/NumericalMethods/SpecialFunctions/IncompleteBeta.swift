/// The beta distribution of two shapes in the coordinate y = logit x - log(α/β), where its density
/// is log-concave and 0 is the mean.
///
/// The regularised incomplete beta function by a continued fraction with Lentz's method. For shapes from 0.01 to a million; relative error of a tail Q below
/// 2e-15 · (50 + |log Q|) for shapes up to 1,000. Held by `SpecialFunctionTests`.
struct IncompleteBeta {
  let alpha: Double
  let beta: Double
  /// The logarithm of the density in y at y = 0.
  private let peak: Double

  init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
    let sum = alpha + beta
    peak =
      0.5 * (Elementary.log(alpha) + Elementary.log(beta) - Elementary.log(sum))
      - Elementary.halfLogOfTwoPi + Elementary.stirlingError(sum) - Elementary.stirlingError(alpha)
      - Elementary.stirlingError(beta)
  }

  private init(alpha: Double, beta: Double, peak: Double) {
    self.alpha = alpha
    self.beta = beta
    self.peak = peak
  }

  var reflected: IncompleteBeta { IncompleteBeta(alpha: beta, beta: alpha, peak: peak) }

  /// log(α/β), the logit of the mean.
  var centre: Double { Elementary.log(alpha) - Elementary.log(beta) }

  /// y at x, from x and 1 - x.
  func coordinate(_ x: Double, complement: Double) -> Double {
    // (x - mean)/(mean (1 - x)): accurate near the mean.
    let ratio = (x * beta - complement * alpha) / (alpha * complement)
    return abs(ratio) < 0.5
      ? Elementary.logarithmOfOnePlus(ratio)
      : Elementary.log(x) - Elementary.log(complement) - centre
  }

  /// The logarithms of the density in y and of both tails.
  func logTails(at y: Double) -> LogTails {
    // Beyond the mean the fraction converges faster from the other end.
    if y > 0 { return reflected.logTails(below: -y).reflected }
    return logTails(below: y)
  }

  /// y at which the distribution has these tails.
  func coordinate(at tails: Tails, near guess: Double = 0) -> Double {
    LogConcaveInversion.solve(tails, start: guess, longestStepRight: .infinity) { logTails(at: $0) }
  }

  private func logTails(below y: Double) -> LogTails {
    let mean = alpha / (alpha + beta)
    let rest = beta / (alpha + beta)
    let excess = Elementary.exponentialMinusOne(y)
    let spread = 1 + mean * excess
    let logSpread = Elementary.logarithmOfOnePlus(mean * excess)
    // log x^α (1 - x)^β against its peak: two terms of one sign, so nothing cancels.
    let density =
      peak
      - alpha * Elementary.excessOverLogarithm(rest * excess / spread, logarithm: y - logSpread)
      - beta * Elementary.excessOverLogarithm(-mean * excess / spread, logarithm: -logSpread)
    let x = mean * (1 + excess) / spread
    let lambda = -(alpha * rest) * excess / spread
    return LogTails(
      density: density, lower: density + Elementary.log(fraction(x, lambda: lambda)))
  }

  /// The even part of the fraction of DLMF 8.17.22, in λ = α (1 - x) - β x rather than in x alone, so
  /// that nothing cancels when x is close to one; λ ≥ 0 (Didonato and Morris: Algorithm 708:
  /// significant digit computation of the incomplete beta function ratios, 1992).
  private func fraction(_ x: Double, lambda: Double) -> Double {
    var value = alpha * (lambda + 1) / (alpha + 1)
    var c = value
    var d = 0.0
    var n = 1.0
    while true {
      let place = alpha + 2 * n
      let product = n * (beta - n) * x / (place - 1)
      let numerator = (alpha + n - 1) * (alpha + beta + n - 1) / (place - 1) * product * x
      let denominator = n + product + (alpha + n) * (lambda + 1 + n * (2 - x)) / (place + 1)
      d = 1 / (denominator + numerator * d)
      c = denominator + numerator / c
      let change = c * d
      value *= change
      if abs(change - 1) < 0x1p-51 || n > 1e6 { return 1 / value }
      n += 1
    }
  }
}
