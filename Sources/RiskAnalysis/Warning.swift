internal import MonteCarlo

/// What a reader of the results must know before using them.
public enum Warning: Sendable, Equatable {
  /// Some trials gave no number; counted over all quarters, with the first trial.
  case undefined(quantity: String, count: Int, of: Int, firstTrial: Int?)
  /// Some trials went to infinity, other than past the horizon, so there is no mean.
  case infinite(quantity: String, count: Int, of: Int)
  /// So skewed that the mean's interval needs more trials: 25 times the squared skewness
  /// (Cochran: Sampling Techniques, 1977, section 2.15).
  case skewed(quantity: String, skewness: Double, trials: Int, needed: Int)
  /// A quantile's interval needs more trials.
  case tooFewTrials(percentile: Percentile, trials: Int, needed: Int)

  static func all(_ quantities: [QuantityStatistics], trials: Int) -> [Warning] {
    var warnings: [Warning] = []
    for percentile in Percentile.allCases {
      let needed = Summary.minimumTrials(quantile: percentile.fraction, level: Estimate.level)
      if trials < needed {
        warnings.append(.tooFewTrials(percentile: percentile, trials: trials, needed: needed))
      }
    }
    return warnings + quantities.flatMap(concerning)
  }

  private static func concerning(_ statistics: QuantityStatistics) -> [Warning] {
    var warnings: [Warning] = []
    let periods = statistics.periods
    let values = periods.reduce(0) { $0 + $1.trials }
    let undefined = periods.reduce(0) { $0 + $1.undefined }
    if undefined > 0 {
      let first = periods.compactMap(\.firstUndefinedTrial).min()
      warnings.append(
        .undefined(
          quantity: statistics.name, count: undefined, of: values, firstTrial: first))
    }
    // A quarter or a count above every number is one past the horizon, and is reported as that.
    let isOpen = [.quarter, .count].contains(statistics.quantity.style)
    let infinite = periods.reduce(0) { $0 + (isOpen ? 0 : $1.above) + $1.below }
    if infinite > 0 {
      warnings.append(.infinite(quantity: statistics.name, count: infinite, of: values))
    }
    if let skewed = skewness(statistics) { warnings.append(skewed) }
    return warnings
  }

  /// Of means that reports give: those of quantities by trial, but for quarters.
  private static func skewness(_ statistics: QuantityStatistics) -> Warning? {
    guard statistics.quantity.style != .quarter, let whole = statistics.whole,
      let skewness = whole.skewness
    else { return nil }
    let needed = 25 * skewness * skewness
    guard Double(whole.finite) < needed, let needed = Int(exactly: needed.rounded(.up))
    else { return nil }
    return .skewed(
      quantity: statistics.name, skewness: skewness, trials: whole.finite, needed: needed)
  }
}
