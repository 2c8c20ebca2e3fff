internal import MonteCarlo

/// What a reader of the results must know before using them.
public enum Warning: Sendable, Equatable {
  /// Some trials gave no number; counted over all quarters, with the first trial.
  case undefined(quantity: String, count: Int, of: Int, first: FirstTrial?)
  /// Some trials went to infinity, other than past the horizon, so there is no mean.
  case infinite(quantity: String, count: Int, of: Int, first: FirstTrial?)
  /// So skewed that the mean's interval needs more trials: 25 times the squared skewness
  /// (Cochran: Sampling Techniques, 1977, section 2.15).
  case skewed(quantity: String, skewness: Double, trials: Int, needed: Int)
  /// The same for the means of a quantity by quarter: in how many quarters, and the worst of them,
  /// as an index t = 1 ….
  case skewedQuarters(
    quantity: String, count: Int, of: Int, worst: Int, skewness: Double, trials: Int, needed: Int)
  /// All trials are finite, but their squares or cubes are not, so nothing is known of the mean's
  /// error; `t` is the first such quarter, nil for a number once a trial.
  case momentsOverflow(quantity: String, t: Int?)
  /// The same where squares or cubes vanish, since the values lie so near to each other.
  case momentsUnderflow(quantity: String, t: Int?)
  /// A quantile's interval needs more trials.
  case tooFewTrials(percentile: Percentile, trials: Int, needed: Int)

  /// The first trial, counted from 0, in which something happened, and the first quarter in which
  /// it did there, as an index t = 1 …; nil for a number once a trial.
  public struct FirstTrial: Sendable, Equatable {
    public let trial: Int
    public let t: Int?
    public init(trial: Int, t: Int?) {
      self.trial = trial
      self.t = t
    }
  }

  static func all(_ quantities: [QuantityStatistics], trials: Int) -> [Warning] {
    var warnings: [Warning] = []
    for percentile in Percentile.allCases where trials < percentile.trialsNeeded {
      warnings.append(
        .tooFewTrials(percentile: percentile, trials: trials, needed: percentile.trialsNeeded))
    }
    return warnings + quantities.flatMap(concerning)
  }

  private static func concerning(_ statistics: QuantityStatistics) -> [Warning] {
    var warnings: [Warning] = []
    let periods = statistics.periods
    let values = periods.reduce(0) { $0 + $1.trials }
    let undefined = periods.reduce(0) { $0 + $1.undefined }
    if undefined > 0 {
      warnings.append(
        .undefined(
          quantity: statistics.name, count: undefined, of: values,
          first: first(statistics, \.firstUndefinedTrial)))
    }
    // A quarter or a count above every number is one past the horizon, and is reported as that.
    let infinite = periods.reduce(0) { $0 + $1.overflows }
    if infinite > 0 {
      warnings.append(
        .infinite(
          quantity: statistics.name, count: infinite, of: values,
          first: first(statistics, \.firstInfiniteTrial)))
    }
    return warnings + meanWarnings(statistics)
  }

  private static func first(
    _ statistics: QuantityStatistics, _ trial: (PeriodStatistics) -> Int?
  ) -> FirstTrial? {
    var earliest: FirstTrial?
    for (position, period) in statistics.periods.enumerated() {
      guard let trial = trial(period), trial < earliest?.trial ?? .max else { continue }
      earliest = FirstTrial(trial: trial, t: statistics.t(position))
    }
    return earliest
  }

  /// Of means whose interval cannot be trusted. Quarters have no mean.
  private static func meanWarnings(_ statistics: QuantityStatistics) -> [Warning] {
    guard statistics.quantity.style != .quarter else { return [] }
    var warnings: [Warning] = []
    let periods = statistics.periods
    if let position = periods.firstIndex(where: { $0.mean != nil && $0.hasUnknownError }) {
      let t = statistics.t(position)
      warnings.append(
        periods[position].isNarrow
          ? .momentsUnderflow(quantity: statistics.name, t: t)
          : .momentsOverflow(quantity: statistics.name, t: t))
    }
    let skewed = periods.indices.filter { periods[$0].meanNeeds != nil }
    let worst = skewed.max { (periods[$0].meanNeeds ?? 0) < (periods[$1].meanNeeds ?? 0) }
    guard let worst, let needed = periods[worst].meanNeeds, let skewness = periods[worst].skewness
    else { return warnings }
    let trials = periods[worst].finite
    if let t = statistics.t(worst) {
      warnings.append(
        .skewedQuarters(
          quantity: statistics.name, count: skewed.count, of: periods.count, worst: t,
          skewness: skewness, trials: trials, needed: needed))
    } else {
      warnings.append(
        .skewed(quantity: statistics.name, skewness: skewness, trials: trials, needed: needed))
    }
    return warnings
  }
}

extension PeriodStatistics {
  /// The trials that the mean's interval needs and does not have; nil where it has them.
  fileprivate var meanNeeds: Int? {
    guard mean != nil, let skewness else { return nil }
    let needed = Summary.trialsForMean(skewness: skewness)
    return finite < needed ? needed : nil
  }

  fileprivate var hasUnknownError: Bool {
    (finite > 1 && standardDeviation == nil) || (finite > 2 && skewness == nil)
  }

  /// Of an error that is not known: whether the values lie too near to each other, or too far.
  fileprivate var isNarrow: Bool {
    guard let minimum, let maximum else { return false }
    return maximum / 2 - minimum / 2 < 1
  }
}
