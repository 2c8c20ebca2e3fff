internal import NumericalMethods

/// The ranks between which usual quantiles lie, and how far the interval of a mean reaches, found
/// once for all summaries of a run: they depend on the number of trials alone, and finding them
/// takes a while.
struct RankTable: Sendable {
  private let trials: Int
  private let reach: Double?
  private let entries: [Entry]

  private struct Entry {
    let p: Double
    let level: Double
    let ranks: (lower: Int, upper: Int)?
  }

  private static let level = 0.95

  init(trials: Int) {
    self.trials = trials
    reach =
      trials > 0 ? MeanInterval.standardErrors(count: trials, level: RankTable.level) : nil
    entries = (trials > 0 ? [0.05, 0.25, 0.5, 0.75, 0.95] : []).map {
      Entry(
        p: $0, level: RankTable.level,
        ranks: OrderStatistics.interval(n: trials, p: $0, level: RankTable.level))
    }
  }

  /// As `MeanInterval.standardErrors`, for any number of trials.
  func standardErrors(count: Int, level: Double) -> Double? {
    if count == trials, level == RankTable.level { return reach }
    return MeanInterval.standardErrors(count: count, level: level)
  }

  /// As `OrderStatistics.interval`, for any number of trials.
  func ranks(n: Int, p: Double, level: Double) -> (lower: Int, upper: Int)? {
    if n == trials, let entry = entries.first(where: { $0.p == p && $0.level == level }) {
      return entry.ranks
    }
    return OrderStatistics.interval(n: n, p: p, level: level)
  }
}
