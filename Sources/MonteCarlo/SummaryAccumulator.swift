internal import NumericalMethods

/// Takes in the values of one quantity, block by block, and becomes its `Summary`.
///
/// The result does not depend on the order of blocks or on which worker took them: counts are
/// integers, and the sums of blocks are added without rounding.
struct SummaryAccumulator: Sendable {
  /// Powers are taken of the distance from here, so that moments keep their digits.
  private let pivot: Double
  private let clusters: [ClosedRange<Double>]
  private var histogram: Histogram
  private var sums = InlineArray<4, ExactSum>(repeating: ExactSum())
  private var finite = 0
  private var undefined = 0
  private var above = 0
  private var below = 0
  private var minimum = Double.infinity
  private var maximum = -Double.infinity
  private var firstUndefinedTrial: Int?
  private let style: Style

  /// What kind of values come.
  enum Style: Sendable {
    case continuous
    /// Whole numbers or infinity.
    case whole
    /// 0 or 1: their sum says it all, so they are not counted in bins.
    case condition
  }

  init(_ pilot: Pilot, precision: Int, style: Style) {
    pivot = style == .condition ? 0 : pilot.mean
    clusters = pilot.clusters
    self.style = style
    var histogram =
      style == .continuous
      ? Histogram(
        precision: precision - pilot.spareBits, offset: pilot.offset, centre: pilot.centre)
      // One bin each for 0, 1, 2 and so on, and no empty ones between 0 and 1.
      : Histogram(precision: precision, offset: 1)
    if let range = pilot.range, style != .condition { histogram.makeRoom(for: range) }
    self.histogram = histogram
  }

  /// The values of the trials `first` ..< `first + values.count`, whole groups of
  /// `GroupMoments.groupLength` but for the last of the run.
  mutating func add(_ values: UnsafeBufferPointer<Double>, first: Int) {
    if style != .condition { histogram.add(values) }
    var finiteHere = 0
    GroupMoments.forEachGroup(of: values, pivot: pivot) { moments in
      add(moments.sums)
      finiteHere += moments.finite
      minimum = min(minimum, moments.minimum)
      maximum = max(maximum, moments.maximum)
    }
    finite += finiteHere
    if finiteHere < values.count { countInfinite(values, first: first) }
  }

  private mutating func add(_ powers: SIMD4<Double>) {
    // All powers of 0 and 1 are themselves.
    for power in 0..<(style == .condition ? 1 : 4) { sums[power].add(powers[power]) }
  }

  /// A place where values wait before they come here in greater numbers.
  var waitingRoom: WaitingColumns.Room {
    WaitingColumns.Room(pivot: pivot, histogram: style == .condition ? nil : histogram)
  }

  /// The same as `add`, but the values wait in a column, so that they are counted in greater numbers;
  /// `settle` takes in the last of them.
  mutating func add(
    _ values: UnsafeBufferPointer<Double>, first: Int, waiting: WaitingColumns, column: Int
  ) {
    if !waiting.hasRoom(column, for: values.count) { settle(waiting, column: column) }
    let exceptions = waiting.add(values, to: column)
    if exceptions.infinite > 0 { countInfinite(values, first: first) }
    if exceptions.outside > 0 { settle(waiting, column: column, latest: values) }
  }

  /// Takes in what waited for this quantity. Finite values that have no place, if there are any, are
  /// among `latest`, the last to come.
  mutating func settle(
    _ waiting: WaitingColumns, column: Int, latest: UnsafeBufferPointer<Double>? = nil
  ) {
    let part = waiting.take(column)
    for index in part.sums.indices { add(part.sums[index]) }
    minimum = min(minimum, part.minimum)
    maximum = max(maximum, part.maximum)
    finite += part.finite
    histogram.tally(part.places, of: part.range)
    guard let latest else { return }
    histogram.addOutside(latest)
    waiting.setWindow(column, lowest: histogram.lowest, size: histogram.windowSize)
  }

  /// So many trials at one value, which is the pivot where it is finite.
  mutating func add(constant value: Double, count: Int) {
    switch value {
    case .infinity: above += count
    case -.infinity: below += count
    case _ where value.isNaN:
      undefined += count
      firstUndefinedTrial = 0
    default:
      finite += count
      minimum = min(minimum, value)
      maximum = max(maximum, value)
      if style == .condition {
        sums[0].add(value * Double(count))
      } else {
        histogram.add(value, count: UInt32(count))
      }
    }
  }

  /// Takes in those that are not finite; the first of the values is that of the trial `first`.
  private mutating func countInfinite(_ values: UnsafeBufferPointer<Double>, first: Int) {
    let found = InfiniteValues(in: values)
    undefined += found.undefined
    above += found.above
    below += found.below
    if let place = found.firstUndefined {
      firstUndefinedTrial = min(firstUndefinedTrial ?? .max, first + place)
    }
  }

  mutating func merge(_ other: SummaryAccumulator) {
    histogram.merge(other.histogram)
    for power in sums.indices { sums[power].merge(other.sums[power]) }
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
      moments: CentralMoments(
        count: finite, pivot: pivot,
        sums: sums.indices.map { sums[style == .condition ? 0 : $0].value }),
      minimum: minimum, maximum: maximum,
      curve: curve,
      ranks: ranks)
  }

  private var curve: DeferredCurve {
    guard style == .condition else {
      return DeferredCurve(
        histogram, minimum: minimum, maximum: maximum, isWhole: style == .whole,
        clusters: style == .continuous ? clusters : [])
    }
    // Sums of zeros and ones are exact.
    let ones = UInt32(sums[0].value)
    var counts = Histogram(precision: histogram.precision)
    counts.add(0, count: UInt32(finite) - ones)
    counts.add(1, count: ones)
    return DeferredCurve(counts, minimum: minimum, maximum: maximum, isWhole: true, clusters: [])
  }
}
