extension Summary {
  /// The summary of values that are all at hand, in the order of their trials.
  ///
  /// - Parameter isWhole: values are whole numbers, so quantiles are not interpolated.
  package init(of values: [Double], isWhole: Bool = false) {
    let first = values.first { $0.isFinite } ?? 0
    var accumulator = SummaryAccumulator(pivot: first, precision: 14, isWhole: isWhole)
    values.withUnsafeBufferPointer { accumulator.add($0, first: 0) }
    self = accumulator.summary(RankTable(trials: values.count))
  }
}
