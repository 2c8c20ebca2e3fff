internal import NumericalMethods

extension Estimate {
  /// A share of independent trials, with the exact interval of Clopper and Pearson.
  ///
  /// Held by `ShareTests`.
  /// - Parameters:
  ///   - hits: trials that count, 0 … `trials`
  ///   - trials: at least 1
  package static func share(_ hits: Int, of trials: Int) -> Estimate? {
    guard trials > 0 else { return nil }
    let interval = ProportionInterval.clopperPearson(
      successes: hits, trials: trials, level: level)
    return Estimate(
      Double(hits) / Double(trials), interval: Interval(low: interval.low, high: interval.high))
  }
}
