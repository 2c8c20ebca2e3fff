/// The lower triangular factor L with L Lᵀ = A, rows in the order given, for matrices that may be
/// singular: correlations of ±1, or one quantity a mix of others.
///
/// A pivot below 1e-12 counts as zero and its column as empty, which is right only if what is left
/// of that column is zero too (Higham: Accuracy and stability of numerical algorithms, 2002,
/// theorem 10.9). Entries are reproduced within 2e-6 in that case, and to rounding otherwise. The
/// library's factorisation stops at singular matrices and lets NaN pass, so this is our own; fixed
/// order, the same bits everywhere. Held by `CorrelationMatrixTests`.
struct SemidefiniteCholesky {
  let size: Int
  /// Row by row.
  let factor: [Double]

  private static let smallestPivot = 1e-12
  private static let largestRemainder = 1.5e-6

  /// nil when the matrix has a negative eigenvalue.
  init?(_ matrix: [Double], size: Int) {
    var factor = [Double](repeating: 0, count: size * size)
    for column in 0..<size {
      for row in column..<size {
        var left = matrix[row * size + column]
        for k in 0..<column { left -= factor[row * size + k] * factor[column * size + k] }
        if row == column {
          guard left >= -SemidefiniteCholesky.smallestPivot else { return nil }
          factor[row * size + row] =
            left > SemidefiniteCholesky.smallestPivot ? left.squareRoot() : 0
        } else if factor[column * size + column] > 0 {
          factor[row * size + column] = left / factor[column * size + column]
        } else {
          guard abs(left) <= SemidefiniteCholesky.largestRemainder else { return nil }
        }
      }
    }
    self.size = size
    self.factor = factor
  }
}
