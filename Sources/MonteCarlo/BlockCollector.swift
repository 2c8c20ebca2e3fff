internal import NumericalMethods
internal import PathAlgebra

/// Collects the blocks that one worker computes.
///
/// Columns wait until there are enough of them; `finish` hands over the rest.
final class BlockCollector {
  private var collector: ResultCollector
  private let waiting: WaitingColumns
  /// The first column of each quantity.
  private let starts: [Int]

  init(_ program: ColumnProgram, pilots: [[Pilot]]) {
    collector = ResultCollector(program, pilots: pilots)
    var starts: [Int] = []
    var count = 0
    for periods in program.outputs {
      starts.append(count)
      count += periods.count
    }
    self.starts = starts
    waiting = WaitingColumns(collector.rooms)
  }

  /// At most `Simulation.blockLength` values of the trials from `first` on.
  func observe(
    _ values: UnsafeBufferPointer<Double>, quantity: Int, period: Int, first: Int
  ) {
    let column = starts[quantity] + period
    if !waiting.hasRoom(column, for: values.count) {
      collector.settle(waiting, column: column, quantity: quantity, period: period)
    }
    if waiting.add(values, to: column) > 0 {
      collector.settle(
        waiting, column: column, quantity: quantity, period: period, latest: values, first: first)
    }
    collector.retain(values, quantity: quantity, first: first)
  }

  func finish() -> ResultCollector {
    for (quantity, start) in starts.enumerated() {
      for period in 0..<collector.periods(quantity) {
        collector.settle(
          waiting, column: start + period, quantity: quantity, period: period)
      }
    }
    return collector
  }
}
