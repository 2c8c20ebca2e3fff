internal import MonteCarlo

/// A number that trials gave, with the interval in which the true one lies in 95 of 100 runs.
///
/// `interval` is nil where there are too few trials to give one.
public struct Estimate: Sendable, Equatable {
  public let value: Double
  public let interval: Interval?

  public struct Interval: Sendable, Equatable {
    public let low: Double
    public let high: Double
    public init(low: Double, high: Double) {
      self.low = low
      self.high = high
    }
  }

  /// The level of every interval.
  public static let level = 0.95

  public init(_ value: Double, interval: Interval?) {
    self.value = value
    self.interval = interval
  }

  /// Half the interval's length; nil without an interval, or where an end is not finite.
  public var halfWidth: Double? {
    guard let interval else { return nil }
    let half = (interval.high - interval.low) / 2
    return half.isFinite ? half : nil
  }
}

/// The quantiles of every report.
public enum Percentile: Int, Sendable, CaseIterable {
  case p5 = 5
  case p25 = 25
  case p50 = 50
  case p75 = 75
  case p95 = 95

  public var fraction: Double { Double(rawValue) / 100 }
  /// The fewest trials for which its interval exists.
  public var trialsNeeded: Int {
    Summary.minimumTrials(quantile: fraction, level: Estimate.level)
  }
  public var name: String { "P\(rawValue)" }
}

extension Estimate {
  /// The mean with its interval, ± 1.96 standard errors, or more for few trials as `MeanInterval`
  /// says; nil where no trial is finite or some are infinite, since then there is no mean.
  static func mean(of summary: Summary) -> Estimate? {
    guard summary.finite > 0, summary.above == 0, summary.below == 0 else { return nil }
    let interval = summary.meanInterval(level: level)
    return Estimate(
      summary.mean, interval: interval.map { Interval(low: $0.low, high: $0.high) })
  }

  static func quantile(_ p: Double, of summary: Summary) -> Estimate? {
    guard summary.count > summary.undefined else { return nil }
    let interval = summary.quantileInterval(p, level: level)
    return Estimate(
      summary.quantile(p), interval: interval.map { Interval(low: $0.low, high: $0.high) })
  }

  static func probability(of summary: Summary) -> Estimate? {
    guard summary.finite > 0 else { return nil }
    let interval = summary.probabilityInterval(level: level)
    return Estimate(
      summary.probability, interval: Interval(low: interval.low, high: interval.high))
  }
}
