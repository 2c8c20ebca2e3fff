internal import NumericalMethods
public import PathAlgebra

/// How fast the kernels are by themselves, on a block that stays in the cache: the measure for what
/// a program could take.
public struct KernelRates: Sendable {
  /// Nanoseconds a value.
  public let nanoseconds: [Stage: Double]

  /// The instruction set of the kernels in use: `baseline`, `v3` or `v4`.
  public static var level: String { KernelLevel.inUse.rawValue }

  /// The stages that are predicted; the others are what the model does with their results.
  public static let stages: [Stage] = [
    .uniforms, .normals, .exponentials, .logarithms, .summaries,
  ]

  /// The median of `rounds`: a program, too, runs on the machine as it mostly is.
  public init(rounds: Int = 2000) {
    let length = Simulation.blockLength
    let columns = Columns(registers: 4, length: length)
    let stream = Stream(seed: 1, name: "benchmark")
    func median(_ work: () -> Void) -> Double {
      let clock = ContinuousClock()
      let times = (0..<max(rounds, 1)).map { _ in clock.measure(work) }.sorted()
      return times[times.count / 2] / .seconds(1) / Double(length) * 1e9
    }
    var rates: [Stage: Double] = [:]
    rates[.uniforms] = median {
      columns.uniform(into: 0, stream, first: 0, quarter: 1, draw: 0, count: length)
    }
    rates[.normals] = median { columns.unary(.normalQuantile, into: 1, 0, count: length) }
    rates[.exponentials] = median { columns.unary(.exp, into: 2, 1, count: length) }
    rates[.logarithms] = median { columns.unary(.log, into: 3, 2, count: length) }
    var accumulator = SummaryAccumulator(
      Pilot(columns.values(2, count: length)), precision: 10, style: .continuous)
    let waiting = WaitingColumns([accumulator.waitingRoom], count: length)
    rates[.summaries] = median {
      let values = columns.values(2, count: length)
      let exceptions = waiting.add(values, to: 0)
      accumulator.settle(waiting, column: 0, latest: exceptions.outside > 0 ? values : nil)
    }
    nanoseconds = rates
  }

  /// The nanoseconds a trial that a program's draws, exponentials, logarithms and summarised values
  /// take at these rates.
  public func prediction(_ program: ColumnProgram) -> Double {
    let counts = program.stageCounts
    return KernelRates.stages.reduce(0) {
      $0 + Double(counts[$1] ?? 0) * (nanoseconds[$1] ?? 0)
    }
  }
}
