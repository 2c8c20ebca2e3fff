internal import Numerics

/// What is known of a quantity before it is counted: where its values lie, roughly.
///
/// From the first group of trials, so that it is the same however the trials are cut into blocks.
struct Pilot: Sendable {
  /// Near the mean; 0 where there is none.
  let mean: Double
  /// Around which bins are fine: the median of a quantity that spreads little in comparison with its
  /// size, otherwise zero.
  let centre: Double
  /// A power of two between half and all of the median distance from the centre, where bins need not
  /// become finer; 0 for quantities that keep away from zero and spread widely.
  let offset: Double
  /// From the least to the greatest finite value; nil where there is none.
  let range: ClosedRange<Double>?
  /// Where values come together, but for rounding: point masses, as far as the group shows them.
  let clusters: [ClosedRange<Double>]

  init(_ values: UnsafeBufferPointer<Double>) {
    let moments = GroupMoments(of: values, pivot: 0)
    let mean = moments.sums[0] / Double(max(moments.finite, 1))
    self.mean = mean.isFinite ? mean : 0
    range = moments.finite > 0 ? moments.minimum...moments.maximum : nil
    let sorted = values.prefix(Pilot.sampleLength).filter { $0.isFinite }.sorted()
    let keepsAway = moments.minimum > 0 || moments.maximum < 0
    (centre, offset) =
      keepsAway ? Pilot.narrow(sorted) : (0, Pilot.scale(of: sorted.map(\.magnitude)))
    clusters = Pilot.clusters(in: sorted)
  }

  /// Of a quantity that is the same in every trial, if there is a value.
  init(constant: Double?) {
    mean = constant ?? 0
    (centre, offset) = (0, 0)
    range = nil
    clusters = []
  }

  /// The median distance, as a power of two.
  private static func scale(of distances: [Double]) -> Double {
    let usual = distances.filter { $0.isNormal }.sorted()
    guard !usual.isEmpty else { return 0 }
    return usual[usual.count / 2].binade
  }

  /// Centre and offset for sorted values of one sign; zeros where bins by size are fine enough, or
  /// where the spread is mere rounding.
  private static func narrow(_ sorted: [Double]) -> (Double, Double) {
    guard let first = sorted.first, let last = sorted.last else { return (0, 0) }
    let (near, far) = (min(first.magnitude, last.magnitude), max(first.magnitude, last.magnitude))
    let middle = sorted[sorted.count / 2]
    let offset = scale(of: sorted.map { ($0 - middle).magnitude })
    guard far <= 4 * near, offset > rounding * middle.magnitude else { return (0, 0) }
    return (middle, offset)
  }

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
