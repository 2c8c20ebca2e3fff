internal import NumericalMethods
internal import PathAlgebra

/// Collects the blocks that one worker computes.
///
/// Columns wait until there are enough of them, unless one block is all that comes; `finish` hands
/// over the rest.
final class BlockCollector {
  private var collector: ResultCollector
  private let waiting: WaitingColumns?

  /// Of a worker that computes so many trials at most.
  init(_ empty: ResultCollector, trials: Int) {
    collector = empty
    waiting =
      trials > Simulation.blockLength ? WaitingColumns(collector.rooms, count: trials) : nil
  }

  /// At most `Simulation.blockLength` values of the trials from `first` on.
  func observe(
    _ values: UnsafeBufferPointer<Double>, _ place: ColumnProgram.Observation, first: Int
  ) {
    collector.observe(values, place, first: first, waiting: waiting)
  }

  func finish() -> ResultCollector {
    if let waiting { collector.settle(waiting) }
    return collector
  }
}
