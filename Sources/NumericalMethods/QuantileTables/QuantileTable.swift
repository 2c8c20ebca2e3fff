internal import CColumnKernels

/// Quick evaluation of a smooth function that is slow to compute: a quantile as a function of the
/// normal score, or a score as a function of Student's t.
///
/// One polynomial of degree 7 a cell of equal width, in a coordinate in which the function is tame,
/// then a transform back. Deterministic: the same bits from columns and single values, on every
/// machine. Scores beyond ±8.3 count as ±8.3. For shapes up to 10,000 the error is below 2e-13 of
/// the larger of |value| and the distribution's standard deviation (where that is infinite, its
/// interquartile range), and for larger ones below 2e-12. Held by `QuantileTableTests`.
package struct QuantileTable: Hashable, Sendable {
  /// Where scores end: P(Z < -8.3) is half of 2^-53, the least step of a uniform number near one.
  package static let scoreLimit = 8.3

  package enum Transform: Hashable, Sendable {
    /// offset + scale · exp p
    case exponential(offset: Double, scale: Double)
    /// offset + scale / (1 + exp(-p))
    case logistic(offset: Double, scale: Double)
    /// offset + scale · sinh p
    case hyperbolicSine(offset: Double, scale: Double)
    /// p of the argument 2 asinh(scale · x)
    case scoreOfStudentT(scale: Double)
  }

  package let transform: Transform
  /// Arguments are held within -limit … limit.
  package let limit: Double
  /// Where the first cell begins.
  package let low: Double
  /// A power of two.
  package let cellWidth: Double
  package let cells: Int
  /// Eight a cell, the constant first, for powers of (z - centre)/cellWidth.
  package let coefficients: [Double]

  init(
    transform: Transform, limit: Double, low: Double, cellWidth: Double, cells: Int,
    coefficients: [Double]
  ) {
    self.transform = transform
    self.limit = limit
    self.low = low
    self.cellWidth = cellWidth
    self.cells = cells
    self.coefficients = coefficients
  }

  static let degree = Int(COLUMN_TABLE_DEGREE)

  /// The value at a score (or, for a score table, at x).
  package func value(score z: Double) -> Double {
    var shape = shape
    return scalar_table(z, &shape, coefficients)
  }

  /// The same for a column.
  package func evaluate(
    _ out: UnsafeMutableBufferPointer<Double>, scores: UnsafePointer<Double>
  ) {
    var shape = shape
    column_table(out.baseAddress, scores, out.count, &shape, coefficients)
  }

  private var shape: column_table_shape {
    let (kind, offset, scale) =
      switch transform {
      case .exponential(let offset, let scale): (COLUMN_TABLE_EXPONENTIAL, offset, scale)
      case .logistic(let offset, let scale): (COLUMN_TABLE_LOGISTIC, offset, scale)
      case .hyperbolicSine(let offset, let scale): (COLUMN_TABLE_HYPERBOLIC_SINE, offset, scale)
      case .scoreOfStudentT(let scale): (COLUMN_TABLE_SCORE_OF_T, 0, scale)
      }
    return column_table_shape(
      limit: limit, low: low, cell_width: cellWidth, cells_per_unit: 1 / cellWidth,
      cells: Int32(cells),
      transform: kind, offset: offset, scale: scale)
  }
}
