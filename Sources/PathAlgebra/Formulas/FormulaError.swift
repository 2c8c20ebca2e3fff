/// What is wrong with a formula or with the model that formulas make.
public enum FormulaError: Error, Hashable, Sendable {
  case unexpected(String, column: Int)
  case unfinished(column: Int)
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
    case .unexpected(_, let column), .unfinished(let column), .unknownName(_, _, let column),
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

  /// How many bytes of the formula the mistake takes, from its column on.
  public var length: Int {
    switch self {
    case .unexpected(let text, _), .unknownName(let text, _, _), .unknownFunction(let text, _, _),
      .unknownDriver(let text, _, _), .notAUnit(let text, _), .unknownWindow(let text, _, _),
      .outsideHorizon(let text, _),
      .wrongArgumentCount(let text, _, _, _), .argumentMustBeName(let text, _),
      .argumentMustBeWhole(let text, _), .needsWindow(let text, _):
      text.utf8.count
    case .unitsDiffer(_, _, let operation, _), .needsPureNumber(_, let operation, _),
      .needsCondition(let operation, _), .definedLater(_, _, let operation, _):
      operation.utf8.count
    case .cycle(let names, _): names.count > 1 ? names[1].utf8.count : 1
    default: 1
    }
  }
}

/// A formula error with the definition that it is in.
public struct ModelError: Error, Sendable {
  public let definition: String
  public let formula: String
  public let error: FormulaError
}
