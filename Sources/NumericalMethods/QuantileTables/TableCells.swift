/// Polynomials over cells of equal width that cover -limit … limit.
struct TableCells {
  let limit: Double
  let low: Double
  let width: Double
  let count: Int
  let coefficients: [Double]

  /// The widest cells, a power of two at most 1, whose polynomials are accurate enough; nil if more
  /// than 1,200 would be needed.
  /// - Parameter series: the power series at a point; the second number is a guess at its value.
  static func make(
    limit: Double, tolerance: Double, series: (Double, Double) -> [Double]
  ) -> TableCells? {
    var width = 1.0
    // A few places first: most widths fail at one of them.
    var probes: [[Double]] = []
    var guess = 0.0
    for place in stride(from: -1.0, through: 1.0, by: 0.125) {
      let here = series(place * limit, guess)
      probes.append(here)
      guess = here[0] + here[1] * 0.125 * limit
      if !guess.isFinite { guess = 0 }
    }
    while limit / width <= 600 {
      let passes = probes.allSatisfy {
        Economisation($0, width: width, degree: QuantileTable.degree).error <= tolerance
      }
      if passes, let made = make(limit, tolerance, width, series) { return made }
      width /= 2
    }
    return nil
  }

  private static func make(
    _ limit: Double, _ tolerance: Double, _ width: Double, _ series: (Double, Double) -> [Double]
  ) -> TableCells? {
    let half = (limit / width).rounded(.up)
    var coefficients: [Double] = []
    coefficients.reserveCapacity(Int(2 * half) * (QuantileTable.degree + 1))
    var guess = 0.0
    for cell in 0..<Int(2 * half) {
      let here = series(width * (Double(cell) + 0.5 - half), guess)
      let short = Economisation(here, width: width, degree: QuantileTable.degree)
      let own = short.coefficients
      guard short.error <= tolerance, own.allSatisfy(\.isFinite) else { return nil }
      coefficients += own
      guess = here.reversed().reduce(0) { $0 * width + $1 }
    }
    return TableCells(
      limit: limit, low: -half * width, width: width, count: Int(2 * half),
      coefficients: coefficients)
  }
}
