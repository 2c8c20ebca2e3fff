public import MonteCarlo
public import PathAlgebra

/// A quantity of the model with what its trials came to, quarter by quarter or as a whole.
public struct QuantityStatistics: Sendable {
  public let quantity: Quantity
  /// One a quarter, the first in quarter `quantity.firstQuarter`; or exactly one.
  public let periods: [PeriodStatistics]

  public init(_ simulated: SimulatedQuantity) {
    quantity = simulated.quantity
    periods = simulated.summaries.map { PeriodStatistics($0, style: simulated.quantity.style) }
  }

  public var name: String { quantity.name }

  /// The quarter, as an index t = 1 …, at a place of `periods`; nil for one number a trial.
  func t(_ position: Int) -> Int? {
    quantity.isByQuarter ? quantity.firstQuarter + position : nil
  }

  /// What the trials came to as a whole; nil for a quantity by quarter.
  public var whole: PeriodStatistics? { quantity.isByQuarter ? nil : periods.first }

  /// The statistics of quarter t = 1 …; nil where the quantity does not have that quarter.
  public func quarter(_ t: Int) -> PeriodStatistics? {
    let position = t - quantity.firstQuarter
    return quantity.isByQuarter && periods.indices.contains(position) ? periods[position] : nil
  }
}

/// The statistics of one quantity in one quarter, or as a whole, each worked out when it is asked
/// for: a run has thousands, and a page shows some.
public struct PeriodStatistics: Sendable {
  private let summary: Summary
  private let style: ValueStyle

  public init(_ summary: Summary, style: ValueStyle) {
    self.summary = summary
    self.style = style
  }

  public var trials: Int { summary.count }
  public var finite: Int { summary.finite }
  /// Trials that gave no number, and the first of them.
  public var undefined: Int { summary.undefined }
  public var firstUndefinedTrial: Int? { summary.firstUndefinedTrial }
  /// Trials at an infinity that is no answer, such as a number too large to hold, and the first of
  /// them where it was looked for.
  public var overflows: Int { summary.overflows(style) }
  public var firstInfiniteTrial: Int? { summary.firstInfiniteTrial }
  /// Trials at plus and minus infinity.
  public var above: Int { summary.above }
  public var below: Int { summary.below }

  private var isCondition: Bool { style == .condition }
  private var hasRange: Bool { summary.finite > 0 && !isCondition }
  private var hasMoments: Bool { hasRange && summary.above == 0 && summary.below == 0 }

  /// Nil for a condition, and where some trials are infinite.
  public var mean: Estimate? { isCondition ? nil : Estimate.mean(of: summary) }
  public var standardDeviation: Double? { moment(summary.standardDeviation) }
  public var skewness: Double? { moment(summary.skewness) }
  public var minimum: Double? { hasRange ? summary.minimum : nil }
  public var maximum: Double? { hasRange ? summary.maximum : nil }

  /// Nil for a condition, and where there is no value.
  public subscript(percentile: Percentile) -> Estimate? {
    isCondition ? nil : Estimate.quantile(percentile.fraction, of: summary)
  }

  /// In the order of `Percentile.allCases`; empty for a condition.
  public var quantiles: [Estimate] { Percentile.allCases.compactMap { self[$0] } }

  /// Of a condition: the probability that it holds.
  public var probability: Estimate? { isCondition ? Estimate.probability(of: summary) : nil }

  /// Of a quarter, and of a count that is infinite in some trials: the share of trials in which it
  /// does not come, or is not finished, within the horizon.
  public var never: Estimate? {
    style == .quarter || (style == .count && summary.above > 0)
      ? Estimate.share(summary.above, of: summary.count - summary.undefined) : nil
  }

  private func moment(_ x: @autoclosure () -> Double) -> Double? {
    guard hasMoments else { return nil }
    let value = x()
    return value.isFinite ? value : nil
  }
}
