internal import Numerics

/// Takes in the values of one quantity, block by block, and becomes its `Summary`.
///
/// The result does not depend on the order of blocks or on which worker took them: counts are
/// integers, and the sums of blocks are added without rounding.
struct SummaryAccumulator: Sendable {
  /// Powers are taken of the distance from here, so that moments keep their digits.
  private let pivot: Double
  private var histogram: Histogram
  private var sums = Array(repeating: ExactSum(), count: 4)
  private var finite = 0
  private var undefined = 0
  private var above = 0
  private var below = 0
  private var minimum = Double.infinity
  private var maximum = -Double.infinity
  private var firstUndefinedTrial: Int?
  private let isWhole: Bool

  init(pivot: Double, precision: Int, isWhole: Bool) {
    self.pivot = pivot
    self.isWhole = isWhole
    histogram = Histogram(precision: precision)
  }

  /// The values of the trials `first` ..< `first + values.count`, whole groups of
  /// `GroupMoments.groupLength` but for the last of the run.
  mutating func add(_ values: UnsafeBufferPointer<Double>, first: Int) {
    histogram.add(values)
    var finiteHere = 0
    GroupMoments.forEachGroup(of: values, pivot: pivot) { moments in
      for power in 0..<4 { sums[power].add(moments.sums[power]) }
      finiteHere += moments.finite
      minimum = min(minimum, moments.minimum)
      maximum = max(maximum, moments.maximum)
    }
    finite += finiteHere
    if finiteHere < values.count { countExceptions(values, first: first) }
  }

  private mutating func countExceptions(_ values: UnsafeBufferPointer<Double>, first: Int) {
    for (offset, value) in values.enumerated() where !value.isFinite {
      if value.isNaN {
        undefined += 1
        firstUndefinedTrial = min(firstUndefinedTrial ?? .max, first + offset)
      } else if value > 0 {
        above += 1
      } else {
        below += 1
      }
    }
  }

  mutating func merge(_ other: SummaryAccumulator) {
    histogram.merge(other.histogram)
    for power in 0..<4 { sums[power].merge(other.sums[power]) }
    finite += other.finite
    undefined += other.undefined
    above += other.above
    below += other.below
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    if let trial = other.firstUndefinedTrial {
      firstUndefinedTrial = min(firstUndefinedTrial ?? .max, trial)
    }
  }

  func summary(_ ranks: RankTable) -> Summary {
    Summary(
      finite: finite, undefined: undefined, above: above, below: below,
      firstUndefinedTrial: firstUndefinedTrial,
      moments: CentralMoments(count: finite, pivot: pivot, sums: sums.map(\.value)),
      minimum: minimum, maximum: maximum,
      curve: DistributionCurve(
        histogram, minimum: minimum, maximum: maximum, isWhole: isWhole),
      ranks: ranks)
  }
}
