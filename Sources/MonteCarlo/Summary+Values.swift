internal import NumericalMethods

extension Summary {
  /// The summary of values that are all at hand, in the order of their trials.
  ///
  /// - Parameters:
  ///   - isWhole: values are whole numbers, so quantiles are not interpolated.
  ///   - precision: of the histogram, in bits: bins have a relative width of 2 to the minus that.
  package init(of values: [Double], isWhole: Bool = false, precision: Int = 14) {
    let pilot = values.prefix(Pilot.trials).withContiguousStorageIfAvailable(Pilot.init)
    var accumulator = SummaryAccumulator(
      pilot ?? Pilot(constant: nil), precision: precision, style: isWhole ? .whole : .continuous)
    values.withUnsafeBufferPointer { accumulator.add($0, first: 0) }
    self = accumulator.summary(RankTable(trials: values.count))
  }
}
