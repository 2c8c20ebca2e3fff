public import PathAlgebra

/// How precisely a run found what it was asked for.
public struct AttainedPrecision: Sendable {
  public let target: PrecisionTarget
  public let trials: Int
  /// NaN where the trials give no estimate.
  public let value: Double
  /// The 95 % interval; nil where there is none.
  public let interval: (low: Double, high: Double)?
  /// The tolerance in the quantity's unit; NaN where it is a share of no estimate.
  public let tolerance: Double
  /// More trials cannot help: a mean that infinite trials have made impossible, or no trial with a
  /// value at all.
  public let isImpossible: Bool
  /// The fewest trials for which the interval can be trusted, so far as these trials say.
  let trusted: Int

  public static let level = 0.95

  /// From the quantity's trials so far.
  package init(_ target: PrecisionTarget, _ summary: Summary) {
    self.target = target
    trials = summary.count
    let infinite = summary.above + summary.below
    switch target.statistic {
    case .quantile(let p):
      value = summary.quantile(p)
      interval = summary.quantileInterval(p, level: AttainedPrecision.level)
      isImpossible = summary.count == summary.undefined
      trusted = Summary.minimumTrials(quantile: p, level: AttainedPrecision.level)
    case .mean:
      let isDefined = summary.finite > 1 && infinite == 0
      value = isDefined ? summary.mean : .nan
      interval = isDefined ? summary.meanInterval(level: AttainedPrecision.level) : nil
      isImpossible = infinite > 0 || summary.finite == 0
      trusted = Summary.trialsForMean(skewness: summary.skewness)
    case .probability:
      value = summary.finite > 0 ? summary.probability : .nan
      interval =
        summary.finite > 0 ? summary.probabilityInterval(level: AttainedPrecision.level) : nil
      isImpossible = summary.finite == 0
      trusted = 1
    }
    switch target.tolerance {
    case .absolute(let tolerance): self.tolerance = tolerance
    case .relative(let share): tolerance = share * value.magnitude
    }
  }

  /// The distance of the farther end of the interval from the estimate; nil where it has none, or
  /// where one is infinite and the other not.
  public var error: Double? {
    guard let interval else { return nil }
    if interval.low == interval.high { return 0 }
    let error = max(value - interval.low, interval.high - value)
    return error.isFinite ? error : nil
  }

  /// The error is at most the tolerance, and the trials suffice to trust the interval.
  public var isMet: Bool { isMet(margin: 1) }

  /// The same for an error that is larger by a factor.
  func isMet(margin: Double) -> Bool {
    guard let error, trials >= trusted else { return false }
    return error == 0 || error * margin <= tolerance
  }

  /// About how many trials it takes, since errors shrink with the square root of trials; nil where
  /// these trials do not say, or too many to count.
  public var trialsNeeded: Int? { trialsNeeded(margin: 1) }

  func trialsNeeded(margin: Double) -> Int? {
    guard !isImpossible, let error, tolerance > 0 else { return nil }
    let ratio = error * margin / tolerance
    let needed = max((Double(trials) * ratio * ratio).rounded(.up), Double(trusted))
    return needed < 1e18 ? Int(needed) : nil
  }
}

extension Summary {
  /// The fewest trials for which the normal interval of a mean can be trusted: n > 25 G², with G
  /// the skewness (Cochran: Sampling Techniques, 1977, section 2.15). It then misses the mean in at
  /// most 6 of 100 runs. `Int.max` where the skewness is not a number.
  public static func trialsForMean(skewness: Double) -> Int {
    let needed = (25 * skewness * skewness).rounded(.up)
    return needed < 1e18 ? Int(needed) : .max
  }
}
