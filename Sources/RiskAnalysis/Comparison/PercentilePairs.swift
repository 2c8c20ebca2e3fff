internal import MonteCarlo
internal import NumericalMethods

/// How far the difference of two percentiles of paired trials is known: the larger of two answers.
///
/// Sections: the pairs are cut into 32, whose percentiles are compared one by one (Asmussen and
/// Glynn: Stochastic Simulation, 2007, III.5). That needs no density, but where the runs hardly
/// differ all sections move with the few trials beside their percentiles, and their spread is far too
/// small.
///
/// Influence: a trial moves the difference by (p - [B ≤ b])/f_B(b) - (p - [A ≤ a])/f_A(a) over their
/// number, f the densities at the percentiles a and b (Serfling: Approximation theorems of
/// mathematical statistics, 1980, section 2.5). Where the runs hardly differ only the few trials count
/// that lie on two sides; of a number so small that it may be chance, four more are taken.
///
/// Held by `PairedDifferenceTests`.
struct PercentilePairs {
  /// Half the interval of the difference over as many trials as there are pairs.
  let reach: Double

  static let sections = 32
  /// Fewest pairs in a section. With fewer the intervals of a P90 hold 93 times in 100, not 95.
  static let shortestSection = 64
  /// None of few is seen once in twenty where 3.7 are expected.
  private static let unseen = 4.0

  /// Nil where there are too few pairs, or where they have no such percentile.
  init?(_ level: Double, first: [Double], second: [Double]) {
    let length = first.count / Self.sections
    guard length >= Self.shortestSection else { return nil }
    let differences = (0..<Self.sections).map { section in
      let part = section * length..<(section + 1) * length
      return Self.quantile(level, second[part].sorted())
        - Self.quantile(level, first[part].sorted())
    }
    guard let sections = PairedDifference.meanReach(differences) else { return nil }
    reach = max(sections, Self.influence(level, first, second))
  }

  private static func influence(_ level: Double, _ first: [Double], _ second: [Double]) -> Double {
    let n = Double(first.count)
    let (a, b) = (Place(level, first.sorted()), Place(level, second.sorted()))
    var squares = 0.0
    for (x, y) in zip(first, second) {
      let own = (level - (y <= b.percentile ? 1 : 0)) * b.perRank
      let move = own - (level - (x <= a.percentile ? 1 : 0)) * a.perRank
      squares += move * move
    }
    let rank = max(a.perRank, b.perRank)
    let variance = (squares + unseen * rank * rank) / n
    let reach = Elementary.normalQuantile(0.5 + Estimate.level / 2) * (variance / n).squareRoot()
    return reach.isFinite ? reach : 0
  }

  /// A percentile of sorted values, and what the value changes by from rank to rank about it, times
  /// their number: one over the density.
  private struct Place {
    let percentile: Double
    let perRank: Double

    /// Over the ranks that Hall and Sheather give for intervals (On the distribution of a Studentized
    /// quantile, 1988).
    init(_ level: Double, _ sorted: [Double]) {
      let n = Double(sorted.count)
      let score = Elementary.normalQuantile(level)
      let density = Elementary.exp(-score * score / 2) / (2 * Double.pi).squareRoot()
      let reach = Elementary.normalQuantile(0.5 + Estimate.level / 2)
      let share =
        Elementary.power(n, -1.0 / 3) * Elementary.power(reach, 2.0 / 3)
        * Elementary.power(1.5 * density * density / (2 * score * score + 1), 1.0 / 3)
      let place = level * n
      let low = max(0, Int((place - share * n).rounded(.down)))
      let high = min(sorted.count - 1, Int((place + share * n).rounded(.up)))
      percentile = quantile(level, sorted)
      perRank = (sorted[high] - sorted[low]) / Double(high - low) * n
    }
  }

  /// The order statistics around the level, linearly.
  private static func quantile(_ level: Double, _ sorted: [Double]) -> Double {
    let place = level * Double(sorted.count) - 0.5
    let low = max(0, min(sorted.count - 2, Int(place.rounded(.down))))
    return sorted[low] + (place - Double(low)) * (sorted[low + 1] - sorted[low])
  }
}
