public import NumericalMethods

/// Why a process could not be fitted.
public enum CalibrationError: Error, Hashable, Sendable {
  /// A parameter at the last point of a search.
  public struct Place: Hashable, Sendable {
    public let key: String
    public let value: Double
  }

  public enum Stop: Hashable, Sendable {
    /// The steps were used up.
    case steps
    /// The likelihood is flat or has no maximum there.
    case flat
    /// The likelihood still rises, but no step finds more.
    case slope
    /// A parameter ran to the end of its range.
    case border(key: String)
    /// The library stopped the search.
    case library(GSLError)
  }

  /// A company's figures are fitted by quarter.
  case notQuarterly(FittedProcess)
  case tooFewObservations(FittedProcess, found: Int, needed: Int)
  case constant(value: Double)
  /// Changes that are all the same, but for rounding, have no volatility.
  case noVariation(change: Double)
  /// Each value follows from the one before, so that nothing is left for a volatility.
  case noResidual(FittedProcess)
  /// The slope of a rate on the one before is at least 1, or at most 0.
  case noReversion(FittedProcess, slope: Double)
  /// The last point, and the log-likelihood there.
  case notConverged(
    FittedProcess, Stop, last: [Place], logLikelihood: Double, steps: Int)
  /// A fit that no scenario takes, such as jumps on most days.
  case outsideScenario(FittedProcess, key: String, value: Double, low: Double, high: Double)
}
