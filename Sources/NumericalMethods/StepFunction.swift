/// A right-continuous step function of a probability: the quantile function of a discrete
/// distribution.
package struct StepFunction: Hashable, Sendable {
  /// Ascending; the last is 1.
  package let cumulative: [Double]
  package let values: [Double]

  package init(cumulative: [Double], values: [Double]) {
    precondition(cumulative.count == values.count && !values.isEmpty, "one value a step")
    self.cumulative = cumulative
    self.values = values
  }

  /// The first value whose cumulative probability reaches `p`.
  package func value(at p: Double) -> Double {
    var low = 0
    var high = values.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] >= p { high = middle } else { low = middle + 1 }
    }
    return values[low]
  }
}
