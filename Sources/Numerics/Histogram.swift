internal import CColumnKernels

/// Counts of values in bins of constant relative width 2^-precision, over all doubles and both
/// signs; pages of one binade are allocated where values fall.
///
/// Counts are integers: they add in any order, and memory does not grow with the number of values.
/// Held by `HistogramTests`.
package struct Histogram: Sendable {
  /// Mantissa bits that tell bins apart.
  package let precision: Int
  private var pageOffsets: [Int32]
  private var counts: [UInt32] = []
  private var keys: [UInt32] = []
  private var missing: [UInt32] = []

  package init(precision: Int) {
    precondition((1...20).contains(precision), "1 to 20 mantissa bits")
    self.precision = precision
    pageOffsets = Array(repeating: -1, count: 1 << 12)
  }

  package mutating func add(_ values: UnsafeBufferPointer<Double>) {
    let count = values.count
    if keys.count < count {
      keys = Array(repeating: 0, count: count)
      missing = keys
    }
    column_bins(&keys, values.baseAddress, UInt32(precision), count)
    let absent = column_count(&counts, pageOffsets, keys, UInt32(precision), &missing, count)
    for key in missing[..<absent] { add(key, 1) }
  }

  package mutating func merge(_ other: Histogram) {
    precondition(precision == other.precision, "histograms of one precision")
    for (key, count) in other.bins { add(key, count) }
  }

  private mutating func add(_ key: UInt32, _ count: UInt32) {
    let page = Int(key >> UInt32(precision))
    if pageOffsets[page] < 0 {
      pageOffsets[page] = Int32(counts.count)
      counts.append(contentsOf: repeatElement(0, count: 1 << precision))
    }
    counts[Int(pageOffsets[page]) + Int(key) & ((1 << precision) - 1)] += count
  }

  /// Every bin that holds something, in ascending order of value.
  package var bins: [(key: UInt32, count: UInt32)] {
    var result: [(UInt32, UInt32)] = []
    for page in pageOffsets.indices where pageOffsets[page] >= 0 {
      for slot in 0..<(1 << precision) {
        let count = counts[Int(pageOffsets[page]) + slot]
        if count > 0 { result.append((UInt32(page << precision | slot), count)) }
      }
    }
    return result
  }

  /// The ends of a bin, low first; infinite for the bins of infinities and NaN.
  package func edges(of key: UInt32) -> (low: Double, high: Double) {
    let zero = UInt32(1) << UInt32(11 + precision)
    let isNegative = key < zero
    let magnitude = isNegative ? zero - 1 - key : key - zero
    let shift = UInt64(52 - precision)
    let inner = Double(bitPattern: UInt64(magnitude) << shift)
    let outer = Double(bitPattern: UInt64(magnitude + 1) << shift)
    return isNegative ? (-outer, -inner) : (inner, outer)
  }
}
