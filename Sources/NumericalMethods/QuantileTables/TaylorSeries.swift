/// The quantile of a shaped distribution as a power series in the normal score, and its inverse.
///
/// In the coordinate y, with density f and ln f' = -κ δ(y), the quantile obeys y' = φ(z)/f(y), so
/// (ln y')' = -z + κ δ y', and δ' = (m + δ)(r - c δ) y' is a polynomial in itself: every coefficient
/// follows from those before it (Steinbrecher and Shaw: Quantile mechanics, 2008, for the method).
struct TaylorSeries {
  /// How many coefficients are taken before the polynomial is shortened.
  static let length = 14

  /// κ, m, r and c above.
  let tilt: Double
  let mean: Double
  let rest: Double
  let curvature: Double

  init(_ kind: Shaped.Kind) {
    switch kind {
    case .gamma(let gamma):
      (tilt, mean, rest, curvature) = (gamma.shape, 1, 1, 0)
    case .beta(let beta), .studentT(let beta):
      let sum = beta.alpha + beta.beta
      (tilt, mean, rest, curvature) = (sum, beta.alpha / sum, beta.beta / sum, 1)
    }
  }

  /// The shape of a gamma, the smaller of a beta's; half of the degrees of freedom of a t.
  var smallestShape: Double { tilt * min(mean, rest) }

  /// δ at y: exp y - 1, or x - mean.
  private func tiltAt(_ y: Double) -> Double {
    let excess = Elementary.exponentialMinusOne(y)
    return curvature == 0 ? excess : mean * rest * excess / (1 + mean * excess)
  }

  /// Coefficients of y(score + τ) in powers of τ, `y` and the logarithm of its density given.
  func quantile(at score: Double, y: Double, logDensity: Double) -> [Double] {
    let slope = Elementary.exp(-0.5 * score * score - Elementary.halfLogOfTwoPi - logDensity)
    var g = coefficients(first: slope)
    var delta = coefficients(first: tiltAt(y))
    var growth = coefficients(first: 0)
    var product = coefficients(first: 0)
    var series = coefficients(first: y)
    for n in 0..<TaylorSeries.length - 1 {
      series[n + 1] = g[n] / Double(n + 1)
      let time = n == 0 ? score : (n == 1 ? 1 : 0)
      growth[n] = tilt * convolution(delta, g, n) - time
      product[n] =
        (n == 0 ? mean * rest : 0) + (rest - curvature * mean) * delta[n]
        - curvature * convolution(delta, delta, n)
      delta[n + 1] = convolution(product, g, n) / Double(n + 1)
      g[n + 1] = convolution(g, growth, n) / Double(n + 1)
    }
    return series
  }

  /// Coefficients of the normal score z(y + τ) in powers of τ: z' = f(y)/φ(z), so that
  /// (ln z')' = -κ δ + z z'.
  func score(at y: Double, score: Double, logDensity: Double) -> [Double] {
    let slope = Elementary.exp(0.5 * score * score + Elementary.halfLogOfTwoPi + logDensity)
    var g = coefficients(first: slope)
    var delta = coefficients(first: tiltAt(y))
    var growth = coefficients(first: 0)
    var series = coefficients(first: score)
    for n in 0..<TaylorSeries.length - 1 {
      series[n + 1] = g[n] / Double(n + 1)
      growth[n] = convolution(series, g, n) - tilt * delta[n]
      let product =
        (n == 0 ? mean * rest : 0) + (rest - curvature * mean) * delta[n]
        - curvature * convolution(delta, delta, n)
      delta[n + 1] = product / Double(n + 1)
      g[n + 1] = convolution(g, growth, n) / Double(n + 1)
    }
    return series
  }

  /// As many as a series has, of which the first is known.
  private func coefficients(first: Double) -> [Double] {
    var coefficients = Array(repeating: 0.0, count: TaylorSeries.length)
    coefficients[0] = first
    return coefficients
  }

  /// Σ a[i] b[n - i].
  @inline(__always)
  private func convolution(_ a: [Double], _ b: [Double], _ n: Int) -> Double {
    var sum = 0.0
    for i in 0...n { sum += a[i] * b[n - i] }
    return sum
  }
}
