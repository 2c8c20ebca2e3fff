internal import MonteCarlo
internal import NumericalMethods

/// By how much one run's statistic exceeds another's on the same trials, and whether that is more
/// than the trials would do by themselves.
///
/// The value comes from all trials, its standard error from the pairs that are kept whole, at most
/// 65,536: for means and probabilities from the spread of the pairs' differences; for percentiles
/// the larger of two, see `PercentilePairs`. Pairs that share their draws move together, so the
/// interval is that of what differs and not of what is common. Held by `PairedDifferenceTests`.
public struct PairedDifference: Sendable, Equatable {
  public let value: Double
  public let interval: Estimate.Interval
  public let verdict: Verdict
  /// For noise: about so many trials until a difference of this size would be told from zero.
  public let trialsToSettle: Double?

  public enum Verdict: String, Sendable {
    /// The interval leaves out zero.
    case real
    /// Within what 95 of 100 runs without any difference would show.
    case noise
    /// No pair of trials differs, but for the last bits of what is computed in another order.
    case same
  }

  /// - Parameters:
  ///   - first, second: as many trials each, pair by pair.
  /// - Returns: nil where either has no such statistic, or there are too few pairs.
  init?(_ statistic: ComparedStatistic, of second: SimulatedQuantity, less first: SimulatedQuantity)
  {
    guard let one = first.summaries.first, let other = second.summaries.first,
      let a = statistic.estimate(one)?.value, let b = statistic.estimate(other)?.value,
      (b - a).isFinite
    else { return nil }
    let pairs = min(first.retained.count, second.retained.count)
    let trials = min(one.count, other.count)
    let size = max(PairedDifference.size(first), PairedDifference.size(second))
    let dust = PairedDifference.rounding * size
    guard
      let reach = PairedDifference.reach(
        statistic, Array(first.retained.prefix(pairs)), Array(second.retained.prefix(pairs)))
    else { return nil }
    // The error of as many trials as there are, not only of the pairs at hand.
    let isEqual = zip(first.retained, second.retained).allSatisfy {
      $0 == $1 || abs($1 - $0) <= dust
    }
    let half = isEqual ? 0 : reach * (Double(pairs) / Double(trials)).squareRoot()
    value = b - a
    interval = Estimate.Interval(low: value - half, high: value + half)
    if abs(value) <= dust, half <= dust {
      verdict = .same
    } else {
      verdict = abs(value) > half ? .real : .noise
    }
    let ratio = half / abs(value)
    trialsToSettle =
      verdict == .noise && value != 0 ? Double(trials) * ratio * ratio : nil
  }

  /// Of the values' size: some thousand times the spacing of double numbers.
  private static let rounding = 1e-12

  /// The mean magnitude of the values that are finite.
  private static func size(_ quantity: SimulatedQuantity) -> Double {
    let finite = quantity.retained.lazy.map(\.magnitude).filter(\.isFinite)
    let (sum, count) = finite.reduce(into: (0.0, 0.0)) { total, x in
      total.0 += x
      total.1 += 1
    }
    return count > 0 ? sum / count : 0
  }

  /// Half the interval of the difference over the pairs.
  private static func reach(
    _ statistic: ComparedStatistic, _ first: [Double], _ second: [Double]
  ) -> Double? {
    if let level = statistic.level {
      return PercentilePairs(level, first: first, second: second)?.reach
    }
    return meanReach(
      zip(first, second).map { a, b in
        statistic == .never ? (b == .infinity ? 1.0 : 0) - (a == .infinity ? 1.0 : 0) : b - a
      })
  }

  /// Half the interval of a mean.
  static func meanReach(_ values: [Double]) -> Double? {
    let n = Double(values.count)
    guard values.allSatisfy(\.isFinite),
      let errors = MeanInterval.standardErrors(count: values.count, level: Estimate.level)
    else { return nil }
    let mean = values.reduce(0, +) / n
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return errors * (squares / (n - 1) / n).squareRoot()
  }
}
