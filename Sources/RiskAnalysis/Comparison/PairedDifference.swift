internal import MonteCarlo
internal import NumericalMethods

/// By how much one run's statistic exceeds another's on the same trials, and whether that is more
/// than the trials would do by themselves.
///
/// The value comes from all trials, its standard error from the pairs that are kept whole, at most
/// 65,536: for means and probabilities from the spread of the pairs' differences; for percentiles
/// from sections of the pairs, whose percentiles are compared one by one (sectioning; Asmussen and
/// Glynn, Stochastic Simulation, 2007, III.5). Pairs that share their draws move together, so the
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

  /// How many sections the pairs of a percentile are cut into.
  static let sections = 32
  /// Fewest pairs in a section. With fewer the intervals of a P90 hold 93 times in 100, not 95.
  static let shortestSection = 64

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
    guard
      let error = PairedDifference.standardError(
        statistic, Array(first.retained.prefix(pairs)), Array(second.retained.prefix(pairs)))
    else { return nil }
    // The error of as many trials as there are, not only of the pairs at hand.
    let half = error.quantile * error.deviation * (Double(pairs) / Double(trials)).squareRoot()
    value = b - a
    interval = Estimate.Interval(low: value - half, high: value + half)
    let size = max(PairedDifference.size(first), PairedDifference.size(second))
    if abs(value) <= PairedDifference.rounding * size, half <= PairedDifference.rounding * size {
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

  /// The standard error of the difference over the pairs, and how many of them make an interval.
  private static func standardError(
    _ statistic: ComparedStatistic, _ first: [Double], _ second: [Double]
  ) -> (deviation: Double, quantile: Double)? {
    if let level = statistic.level {
      let length = first.count / sections
      guard length >= shortestSection else { return nil }
      let differences = (0..<sections).map { section in
        let part = section * length..<(section + 1) * length
        return quantile(level, Array(second[part])) - quantile(level, Array(first[part]))
      }
      return standardError(differences)
    }
    let differences = zip(first, second).map { a, b in
      statistic == .never ? (b == .infinity ? 1.0 : 0) - (a == .infinity ? 1.0 : 0) : b - a
    }
    return standardError(differences)
  }

  private static func standardError(
    _ values: [Double]
  ) -> (deviation: Double, quantile: Double)? {
    let n = Double(values.count)
    guard values.allSatisfy(\.isFinite),
      let errors = MeanInterval.standardErrors(count: values.count, level: Estimate.level)
    else { return nil }
    let mean = values.reduce(0, +) / n
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return ((squares / (n - 1) / n).squareRoot(), errors)
  }

  /// The order statistics around the level, linearly.
  private static func quantile(_ level: Double, _ values: [Double]) -> Double {
    let sorted = values.sorted()
    let place = level * Double(sorted.count) - 0.5
    let low = max(0, min(sorted.count - 2, Int(place.rounded(.down))))
    return sorted[low] + (place - Double(low)) * (sorted[low + 1] - sorted[low])
  }
}
