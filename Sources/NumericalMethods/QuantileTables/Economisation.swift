/// Shortens a power series over a symmetric interval by dropping Chebyshev polynomials from its end
/// (Lanczos: Applied analysis, 1956, telescoping of power series).
struct Economisation {
  /// At most this is the error for |τ| ≤ width/2, beyond rounding: what was dropped, and the last
  /// two terms again for what the series itself leaves out.
  let error: Double
  /// Of powers of 2 τ/width, as far as `degree`.
  private let scaled: [Double]
  private let degree: Int

  init(_ series: [Double], width: Double, degree: Int) {
    var scaled = series
    var power = 1.0
    for n in scaled.indices {
      scaled[n] *= power
      power *= width / 2
    }
    let last = scaled.count - 1
    var dropped = abs(scaled[last - 1]) + abs(scaled[last])
    for n in stride(from: last, to: degree, by: -1) {
      let chebyshev = Economisation.chebyshev[n]
      let share = scaled[n] / chebyshev[n]
      dropped += abs(share)
      for k in 0...n { scaled[k] -= share * chebyshev[k] }
    }
    error = dropped
    self.scaled = scaled
    self.degree = degree
  }

  /// Coefficients in powers of τ/width.
  var coefficients: [Double] {
    var doubling = 1.0
    return (0...degree).map { n in
      defer { doubling *= 2 }
      return scaled[n] * doubling
    }
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
