internal import CColumnKernels

/// Counts of values in bins over all doubles and both signs.
///
/// Far from the centre, zero when not said otherwise, the width of a bin is 2^-precision of its
/// distance from there; near it the width is offset · 2^-precision, and the centre has a bin of its
/// own. Counts are integers: they add
/// in any order, and memory does not grow with the number of values. Held by `HistogramTests`.
package struct Histogram: Sendable {
  /// Mantissa bits that tell bins apart.
  package let precision: Int
  /// Zero or a power of two: how near to the centre bins stop becoming finer.
  package let offset: Double
  package let centre: Double

  /// Bins that lie together, from `lowest` on, and one place more for values of other bins.
  private var window: [UInt32] = [0]
  package private(set) var lowest: Key = 0
  /// Bins too far away from the window.
  private var outliers: [Key: UInt32] = [:]

  /// A bin; keys ascend with values.
  package typealias Key = Int64

  /// The widest window, in binades; places have 16 bits.
  private var widest: Int { min(16 << precision, Int(UInt16.max)) }

  package init(precision: Int, offset: Double = 0, centre: Double = 0) {
    precondition((1...20).contains(precision), "1 to 20 mantissa bits")
    precondition(offset == 0 || offset.significand == 1 && offset.isNormal, "a power of two")
    self.precision = precision
    self.offset = offset
    self.centre = centre
  }

  var binning: column_binning {
    column_binning(centre: centre, offset: offset, precision: UInt32(precision))
  }

  /// Values that are not finite are passed over.
  package mutating func add(_ values: UnsafeBufferPointer<Double>) {
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: values.count) { places in
      let outside = column_places(
        places.baseAddress, lowest, windowSize, binning, values.baseAddress, values.count)
      tally(UnsafeBufferPointer(places), of: nil)
      if outside > 0 { addOutside(values) }
    }
  }

  /// Counts values by their places in the window; `windowSize` stands for those outside. `range` is
  /// from the least to the greatest of the values where all are known to be finite: it saves time.
  package mutating func tally(
    _ places: UnsafeBufferPointer<UInt16>, of range: ClosedRange<Double>?
  ) {
    let known = windowKeys
    var (first, last) = (0, windowSize)
    if let range, known.contains(key(of: range.lowerBound)),
      known.contains(key(of: range.upperBound))
    {
      (first, last) = (
        Int(key(of: range.lowerBound) - lowest), Int(key(of: range.upperBound) - lowest)
      )
    }
    column_tally(&window, UInt16(first), UInt16(last), places.baseAddress, places.count)
    window[windowSize] = 0
  }

  /// The same finite value many times.
  package mutating func add(_ value: Double, count: UInt32) {
    if count > 0 { add(key(of: value), count) }
  }

  /// Prepares for finite values from this range, if it is not too wide.
  package mutating func makeRoom(for range: ClosedRange<Double>) {
    makeRoom(for: key(of: range.lowerBound)..<key(of: range.upperBound) + 1)
  }

  private func key(of value: Double) -> Key {
    let y = value - centre
    let magnitude = Key(((y.magnitude + offset).bitPattern - offset.bitPattern) >> shift) + 1
    return y == 0 ? 0 : y < 0 ? -magnitude : magnitude
  }

  package mutating func merge(_ other: Histogram) {
    precondition(
      precision == other.precision && offset == other.offset && centre == other.centre,
      "histograms of one kind")
    if !other.windowKeys.isEmpty { makeRoom(for: other.windowKeys) }
    for (key, count) in other.bins { add(key, count) }
  }

  /// Every bin that holds something, in ascending order of value.
  package var bins: [(key: Key, count: UInt32)] {
    let far = outliers.map { (key: $0.key, count: $0.value) }.sorted { $0.key < $1.key }
    var result = far.filter { $0.key < lowest }
    result.reserveCapacity(far.count + window.count { $0 > 0 })
    window.withUnsafeBufferPointer { window in
      for place in 0..<windowSize where window[place] > 0 {
        result.append((key: lowest + Key(place), count: window[place]))
      }
    }
    result += far.filter { $0.key >= lowest }
    return result
  }

  /// The ends of a bin, low first.
  package func edges(of key: Key) -> (low: Double, high: Double) {
    guard key != 0 else { return (centre, centre) }
    let inner = edge(key.magnitude - 1)
    let outer = edge(key.magnitude)
    return key < 0 ? (centre - outer, centre - inner) : (centre + inner, centre + outer)
  }

  private func edge(_ magnitude: UInt64) -> Double {
    Double(bitPattern: offset.bitPattern + magnitude << shift) - offset
  }

  private var shift: UInt64 { UInt64(52 - precision) }

  /// The bin of the greatest number.
  private var farthest: Key { Key((Double.infinity.bitPattern - offset.bitPattern) >> shift) }

  /// How many bins the window has.
  package var windowSize: Int { window.count - 1 }

  private var windowKeys: Range<Key> { lowest..<lowest + Key(windowSize) }

  private mutating func add(_ key: Key, _ count: UInt32) {
    if windowKeys.contains(key) {
      window[Int(key - lowest)] += count
    } else {
      outliers[key, default: 0] += count
    }
  }

  /// Counts those of the values that are outside the window, and widens it for those to come.
  package mutating func addOutside(_ values: UnsafeBufferPointer<Double>) {
    let known = windowKeys
    let keys = [Key](unsafeUninitializedCapacity: values.count) { keys, count in
      column_bins(keys.baseAddress, binning, values.baseAddress, values.count)
      count = values.count
    }
    let numbers = -farthest...farthest
    let outside = keys.filter { numbers.contains($0) && !known.contains($0) }
    guard !outside.isEmpty else { return }
    // What lies too far from the others would make the window too wide for them.
    let centre =
      known.isEmpty ? Histogram.middle(of: outside) : (known.lowerBound + known.upperBound) / 2
    let near = outside.filter { ($0 - centre).magnitude < widest / 2 }
    if let low = near.min(), let high = near.max() { makeRoom(for: low..<high + 1) }
    for key in outside { add(key, 1) }
  }

  /// The median of a few of them.
  private static func middle(of keys: [Key]) -> Key {
    let some = stride(from: 0, to: keys.count, by: max(keys.count / 16, 1)).map { keys[$0] }
    return some.sorted()[some.count / 2]
  }

  /// Widens the window so that it has these bins, if that does not make it too wide.
  private mutating func makeRoom(for keys: Range<Key>) {
    let known = windowKeys
    let low = known.isEmpty ? keys.lowerBound : min(known.lowerBound, keys.lowerBound)
    let high = known.isEmpty ? keys.upperBound : max(known.upperBound, keys.upperBound)
    let size = Int(high - low)
    guard size <= widest, low < known.lowerBound || high > known.upperBound || known.isEmpty else {
      return
    }
    // A little more than asked for, since the next extreme lies beyond this one.
    let margin = Key(min(size / 4 + 16, (widest - size) / 2))
    // Infinity has no bin.
    let start = max(low - margin, -farthest)
    let end = min(high + margin, farthest + 1)
    var wider = Array(repeating: UInt32(0), count: Int(end - start) + 1)
    for place in 0..<known.count { wider[Int(known.lowerBound - start) + place] = window[place] }
    window = wider
    lowest = start
    for (key, count) in outliers where windowKeys.contains(key) {
      window[Int(key - lowest)] = count
      outliers[key] = nil
    }
  }
}
