public import MonteCarlo
public import PathAlgebra

/// One statistic that was asked for with a tolerance.
public struct PrecisionAnswer: Sendable {
  public let target: PrecisionTarget
  public let quantity: Quantity
  /// Nil where the trials give none.
  public let estimate: Estimate?
  /// The distance of the farther end of the interval; nil where that is infinite or there is none.
  public let error: Double?
  /// In the quantity's unit; nil where it is a share of no estimate.
  public let tolerance: Double?
  public let isMet: Bool
  /// Infinite or undefined trials have made the statistic impossible.
  public let isImpossible: Bool
  /// About how many trials it takes; nil where these trials do not say.
  public let trialsNeeded: Int?

  public init(_ attained: AttainedPrecision, of result: SimulationResult) {
    target = attained.target
    quantity = result.quantities[attained.target.quantity].quantity
    estimate =
      attained.value.isNaN
      ? nil
      : Estimate(
        attained.value,
        interval: attained.interval.map { Estimate.Interval(low: $0.low, high: $0.high) })
    error = attained.error
    tolerance = attained.tolerance.isFinite ? attained.tolerance : nil
    isMet = attained.isMet
    isImpossible = attained.isImpossible
    trialsNeeded = attained.isMet ? nil : attained.trialsNeeded
  }

  /// The quarter, as an index t = 1 …, of a quantity by quarter.
  public var t: Int? { quantity.isByQuarter ? quantity.firstQuarter + target.period : nil }
}
