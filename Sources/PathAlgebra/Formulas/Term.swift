internal import NumericalMethods

/// A formula whose names are resolved, ready to be computed for any quarter.
indirect enum Term: Sendable {
  case constant(Double)
  case parameter(Int)
  case definition(Int)
  /// The quarter's number on the axis.
  case time
  case operation(ColumnOperation, [Term])
  case power(Term, Term)
  /// The value so many quarters before, or the other term where the axis has not begun.
  case lag(Term, quarters: Int, otherwise: Term)
  /// The value at (now - lag), linear between quarters and zero before the first.
  case delayed(Term, lag: Term)
  case cumulative(Term)
  case reduction(Reduction, Term, over: ClosedRange<Int>)
  case draw(Draw, stream: String, byTrial: Bool)
  /// A fresh draw, each quarter, from a parameter's distribution.
  case each(parameter: Int)
  case lookup(table: Int, Term)

  enum Draw: Sendable { case uniform, normal }

  /// A number a trial from a value by quarter.
  enum Reduction: Sendable {
    case sum, mean, minimum, maximum, last, count
    /// The first quarter in which a condition holds; infinity when it never does.
    case first
  }
}
