/// A formula of the model language, parsed.
///
/// Columns count bytes of the text from 1 and point at what an error is about.
indirect enum Formula: Sendable, Equatable {
  case number(Double, column: Int)
  /// A number with its unit: `20bn CNY`, `0.5 [CNY/kWh]`.
  case amount(Double, Unit, column: Int)
  case name(String, column: Int)
  /// A calendar quarter, read as its position on the time axis.
  case quarter(String, column: Int)
  case negated(Formula)
  case not(Formula)
  case binary(BinaryOperator, Formula, Formula, column: Int)
  case call(String, [Formula], over: Name?, by: Name?, column: Int)

  struct Name: Sendable, Equatable {
    let text: String
    let column: Int
  }

  enum BinaryOperator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case power = "^"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "="
    case notEqual = "!="
    case and = "and"
    case or = "or"

    var isComparison: Bool {
      switch self {
      case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: true
      default: false
      }
    }
  }

  /// Where in the text the formula's own operator or name stands.
  var column: Int {
    switch self {
    case .number(_, let column), .amount(_, _, let column), .name(_, let column),
      .quarter(_, let column):
      column
    case .negated(let inner), .not(let inner): inner.column
    case .binary(_, _, _, let column), .call(_, _, _, _, let column): column
    }
  }
}
