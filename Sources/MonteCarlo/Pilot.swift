internal import Numerics

/// What is known of a quantity before it is counted: where its values lie, roughly.
///
/// From the first group of trials, so that it is the same however the trials are cut into blocks.
struct Pilot: Sendable {
  /// Near the mean; 0 where there is none.
  let mean: Double
  /// A power of two between half and all of the median distance from zero, for quantities that come
  /// to zero or cross it; otherwise 0. Bins need not become finer below.
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
    offset = keepsAway ? 0 : Pilot.scale(of: sorted)
    clusters = Pilot.clusters(in: sorted)
  }

  /// Of a quantity that is the same in every trial, if there is a value.
  init(constant: Double?) {
    mean = constant ?? 0
    offset = 0
    range = nil
    clusters = []
  }

  private static func scale(of values: [Double]) -> Double {
    let magnitudes = values.map(\.magnitude).filter { $0.isNormal }.sorted()
    guard !magnitudes.isEmpty else { return 0 }
    return magnitudes[magnitudes.count / 2].binade
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
