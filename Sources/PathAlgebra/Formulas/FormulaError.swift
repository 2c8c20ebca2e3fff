/// What is wrong with a formula or with the model that formulas make.
public enum FormulaError: Error, Hashable, Sendable {
  case unexpected(String, column: Int)
  case unfinished(column: Int)
  case tooLong(limit: Int)
  case unknownName(String, nearest: String?, column: Int)
  case unknownFunction(String, nearest: String?, column: Int)
  case unknownWindow(String, known: [String], column: Int)
  case outsideHorizon(String, column: Int)
  case wrongArgumentCount(function: String, expected: String, got: Int, column: Int)
  case argumentMustBeName(function: String, column: Int)
  case argumentMustBeWhole(function: String, column: Int)
  case needsWindow(function: String, column: Int)
  /// Two units that would have to be equal.
  case unitsDiffer(String, String, operation: String, column: Int)
  case needsPureNumber(String, operation: String, column: Int)
  /// A quantity by quarter where one number a trial is needed.
  case byQuarterInTrial(String, column: Int)
  /// Each name depends on the next, and the last on the first.
  case cycle([String])
  case duplicateName(String)
}

/// A formula error with the definition that it is in.
public struct ModelError: Error, Sendable {
  public let definition: String
  public let formula: String
  public let error: FormulaError
}
