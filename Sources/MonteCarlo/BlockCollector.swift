internal import NumericalMethods
internal import PathAlgebra

/// Collects the blocks that one worker computes.
///
/// Columns wait until there are enough of them; `finish` hands over the rest.
final class BlockCollector {
  private var collector: ResultCollector
  private let waiting: WaitingColumns

  /// Of a worker that computes so many trials at most.
  init(_ empty: ResultCollector, trials: Int) {
    collector = empty
    waiting = WaitingColumns(collector.rooms, count: trials)
  }

  /// At most `Simulation.blockLength` values of the trials from `first` on.
  func observe(
    _ values: UnsafeBufferPointer<Double>, _ place: ColumnProgram.Observation, first: Int
  ) {
    let column = place.column
    if !waiting.hasRoom(column, for: values.count) { collector.settle(waiting, column: column) }
    let exceptions = waiting.add(values, to: column)
    if exceptions.infinite > 0 { collector.countInfinite(values, column: column, first: first) }
    if exceptions.outside > 0 { collector.settle(waiting, column: column, latest: values) }
    collector.retain(values, place, first: first)
  }

  func finish() -> ResultCollector {
    for column in collector.columns { collector.settle(waiting, column: column) }
    return collector
  }
}
