internal import NumericalMethods
public import PathAlgebra
internal import Synchronization

/// A run of a column program over many trials, on all cores.
///
/// The result depends on the program, the seed and the number of trials, and on nothing else.
public struct Simulation: Sendable {
  public let program: ColumnProgram
  public let trials: Int
  public let seed: UInt64
  public let workers: Int

  /// Counts in histograms have 32 bits.
  public static let maximumTrials = 4_000_000_000

  /// Trials that are computed together: a multiple of the summation group, small enough that the
  /// registers of a program stay in the cache.
  static let blockLength = 1024

  /// `trials` is 1 … `maximumTrials`; `workers` at least 1.
  public init(_ program: ColumnProgram, trials: Int, seed: UInt64, workers: Int) {
    precondition((1...Simulation.maximumTrials).contains(trials), "trials out of range")
    precondition(workers >= 1, "at least one worker")
    self.program = program
    self.trials = trials
    self.seed = seed
    self.workers = workers
  }

  /// Runs all trials. `progress` is told the share of blocks done, from any worker, now and then.
  public func run(
    progress: (@Sendable (Double) -> Void)? = nil
  ) async -> SimulationResult {
    let collector = await collect(0..<trials, pilots: sharedPilots(), progress: progress)
    progress?(1)
    return await locatingInfinities(in: collector.result(trials: trials, seed: seed))
  }

  /// Runs the trials of a range that begins with a block.
  func collect(
    _ range: Range<Int>, pilots: [Pilot], progress: (@Sendable (Double) -> Void)?
  ) async -> ResultCollector {
    let blocks = Simulation.blocks(range)
    let counter = BlockCounter(blocks)
    let busy = min(workers, blocks.count)
    return await withTaskGroup(of: ResultCollector.self) { group in
      for _ in 0..<busy {
        group.addTask {
          let empty = await ResultCollector.make(program, pilots: pilots, workers: workers / busy)
          let collector = BlockCollector(empty, trials: range.count)
          let engine = ColumnEngine(
            program, seed: seed, blockLength: min(Simulation.blockLength, trials))
          while let block = counter.next() {
            let first = block * Simulation.blockLength
            let count = min(Simulation.blockLength, range.upperBound - first)
            engine.run(first: first, count: count) { values, place in
              collector.observe(values, place, first: first)
            }
            if let progress, block % 64 == 0 {
              progress(Double(block) / Double(blocks.upperBound))
            }
          }
          return collector.finish()
        }
      }
      // Any order of completion gives the same bits.
      var merged = await group.next() ?? ResultCollector(program, pilots: pilots)
      for await collector in group { merged.merge(collector) }
      return merged
    }
  }

  /// The numbers of the blocks that hold a range of trials.
  static func blocks(_ trials: Range<Int>) -> Range<Int> {
    trials.lowerBound / blockLength..<(trials.upperBound + blockLength - 1) / blockLength
  }

  /// What is known of each observation from the first trials.
  func pilots() -> [Pilot] { pilots(of: program.observations.indices) }

  /// The same, by all workers together: much of what a short run takes.
  func sharedPilots() async -> [Pilot] {
    await Parts.map(program.observations.count, workers: workers) { pilots(of: $0) }
  }

  private func pilots(of columns: Range<Int>) -> [Pilot] {
    var pilots: [Pilot] = []
    let count = min(Pilot.trials, trials)
    let engine = ColumnEngine(program, seed: seed, blockLength: Pilot.trials)
    engine.run(first: 0, count: count) { values, place in
      guard columns.contains(place.column) else { return }
      let isCounted = program.quantities[place.quantity].style != .condition
      pilots.append(isCounted ? Pilot(values) : Pilot(constant: nil))
    }
    return pilots
  }
}

/// Hands out the numbers of blocks, in order, to whichever worker comes next.
final class BlockCounter: Sendable {
  private let taken: Atomic<Int>
  private let end: Int

  init(_ blocks: Range<Int>) {
    taken = Atomic(blocks.lowerBound)
    end = blocks.upperBound
  }

  func next() -> Int? {
    let block = taken.add(1, ordering: .relaxed).oldValue
    return block < end ? block : nil
  }
}
