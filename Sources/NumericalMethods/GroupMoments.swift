internal import CColumnKernels

/// Sums of powers over one group of values, in an order that is fixed.
package struct GroupMoments: Sendable {
  /// Sums of d, d², d³ and d⁴ with d = x - pivot, over finite values.
  package let sums: SIMD4<Double>
  package let minimum: Double
  package let maximum: Double
  package let finite: Int

  /// Rounding happens inside groups of this many consecutive trials and nowhere else, so that
  /// results depend on neither blocks nor workers.
  package static let groupLength = Int(COLUMN_GROUP)

  package init(of values: UnsafeBufferPointer<Double>, pivot: Double) {
    var result = column_moments_result()
    column_moments(&result, values.baseAddress, pivot, values.count)
    sums = SIMD4(result.sum.0, result.sum.1, result.sum.2, result.sum.3)
    minimum = result.minimum
    maximum = result.maximum
    finite = result.finite
  }

  package static func forEachGroup(
    of values: UnsafeBufferPointer<Double>, pivot: Double, _ body: (GroupMoments) -> Void
  ) {
    var start = 0
    while start < values.count {
      let end = min(start + groupLength, values.count)
      body(GroupMoments(of: UnsafeBufferPointer(rebasing: values[start..<end]), pivot: pivot))
      start = end
    }
  }
}
