/// A statistic of a quantity, and how precisely a run is to find it.
public struct PrecisionTarget: Sendable, Equatable {
  public enum Statistic: Sendable, Equatable {
    /// The value below which a share p of the trials lies, 0 < p < 1.
    case quantile(Double)
    case mean
    /// Of a condition.
    case probability
  }

  /// The farthest that an end of the 95 % interval may be from the estimate.
  public enum Tolerance: Sendable, Equatable {
    /// In the quantity's own unit: billions, fractions, quarters; above 0.
    case absolute(Double)
    /// As a share of the estimate's magnitude; above 0.
    case relative(Double)
  }

  public let statistic: Statistic
  /// The quantity's place among those of its program.
  public let quantity: Int
  /// The place among the quantity's own quarters, from 0; 0 for a number once a trial.
  public let period: Int
  public let tolerance: Tolerance
  /// `P90 capex 2026Q3`.
  public let subject: String
  /// `1bn CNY`, `1% of the estimate`.
  public let toleranceText: String

  public init(
    _ statistic: Statistic, quantity: Int, period: Int, within tolerance: Tolerance,
    subject: String, toleranceText: String
  ) {
    self.statistic = statistic
    self.quantity = quantity
    self.period = period
    self.tolerance = tolerance
    self.subject = subject
    self.toleranceText = toleranceText
  }

  /// `P90 capex 2026Q3 within 1bn CNY`.
  public var text: String { "\(subject) within \(toleranceText)" }
}
