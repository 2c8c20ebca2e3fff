/// Shortens a power series over a symmetric interval by dropping Chebyshev polynomials from its end
/// (Lanczos: Applied analysis, 1956, telescoping of power series).
struct Economisation {
  /// Coefficients in powers of τ/width.
  let coefficients: [Double]
  /// At most this is the error for |τ| ≤ width/2, beyond rounding: what was dropped, and the last
  /// two terms again for what the series itself leaves out.
  let error: Double

  init(_ series: [Double], width: Double, degree: Int) {
    var scaled: [Double] = []
    var power = 1.0
    for coefficient in series {
      scaled.append(coefficient * power)
      power *= width / 2
    }
    var dropped = scaled.suffix(2).reduce(0) { $0 + abs($1) }
    for n in stride(from: scaled.count - 1, to: degree, by: -1) {
      let leading = scaled[n]
      let chebyshev = Economisation.chebyshev[n]
      let share = leading / chebyshev[n]
      dropped += abs(share)
      for k in 0...n { scaled[k] -= share * chebyshev[k] }
    }
    var doubling = 1.0
    coefficients = scaled.prefix(degree + 1).map { coefficient in
      defer { doubling *= 2 }
      return coefficient * doubling
    }
    error = dropped
  }

  /// Coefficients of the Chebyshev polynomials up to the length of the series.
  private static let chebyshev: [[Double]] = {
    var polynomials: [[Double]] = [[1], [0, 1]]
    for n in 2..<TaylorSeries.length {
      var next = [0] + polynomials[n - 1].map { 2 * $0 }
      for (k, coefficient) in polynomials[n - 2].enumerated() { next[k] -= coefficient }
      polynomials.append(next)
    }
    return polynomials
  }()
}
