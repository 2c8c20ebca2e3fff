/// The exact distribution of Kolmogorov's distance D of n independent uniform numbers.
///
/// With d = (k - h)/n, the probability is n!/nⁿ times the middle element of the n-th power of a
/// matrix of 2k - 1 rows (Marsaglia, Tsang and Wang: Evaluating Kolmogorov's distribution, 2003, after
/// Durbin, 1973). For n to 200 no element leaves the range of doubles. Held by `UniformityTestTests`.
enum KolmogorovDistribution {
  /// P(D < d), with an absolute error of about 1e-13.
  static func probability(below d: Double, n: Int) -> Double {
    let scaled = Double(n) * d
    if scaled <= 0.5 { return 0 }
    if d >= 1 { return 1 }
    let k = Int(scaled) + 1
    let power = SquareMatrix.steps(k: k, h: Double(k) - scaled).power(n)
    return (1...n).reduce(power[k - 1, k - 1]) { $0 * (Double($1) / Double(n)) }
  }
}

/// As many rows as columns, row by row.
private struct SquareMatrix {
  let size: Int
  private var elements: [Double]

  init(size: Int) {
    self.size = size
    elements = [Double](repeating: 0, count: size * size)
  }

  subscript(row: Int, column: Int) -> Double {
    get { elements[row * size + column] }
    set { elements[row * size + column] = newValue }
  }

  /// 1/(i - j + 1)! on and below the first superdiagonal; the first column and the last row less the
  /// powers of h that lie outside.
  static func steps(k: Int, h: Double) -> SquareMatrix {
    let size = 2 * k - 1
    var powers = [1.0]
    for _ in 0..<size { powers.append((powers.last ?? 1) * h) }
    var matrix = SquareMatrix(size: size)
    var inverseFactorials = [1.0]
    for i in 1...size + 1 {
      inverseFactorials.append((inverseFactorials.last ?? 1) / Double(i))
    }
    for row in 0..<size {
      for column in 0..<min(row + 2, size) {
        var numerator = 1.0
        if column == 0 { numerator -= powers[row + 1] }
        if row == size - 1 { numerator -= powers[size - column] }
        if column == 0, row == size - 1, 2 * h > 1 {
          numerator += raised(2 * h - 1, to: size)
        }
        matrix[row, column] = numerator * inverseFactorials[row - column + 1]
      }
    }
    return matrix
  }

  private static func raised(_ base: Double, to power: Int) -> Double {
    (0..<power).reduce(1) { product, _ in product * base }
  }

  func power(_ exponent: Int) -> SquareMatrix {
    var result: SquareMatrix?
    var square = self
    var left = exponent
    while left > 0 {
      if left & 1 == 1 { result = result.map { $0 * square } ?? square }
      left >>= 1
      if left > 0 { square = square * square }
    }
    return result ?? self
  }

  static func * (a: SquareMatrix, b: SquareMatrix) -> SquareMatrix {
    var product = SquareMatrix(size: a.size)
    for row in 0..<a.size {
      for middle in 0..<a.size {
        let factor = a[row, middle]
        guard factor != 0 else { continue }
        for column in 0..<a.size { product[row, column] += factor * b[middle, column] }
      }
    }
    return product
  }
}
