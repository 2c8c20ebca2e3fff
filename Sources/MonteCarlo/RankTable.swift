internal import NumericalMethods

/// The ranks between which usual quantiles lie, found once for all summaries of a run: they depend
/// on the number of trials alone, and finding them takes a while.
struct RankTable: Sendable {
  private let trials: Int
  private let entries: [Entry]

  private struct Entry {
    let p: Double
    let level: Double
    let ranks: (lower: Int, upper: Int)?
  }

  init(trials: Int) {
    self.trials = trials
    entries = (trials > 0 ? [0.05, 0.25, 0.5, 0.75, 0.95] : []).map {
      Entry(p: $0, level: 0.95, ranks: OrderStatistics.interval(n: trials, p: $0, level: 0.95))
    }
  }

  /// As `OrderStatistics.interval`, for any number of trials.
  func ranks(n: Int, p: Double, level: Double) -> (lower: Int, upper: Int)? {
    if n == trials, let entry = entries.first(where: { $0.p == p && $0.level == level }) {
      return entry.ranks
    }
    return OrderStatistics.interval(n: n, p: p, level: level)
  }
}
