internal import CColumnKernels

/// A few values in ascending order. Held by `KernelLevelTests`.
package enum SortedValues {
  /// The most that can be sorted.
  package static let most = Int(COLUMN_MOST_SORTED)

  /// Those of the values that are finite, of at most `most`. Takes the square of their number, and
  /// still less time than a sort that has to guess what comes next.
  package static func ofFinite(_ values: UnsafeBufferPointer<Double>) -> [Double] {
    let finite = values.filter(\.isFinite)
    precondition(finite.count <= most, "a few values")
    return [Double](unsafeUninitializedCapacity: finite.count) { sorted, count in
      column_sort(sorted.baseAddress, finite, finite.count)
      count = finite.count
    }
  }
}
