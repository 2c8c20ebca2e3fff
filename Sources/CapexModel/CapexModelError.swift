public import NumericalMethods
public import PathAlgebra

/// What a scenario assumes that cannot be, though each value alone is possible.
public enum CapexModelError: Error, Hashable, Sendable {
  case missing(path: String)
  case planLongerThanHorizon(path: String, plan: Int, horizon: Int)
  case notWholeMillions(path: String, billions: Double)
  case wrongWeightCount(path: String, weights: Int, quarters: Int)
  case revisionOutsidePlan(path: String, quarter: Quarter, first: Quarter, last: Quarter)
  /// No weight of the profile lies in or after the quarter of the revision.
  case nothingLeftToRevise(path: String, quarter: Quarter)
  /// A reported quarter must lie before the start, and by less than two years.
  case reportedQuarter(path: String, quarter: Quarter, start: Quarter)
  case probabilitiesAboveOne(path: String, sum: Double)
  /// Rates that have happened, without saying until when.
  case actualsNeedUntil(path: String)
  /// Neither a table of figures nor one of rates.
  case nothingHappened(path: String)
  /// What has happened lies in the simulation and leaves a quarter of it.
  case untilOutside(path: String, quarter: Quarter, first: Quarter, last: Quarter)
  /// No figure of the last quarter that is said to have happened; `last` is the last with one.
  case actualsEndEarly(path: String, until: Quarter, last: Quarter?, start: Quarter)
  /// A row of the table has another value than the scenario for the same quarter, in billions.
  case actualContradicts(
    path: String, value: Double, file: String, line: Int, quarter: Quarter, actual: Double)
  /// The revision lies in a quarter that has happened.
  case revisionHappened(path: String, quarter: Quarter, until: Quarter)
  /// The schedule has nothing in the quarters that are left.
  case nothingToPhase(path: String, rule: String, quarter: Quarter)
  case sharesDoNotSumToOne(path: String, sum: Double)
  case noSegments(path: String)
  case halfLifeNeedsLongRun(path: String)
  case importsNeedDollars(path: String)
  case unknownDriver(path: String, name: String, nearest: String?, known: [String])
  case driversOfDifferentKind(path: String, byTrial: String, byQuarter: String)
  case impossibleCorrelations(path: String, CorrelationError)
  case unknownOutput(path: String, name: String, nearest: String?)
  /// A history for the bootstrap has fewer than two quarters.
  case historyTooShort(path: String, quarters: Int)
  /// Each line of the scenario's own that is wrong; never empty.
  case wrongLines([WrongLine])
  case tooManyLines(path: String, count: Int, limit: Int)
  /// A process of logarithms knows no value at or below zero.
  case mustBePositive(path: String, process: String)
  /// Only a distribution is drawn in each quarter.
  case nothingToDraw(path: String, value: String)

  /// A driver, quantity or metric of the scenario's own, with what is wrong.
  public struct WrongLine: Hashable, Sendable {
    /// The key of the formula; of a name that cannot be, its section.
    public let path: String
    public let error: FormulaError
  }

  /// The key that the problem is about.
  public var path: String {
    switch self {
    case .missing(let path), .planLongerThanHorizon(let path, _, _),
      .notWholeMillions(let path, _), .wrongWeightCount(let path, _, _),
      .revisionOutsidePlan(let path, _, _, _), .nothingLeftToRevise(let path, _),
      .reportedQuarter(let path, _, _), .actualsNeedUntil(let path), .nothingHappened(let path),
      .untilOutside(let path, _, _, _), .actualsEndEarly(let path, _, _, _),
      .actualContradicts(let path, _, _, _, _, _), .revisionHappened(let path, _, _),
      .nothingToPhase(let path, _, _),
      .probabilitiesAboveOne(let path, _), .sharesDoNotSumToOne(let path, _),
      .noSegments(let path), .halfLifeNeedsLongRun(let path), .importsNeedDollars(let path),
      .unknownDriver(let path, _, _, _), .driversOfDifferentKind(let path, _, _),
      .impossibleCorrelations(let path, _), .unknownOutput(let path, _, _),
      .historyTooShort(let path, _), .tooManyLines(let path, _, _), .mustBePositive(let path, _),
      .nothingToDraw(let path, _):
      path
    case .wrongLines(let lines): lines.first?.path ?? ""
    }
  }
}
