internal import NumericalMethods

/// The distribution of the finite values of a quantity, read from its histogram.
///
/// Between the edges of a bin the distribution function is a monotone cubic whose slopes at the
/// edges are harmonic means of neighbouring densities (Fritsch and Carlson, Monotone piecewise
/// cubic interpolation, 1980); for whole numbers it is a step at the bin's lower edge. A bin that
/// holds a point mass shrinks to it.
struct DistributionCurve: Sendable {
  private struct Bin {
    var low: Double
    var high: Double
    /// Values in all bins below.
    let before: Double
  }

  private var bins: [Bin]
  private let isWhole: Bool
  /// How many finite values there are.
  let total: Double

  init(
    _ histogram: Histogram, minimum: Double, maximum: Double, isWhole: Bool,
    clusters: [ClosedRange<Double>]
  ) {
    let counted = histogram.bins
    var bins: [Bin] = []
    bins.reserveCapacity(counted.count)
    var before = 0.0
    for (key, count) in counted {
      let edges = histogram.edges(of: key)
      guard minimum <= maximum, edges.low <= maximum, edges.high >= minimum else { continue }
      let low = isWhole ? edges.low : max(edges.low, minimum)
      let high = isWhole ? edges.high : min(edges.high, maximum)
      bins.append(Bin(low: low, high: high, before: before))
      before += Double(count)
    }
    self.bins = bins
    self.isWhole = isWhole
    total = before
    for cluster in clusters { shrink(to: cluster) }
  }

  /// How many values are in a bin.
  private func count(_ index: Int) -> Double {
    (index + 1 < bins.count ? bins[index + 1].before : total) - bins[index].before
  }

  private func density(_ index: Int) -> Double {
    count(index) / (bins[index].high - bins[index].low)
  }

  /// Shrinks the bins that hold a cluster to it, where they stand out from their neighbours: their
  /// values are nearly all in the cluster then.
  private mutating func shrink(to cluster: ClosedRange<Double>) {
    let margin = Pilot.rounding * cluster.upperBound.magnitude
    let (low, high) = (cluster.lowerBound - margin, cluster.upperBound + margin)
    let first = bins.firstPlace { $0.high >= low }
    let end = bins.firstPlace { $0.low > high }
    guard first < end else { return }
    let around = [first - 1, end].filter(bins.indices.contains).map(count)
    let highest = (first..<end).map(count).max() ?? 0
    guard highest > 8 * (around.max() ?? 0) else { return }
    for index in first..<end {
      bins[index].low = max(bins[index].low, low)
      bins[index].high = min(bins[index].high, high)
      guard bins[index].low <= cluster.upperBound, bins[index].high >= cluster.lowerBound else {
        continue
      }
      bins[index].low = max(bins[index].low, cluster.lowerBound)
      bins[index].high = min(bins[index].high, cluster.upperBound)
    }
  }

  /// The value at which `rank` of the values lie below, 0 … total.
  func value(rank: Double) -> Double {
    guard rank <= total else { return bins.last?.high ?? .nan }
    // The last bin that begins below the rank; the first for a rank of zero.
    let index = max(bins.firstPlace { $0.before >= rank } - 1, 0)
    guard index < bins.count else { return .nan }
    let bin = bins[index]
    if isWhole { return whole(bin) }
    guard bin.high > bin.low else { return bin.low }
    let wanted = min(max((rank - bin.before) / count(index), 0), 1)
    let (left, right) = slopes(at: index)
    return bin.low
      + (bin.high - bin.low) * DistributionCurve.place(of: wanted, left, right)
  }

  /// How many of the values are at most `x`.
  func rank(of x: Double) -> Double {
    let index = bins.firstPlace { (isWhole ? whole($0) : $0.low) > x } - 1
    guard index >= 0 else { return 0 }
    let bin = bins[index]
    if isWhole || x >= bin.high || bin.high <= bin.low { return bin.before + count(index) }
    let (left, right) = slopes(at: index)
    let share = (x - bin.low) / (bin.high - bin.low)
    return bin.before + count(index) * DistributionCurve.cubic(share, left, right)
  }

  /// Whole numbers lie at the end of their bin that is nearer to zero.
  private func whole(_ bin: Bin) -> Double { bin.low >= 0 ? bin.low : bin.high }

  /// A cubic from (0, 0) to (1, 1) with the given slopes at the ends.
  private static func cubic(_ t: Double, _ left: Double, _ right: Double) -> Double {
    let bend = left + right - 2
    return t * (left + t * (3 - 2 * left - right + t * bend))
  }

  /// Where the cubic has a value of 0 … 1: by Newton's method, held within what brackets the root.
  private static func place(of value: Double, _ left: Double, _ right: Double) -> Double {
    let bend = left + right - 2
    var low = 0.0
    var high = 1.0
    var t = value
    for _ in 0..<60 {
      let miss = cubic(t, left, right) - value
      if miss == 0 { return t }
      if miss < 0 { low = t } else { high = t }
      let slope = left + t * (2 * (3 - 2 * left - right) + 3 * t * bend)
      let next = t - miss / slope
      let isInside = next > low && next < high
      let new = isInside ? next : (low + high) / 2
      if abs(new - t) <= 0x1p-53 { return new }
      t = new
    }
    return t
  }

  /// Slopes at a bin's ends, relative to its own density; at most 2, so that the cubic is monotone.
  private func slopes(at index: Int) -> (Double, Double) {
    let own = density(index)
    func slope(_ neighbour: Int) -> Double {
      guard bins.indices.contains(neighbour) else { return 1 }
      let other = bins[neighbour]
      let isAdjacent = other.high == bins[index].low || other.low == bins[index].high
      guard isAdjacent, other.high > other.low else { return 1 }
      return 2 * density(neighbour) / (own + density(neighbour))
    }
    return (slope(index - 1), slope(index + 1))
  }
}

extension Array {
  /// The first place where a condition holds that, once it holds, holds for all that follow.
  fileprivate func firstPlace(where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
