internal import CColumnKernels

/// The values of a column that are not finite.
package struct InfiniteValues: Sendable {
  package let undefined: Int
  package let above: Int
  package let below: Int
  /// The place of the first that is undefined.
  package let firstUndefined: Int?

  package init(in values: UnsafeBufferPointer<Double>) {
    var result = column_exceptions_result()
    column_exceptions(&result, values.baseAddress, values.count)
    undefined = result.undefined
    above = result.above
    below = result.below
    firstUndefined = undefined > 0 ? result.first_undefined : nil
  }
}
