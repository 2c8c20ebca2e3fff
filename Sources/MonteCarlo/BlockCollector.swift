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
    collector.observe(values, place, first: first, waiting: waiting)
  }

  func finish() -> ResultCollector {
    collector.settle(waiting)
    return collector
  }
}
