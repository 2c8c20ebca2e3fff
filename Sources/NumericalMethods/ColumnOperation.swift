/// The operations of column programs.
///
/// Each has one meaning, given for single values by `value`; the column kernels compute the same
/// bits for a whole block of trials. Truth is 1, falsehood 0; what
/// compares or depends on NaN is NaN, so that nothing undefined passes for an answer.
package enum ColumnOperation: UInt8, Sendable {
  // MARK: of one value
  case negate, absolute, squareRoot, floor, exp, log, normalQuantile, normalCDF

  // MARK: of two values
  case add, subtract, multiply, divide, minimum, maximum, less, lessOrEqual, equal
  /// The quantile of a Poisson distribution: (probability, mean).
  case poisson

  // MARK: of three values
  /// The second where the first is not zero, the third elsewhere.
  case choose

  /// What the operation gives for single values; operands that it does not have are ignored.
  package func value(_ a: Double, _ b: Double = 0, _ c: Double = 0) -> Double {
    switch self {
    case .negate: -a
    case .absolute: abs(a)
    case .squareRoot: a.squareRoot()
    case .floor: a.rounded(.down)
    case .exp: Elementary.exp(a)
    case .log: Elementary.log(a)
    case .normalQuantile: Elementary.normalQuantile(a)
    case .normalCDF: Elementary.normalCDF(a)
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .minimum: a < b ? a : (b <= a ? b : a + b)
    case .maximum: a > b ? a : (b >= a ? b : a + b)
    case .less: a < b ? 1 : (a >= b ? 0 : a + b)
    case .lessOrEqual: a <= b ? 1 : (a > b ? 0 : a + b)
    case .equal: a == b ? 1 : (a < b || a > b ? 0 : a + b)
    case .poisson: Elementary.poissonQuantile(a, mean: b)
    case .choose: a.isNaN ? a : (a != 0 ? b : c)
    }
  }

  package var operandCount: Int {
    switch self {
    case .negate, .absolute, .squareRoot, .floor, .exp, .log, .normalQuantile, .normalCDF: 1
    case .choose: 3
    default: 2
    }
  }
}
