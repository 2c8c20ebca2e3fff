/// A function of the language, as the documentation lists it.
public struct FormulaFunction: Sendable {
  public let name: String
  /// How it is written; what stands in square brackets may be left out.
  public let form: String
  public let meaning: String

  private init(_ name: String, _ form: String, _ meaning: String) {
    self.name = name
    self.form = form
    self.meaning = meaning
  }

  /// Every function, by name. Held by `FunctionTests` and `FormulaDocumentationTests`.
  public static let all: [FormulaFunction] = [
    Self("abs", "abs(x)", "without its sign"),
    Self("count", "count(c, over: window)", "quarters of the window in which c holds"),
    Self("cumulative", "cumulative(x)", "the sum since the first quarter"),
    Self(
      "delayed", "delayed(x, n)",
      "x as it was n quarters ago, linear between quarters; 0 before; n below 0 counts as 0"),
    Self("each", "each(p)", "a driver that is drawn once a trial, drawn anew in each quarter"),
    Self("exp", "exp(x)", "exponential of a pure number"),
    Self("first", "first(c, over: window)", "the first quarter in which c holds, or never"),
    Self("floor", "floor(x)", "rounded down"),
    Self("growth", "growth(x, n[, before])", "x over its value n quarters ago, less one"),
    Self("if", "if(c, x, y)", "x where c holds, else y"),
    Self("lag", "lag(x, n[, before])", "x of n quarters ago; `before` where there was none"),
    Self("last", "last(x, over: window)", "x in the last quarter of the window"),
    Self("log", "log(x)", "natural logarithm of a pure number"),
    Self("lookup", "lookup(table, n)", "entry n of a table of the model, counted from 0"),
    Self("max", "max(x, y, …) or max(x, over: window)", "the greatest"),
    Self("mean", "mean(x, over: window)", "the mean over the window's quarters"),
    Self("min", "min(x, y, …) or min(x, over: window)", "the least"),
    Self("normal", "normal(driver[, by: trial])", "the standard normal score that a driver draws"),
    Self(
      "poisson", "poisson(u, m)",
      "the Poisson count of mean m, 0 to 700, whose probability u reaches"),
    Self("previous", "previous(x[, before])", "x of the quarter before; `before` in the first"),
    Self("sqrt", "sqrt(x)", "square root of a pure number"),
    Self("sum", "sum(x, over: window)", "the sum over the window's quarters"),
    Self("uniform", "uniform(driver[, by: trial])", "the uniform number that a driver draws"),
  ]

  static let names = all.map(\.name)

  /// Words that no quantity can have for a name.
  public static let reservedWords =
    (names + ["and", "by", "never", "not", "or", "over", "quarter", "trial"]).sorted()
}
