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

/// The statistics of one quantity in one quarter, or as a whole.
public struct PeriodStatistics: Sendable {
  public let trials: Int
  public let finite: Int
  /// Trials that gave no number, and the first of them.
  public let undefined: Int
  public let firstUndefinedTrial: Int?
  /// Trials at an infinity that is no answer, such as a number too large to hold, and the first of
  /// them where it was looked for.
  public let overflows: Int
  public let firstInfiniteTrial: Int?
  /// Trials at plus and minus infinity.
  public let above: Int
  public let below: Int

  /// Nil for a condition, and where some trials are infinite.
  public let mean: Estimate?
  public let standardDeviation: Double?
  public let skewness: Double?
  public let minimum: Double?
  public let maximum: Double?
  /// Of a condition: the probability that it holds.
  public let probability: Estimate?
  /// Of a quarter, and of a count that is infinite in some trials: the share of trials in which it
  /// does not come, or is not finished, within the horizon.
  public let never: Estimate?

  /// What percentiles are read from when they are asked for; nil for a condition.
  private let ordered: Summary?

  /// Nil for a condition, and where there is no value.
  public subscript(percentile: Percentile) -> Estimate? {
    ordered.flatMap { Estimate.quantile(percentile.fraction, of: $0) }
  }

  /// In the order of `Percentile.allCases`; empty for a condition.
  public var quantiles: [Estimate] { Percentile.allCases.compactMap { self[$0] } }

  public init(_ summary: Summary, style: ValueStyle) {
    trials = summary.count
    finite = summary.finite
    undefined = summary.undefined
    firstUndefinedTrial = summary.firstUndefinedTrial
    overflows = summary.overflows(style)
    firstInfiniteTrial = summary.firstInfiniteTrial
    above = summary.above
    below = summary.below
    let isCondition = style == .condition
    let hasMoments = summary.finite > 0 && summary.above == 0 && summary.below == 0 && !isCondition
    mean = isCondition ? nil : Estimate.mean(of: summary)
    standardDeviation = hasMoments ? PeriodStatistics.defined(summary.standardDeviation) : nil
    skewness = hasMoments ? PeriodStatistics.defined(summary.skewness) : nil
    let hasRange = summary.finite > 0 && !isCondition
    minimum = hasRange ? summary.minimum : nil
    maximum = hasRange ? summary.maximum : nil
    ordered = isCondition ? nil : summary
    probability = isCondition ? Estimate.probability(of: summary) : nil
    never =
      style == .quarter || (style == .count && summary.above > 0)
      ? Estimate.share(summary.above, of: summary.count - summary.undefined) : nil
  }

  private static func defined(_ x: Double) -> Double? { x.isFinite ? x : nil }
}
