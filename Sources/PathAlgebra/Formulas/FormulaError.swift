/// What is wrong with a formula or with the model that formulas make.
public enum FormulaError: Error, Hashable, Sendable {
  case unexpected(String, column: Int)
  case unfinished(column: Int)
  /// A closing bracket that none opens.
  case strayBracket(column: Int)
  /// `a < b < c`, at its second sign.
  case chainedComparison(column: Int)
  /// A number beyond what a double holds.
  case tooLarge(String, column: Int)
  /// A day, with its quarter.
  case date(String, quarter: String, column: Int)
  /// A name right behind a number.
  case looseUnit(String, number: String, column: Int)
  /// A number with the scale of money, but without a currency.
  case noCurrency(String, column: Int)
  case tooLong(limit: Int)
  case unknownName(String, nearest: String?, column: Int)
  case unknownFunction(String, nearest: String?, column: Int)
  /// Of `normal` and `uniform`: no driver of the model has this name.
  case unknownDriver(String, nearest: String?, column: Int)
  case unknownWindow(String, known: [String], column: Int)
  case outsideHorizon(String, column: Int)
  case wrongArgumentCount(function: String, expected: String, got: Int, column: Int)
  case argumentMustBeName(function: String, column: Int)
  case argumentMustBeWhole(function: String, column: Int)
  case needsWindow(function: String, column: Int)
  /// Two units that would have to be equal.
  case unitsDiffer(String, String, operation: String, column: Int)
  /// In square brackets behind a number.
  case notAUnit(String, column: Int)
  /// A formula's unit is not the one that is declared.
  case otherUnit(String, declared: String)
  case needsPureNumber(String, operation: String, column: Int)
  /// A number where a condition such as `x > 0` is needed.
  case needsCondition(operation: String, column: Int)
  /// A quantity by quarter where one number a trial is needed.
  case byQuarterInTrial(String, column: Int)
  /// What is folded is not yet defined when the fold begins.
  case definedLater(first: String, begins: String, operation: String, column: Int)
  /// It reaches back by the whole horizon or more.
  case neverDefined(horizon: Int)
  /// Each name depends on the next, and the last on the first; the column is that of the second
  /// name in the formula of the first.
  case cycle([String], column: Int)
  case duplicateName(String)
  /// A word of the language.
  case reservedName(String)
  /// More steps than any sensible formula takes.
  case tooMuchWork(limit: Int)

  /// Where in the formula the mistake is: a byte, counted from 1; nil where it is the whole.
  public var column: Int? {
    switch self {
    case .unexpected(_, let column), .unfinished(let column), .strayBracket(let column),
      .chainedComparison(let column), .tooLarge(_, let column), .date(_, _, let column),
      .looseUnit(_, _, let column), .noCurrency(_, let column), .unknownName(_, _, let column),
      .unknownFunction(_, _, let column), .unknownDriver(_, _, let column),
      .unknownWindow(_, _, let column), .outsideHorizon(_, let column),
      .wrongArgumentCount(_, _, _, let column), .argumentMustBeName(_, let column),
      .argumentMustBeWhole(_, let column), .needsWindow(_, let column),
      .notAUnit(_, let column), .unitsDiffer(_, _, _, let column),
      .needsPureNumber(_, _, let column),
      .needsCondition(_, let column), .byQuarterInTrial(_, let column),
      .definedLater(_, _, _, let column), .cycle(_, let column):
      column
    case .tooLong, .otherUnit, .neverDefined, .duplicateName, .reservedName, .tooMuchWork: nil
    }
  }

  /// How many bytes of its formula the mistake takes, from its column on: those of the word or sign
  /// that stands there.
  public func length(in formula: String) -> Int {
    guard let column else { return 1 }
    let length = Lexer.length(of: formula, at: column)
    guard case .noCurrency = self else { return length }
    // The scale stands behind the number: `20bn`, `20 bn`.
    return length + Lexer.length(of: formula, at: column + length)
  }
}

/// A formula error with the definition that it is in.
public struct ModelError: Error, Sendable {
  public let definition: String
  public let formula: String
  public let error: FormulaError
}
