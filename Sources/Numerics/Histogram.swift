internal import CColumnKernels

/// Counts of values in bins of constant relative width 2^-precision, over all doubles and both
/// signs; pages of one binade are allocated where values fall.
///
/// Counts are integers: they add in any order, and memory does not grow with the number of values.
/// Held by `HistogramTests`.
package struct Histogram: Sendable {
  /// Mantissa bits that tell bins apart.
  package let precision: Int
  /// Where the pages from `firstPage` on begin in `counts`; -1 for one that is not there yet.
  private var pageOffsets: [Int32] = []
  private var firstPage: UInt32 = 0
  private var counts: [UInt32] = []

  package init(precision: Int) {
    precondition((1...20).contains(precision), "1 to 20 mantissa bits")
    self.precision = precision
  }

  package mutating func add(_ values: UnsafeBufferPointer<Double>) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: values.count) { missing in
      let absent = column_count(
        &counts, pageOffsets, firstPage, UInt32(pageOffsets.count), values.baseAddress,
        UInt32(precision), missing.baseAddress, values.count)
      for key in missing[..<absent] { add(key, 1) }
    }
  }

  /// The same value many times.
  package mutating func add(_ value: Double, count: UInt32) {
    guard count > 0 else { return }
    let zero = UInt32(1) << UInt32(11 + precision)
    let bits = (value + 0).bitPattern
    let magnitude = UInt32((bits & .max >> 1) >> UInt64(52 - precision))
    add(bits >> 63 == 1 ? zero - 1 - magnitude : zero + magnitude, count)
  }

  package mutating func merge(_ other: Histogram) {
    precondition(precision == other.precision, "histograms of one precision")
    for (key, count) in other.bins { add(key, count) }
  }

  private mutating func add(_ key: UInt32, _ count: UInt32) {
    let page = key >> UInt32(precision)
    makeRoom(for: page)
    let place = Int(page - firstPage)
    if pageOffsets[place] < 0 {
      pageOffsets[place] = Int32(counts.count)
      counts.append(contentsOf: repeatElement(0, count: 1 << precision))
    }
    counts[Int(pageOffsets[place]) + Int(key) & ((1 << precision) - 1)] += count
  }

  /// Widens the range of pages so that it has this one.
  private mutating func makeRoom(for page: UInt32) {
    if pageOffsets.isEmpty { firstPage = page }
    if page < firstPage {
      pageOffsets.insert(contentsOf: repeatElement(-1, count: Int(firstPage - page)), at: 0)
      firstPage = page
    }
    let missing = Int(page - firstPage) + 1 - pageOffsets.count
    if missing > 0 { pageOffsets.append(contentsOf: repeatElement(-1, count: missing)) }
  }

  /// Every bin that holds something, in ascending order of value.
  package var bins: [(key: UInt32, count: UInt32)] {
    var result: [(key: UInt32, count: UInt32)] = []
    for (place, offset) in pageOffsets.enumerated() where offset >= 0 {
      let first = (firstPage + UInt32(place)) << UInt32(precision)
      for slot in 0..<(1 << precision) {
        let count = counts[Int(offset) + slot]
        if count > 0 { result.append((key: first | UInt32(slot), count: count)) }
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
