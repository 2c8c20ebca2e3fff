#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import NumericalMethods
public import PathAlgebra

/// What a run would take, roughly: to refuse what nobody can have meant.
public struct RunCost: Sendable, Equatable {
  public let seconds: Double
  public let bytes: Double

  public init(seconds: Double, bytes: Double) {
    self.seconds = seconds
    self.bytes = bytes
  }

  /// Of a run of so many trials.
  ///
  /// Time is measured on a block of trials, unless the program is so small that it cannot matter;
  /// memory is counted: it depends on the program and the workers, and not on the trials.
  /// - Parameters:
  ///   - trials: at least 1; more than a run can take are welcome.
  ///   - workers: at least 1.
  ///   - cores: that work at the same time.
  ///   - worthwhile: seconds below which nobody wants to know; then time is a bound.
  public init(
    _ program: ColumnProgram, trials: Int, workers: Int, cores: Int, worthwhile: Double
  ) {
    let rate = Double(max(1, min(workers, cores)))
    let blocks = (Double(trials) / Double(Simulation.blockLength)).rounded(.up)
    let busy = min(Double(workers), blocks)
    bytes = RunCost.bytes(program, workers: busy)
    let bound = Double(trials) * Double(program.instructions.count) * RunCost.slowest / rate
    seconds =
      bound < worthwhile ? bound : blocks * RunCost.secondsPerBlock(program, trials: trials) / rate
  }

  /// Seconds an instruction takes for one trial on a slow machine.
  private static let slowest = 2e-8
  /// What a quantity in a quarter takes in the built-in scenarios: its histogram in each worker,
  /// and its summary.
  private static let bytesPerHistogram = 20_000.0
  private static let bytesPerSummary = 80_000.0

  private static func bytes(_ program: ColumnProgram, workers: Double) -> Double {
    let observed = Double(program.outputs.reduce(0) { $0 + $1.count })
    let once = Double(program.quantities.filter { !$0.isByQuarter }.count)
    let registers = Double(program.registerCount * Simulation.blockLength)
    return observed * (workers * bytesPerHistogram + bytesPerSummary) + workers * registers * 8
      + once * Double(ResultCollector.retainedTrials) * 8
  }

  /// The shorter of two tries, since the first fills the caches. The time of the processor, not of
  /// the clock: what else runs on the machine says nothing about the run.
  private static func secondsPerBlock(_ program: ColumnProgram, trials: Int) -> Double {
    let run = Simulation(program, trials: Simulation.blockLength, seed: 0, workers: 1)
    let collector = BlockCollector(
      ResultCollector(program, pilots: run.pilots()), trials: 2 * Simulation.blockLength)
    let engine = ColumnEngine(program, seed: 0, blockLength: Simulation.blockLength)
    let times = (0..<2).map { block in
      let start = processorSeconds
      let first = block * Simulation.blockLength
      engine.run(first: first, count: Simulation.blockLength) { values, place in
        collector.observe(values, place, first: first)
      }
      return processorSeconds - start
    }
    return times.min() ?? 0
  }

  /// What this thread has used so far.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
