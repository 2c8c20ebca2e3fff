internal import NumericalMethods

/// What is known of a quantity before it is counted: where its values lie, roughly.
///
/// From the first trials, so that it is the same however the trials are cut into blocks.
struct Pilot: Sendable {
  /// How many trials tell it.
  static let trials = 256

  /// Near the mean; 0 where there is none.
  let mean: Double
  /// Around which bins are fine: the median of a quantity that spreads little in comparison with its
  /// size, otherwise zero.
  let centre: Double
  /// A power of two, a distance from the centre below which bins need not become finer: between half
  /// and all of the median distance, or about a quarter of the least for quantities that keep away from
  /// zero and spread widely; 0 where there is no distance.
  let offset: Double
  /// How many bits bins can spare: those that follow the spread need not be as fine as those that
  /// follow the size of values, unless the spread is as large.
  let spareBits: Int
  /// From the least to the greatest finite value; nil where there is none.
  let range: ClosedRange<Double>?
  /// Where values come together, but for rounding: point masses, as far as these trials show them.
  let clusters: [ClosedRange<Double>]

  init(_ values: UnsafeBufferPointer<Double>) {
    let moments = GroupMoments(of: values, pivot: 0)
    let mean = moments.sums[0] / Double(max(moments.finite, 1))
    self.mean = mean.isFinite ? mean : 0
    range = moments.finite > 0 ? moments.minimum...moments.maximum : nil
    let sorted = SortedValues.ofFinite(
      UnsafeBufferPointer(rebasing: values.prefix(Pilot.sampleLength)))
    let keepsAway = moments.minimum > 0 || moments.maximum < 0
    clusters = Pilot.clusters(in: sorted)
    if !keepsAway {
      (centre, offset) = (0, Pilot.usualDistance(of: sorted, from: 0))
      spareBits = Pilot.mostSpareBits
    } else if let narrow = Pilot.narrow(sorted) {
      (centre, offset) = narrow
      spareBits = Pilot.mostSpareBits
    } else {
      // Rare values may lie nearer to zero, or beyond it.
      let near = min(moments.minimum.magnitude, moments.maximum.magnitude).binade / 4
      (centre, offset) = (0, near.isNormal ? near : 0)
      // Among point masses bins stay fine, so that they hold few of them.
      spareBits = clusters.isEmpty ? Pilot.spareBits(of: sorted) : 0
    }
  }

  /// Of a quantity that is the same in every trial, if there is a value.
  init(constant: Double?) {
    mean = constant ?? 0
    (centre, offset) = (0, 0)
    spareBits = 0
    range = nil
    clusters = []
  }

  /// The median distance of sorted values from a place, as a power of two; distances without one do
  /// not count, and where there are no others, it is 0.
  private static func usualDistance(of sorted: [Double], from place: Double) -> Double {
    var usual = 0
    var small = 0
    for value in sorted {
      let distance = (value - place).magnitude
      if distance < .leastNormalMagnitude { small += 1 } else if distance.isFinite { usual += 1 }
    }
    guard usual > 0 else { return 0 }
    // From the place outwards, so that distances ascend.
    var above = sorted.firstIndex { $0 >= place } ?? sorted.count
    var below = above - 1
    func up() -> Double { above < sorted.count ? sorted[above] - place : .infinity }
    func down() -> Double { below >= 0 ? place - sorted[below] : .infinity }
    for _ in 0..<small + usual / 2 {
      if up() <= down() { above += 1 } else { below -= 1 }
    }
    return min(up(), down()).binade
  }

  /// Centre and offset for sorted values of one sign; nil where bins by size are fine enough, or where
  /// the spread is mere rounding.
  private static func narrow(_ sorted: [Double]) -> (Double, Double)? {
    guard let first = sorted.first, let last = sorted.last else { return nil }
    let (near, far) = (min(first.magnitude, last.magnitude), max(first.magnitude, last.magnitude))
    let middle = sorted[sorted.count / 2]
    let offset = usualDistance(of: sorted, from: middle)
    guard far <= 4 * near, offset > rounding * middle.magnitude else { return nil }
    return (middle, offset)
  }

  /// For sorted values in bins by size: so many that a bin at the median is still narrow in comparison
  /// with the median distance from there.
  private static func spareBits(of sorted: [Double]) -> Int {
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted[sorted.count / 2]
    let spread = usualDistance(of: sorted, from: middle) / middle.magnitude
    return spread >= 0.2 ? mostSpareBits : spread >= 0.1 ? 1 : 0
  }

  private static let mostSpareBits = 2

  /// Of sorted values. Zero is left out: it has a bin of its own.
  private static func clusters(in sorted: [Double]) -> [ClosedRange<Double>] {
    var clusters: [ClosedRange<Double>] = []
    for (value, next) in zip(sorted, sorted.dropFirst())
    where value != 0 && next - value <= rounding * value.magnitude {
      if let last = clusters.last, last.upperBound == value {
        clusters[clusters.count - 1] = last.lowerBound...next
      } else {
        clusters.append(value...next)
      }
    }
    return clusters
  }

  /// Values that are sorted: a point mass of a tenth is among them twice, all but surely.
  private static let sampleLength = 128

  /// By how much, relative to their size, values may differ that are equal but for rounding.
  static let rounding = 1e-11
}
