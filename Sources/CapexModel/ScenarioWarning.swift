public import NumericalMethods

/// Something that is allowed, but that the user should know.
public enum ScenarioWarning: Sendable, Hashable {
  /// A set of correlations was moved to the nearest possible one.
  case correlationsRepaired(path: String, moves: [CorrelationMatrix.Move])
  /// A pair names a driver that the chosen options do not draw from; the pair does nothing.
  case driverSwitchedOff(path: String, name: String)

  /// Quarters that have happened are not in the table of actuals.
  case actualsMissing(KnownHistory.Gap)
  /// More was spent than the plan's total; millions.
  case totalExceeded(path: String, spent: Int, total: Int)
  /// Rates that have happened are averages, and stand for those of a quarter's end.
  case ratesAveraged(path: String, file: String, words: String)
  /// No formula uses a driver of the scenario's own.
  case driverUnused(path: String, name: String)

  /// The key that the warning is about.
  public var path: String {
    switch self {
    case .correlationsRepaired(let path, _), .driverSwitchedOff(let path, _),
      .driverUnused(let path, _), .totalExceeded(let path, _, _),
      .ratesAveraged(let path, _, _):
      path
    case .actualsMissing(let gap): gap.path
    }
  }
}
