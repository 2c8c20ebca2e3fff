internal import NumericalMethods
public import PathAlgebra

/// How fast the kernels are by themselves, on blocks that stay in the cache: the measure for what a
/// program could take.
public struct KernelRates: Sendable {
  /// Nanoseconds a value, for the stages that are predicted; the others are what the model does with
  /// their results.
  public let nanoseconds: [Stage: Double]

  /// The instruction set of the kernels in use: `baseline`, `v3` or `v4`.
  public static var level: String { KernelLevel.inUse.rawValue }

  /// Of the kernels that a program uses; those of distributions only where all have a kernel.
  ///
  /// The median of `rounds`: a program, too, runs on the machine as it mostly is.
  public init(_ program: ColumnProgram, rounds: Int = 500) {
    let work = KernelWork(tables: KernelRates.tables(of: program))
    let times = (0..<max(rounds, 1)).map { work.round($0) }
    nanoseconds = Dictionary(
      uniqueKeysWithValues: times[0].keys.map { stage in
        let sorted = times.map { $0[stage] ?? 0 }.sorted()
        return (stage, sorted[sorted.count / 2])
      })
  }

  /// The mean of two, measured before and after something else.
  public init(_ before: KernelRates, _ after: KernelRates) {
    nanoseconds = before.nanoseconds.merging(after.nanoseconds) { ($0 + $1) / 2 }
  }

  /// Of each draw from a distribution; none where one has no table.
  private static func tables(of program: ColumnProgram) -> [QuantileTable] {
    let tables = program.instructions.compactMap { instruction -> QuantileTable? in
      guard case .table(let index, _, _) = instruction else { return nil }
      return program.graph.tables[Int(index)]
    }
    return tables.count == program.stageCounts[.distributions] ? tables : []
  }

  /// The nanoseconds a trial that a program's draws, exponentials, logarithms and summarised values
  /// take at these rates.
  public func prediction(_ program: ColumnProgram) -> Double {
    let counts = program.stageCounts
    return Stage.allCases.reduce(0) {
      $0 + Double(counts[$1] ?? 0) * (nanoseconds[$1] ?? 0)
    }
  }
}

/// One column of each kind, drawn, worked on and summarised as in a program.
private final class KernelWork {
  /// Values wait for some blocks before they are counted, so a round has more.
  private static let blocks = 16
  private let length = Simulation.blockLength
  private let columns: Columns
  private let stream = Stream(seed: 1, name: "benchmark")
  private let tables: [QuantileTable]
  private var accumulator: SummaryAccumulator
  private let waiting: WaitingColumns

  init(tables: [QuantileTable]) {
    self.tables = tables
    columns = Columns(registers: 3, length: length)
    columns.uniform(into: 0, stream, first: 0, quarter: 1, draw: 0, count: length)
    columns.function(.normalQuantile, into: 0, 0, count: length)
    columns.function(.exp, into: 1, 0, count: length)
    accumulator = SummaryAccumulator(
      Pilot(columns.values(1, count: length)), precision: 10, style: .continuous)
    waiting = WaitingColumns([accumulator.waitingRoom], count: .max)
  }

  /// The nanoseconds a value. Each round draws other numbers: with those that come again, the processor
  /// would soon know which lie in the tails.
  func round(_ round: Int) -> [Stage: Double] {
    var seconds: [Stage: Double] = [:]
    func time(_ stage: Stage, _ work: () -> Void) {
      seconds[stage, default: 0] += ContinuousClock().measure(work) / .seconds(1)
    }
    for block in round * KernelWork.blocks..<(round + 1) * KernelWork.blocks {
      let first = UInt64(block * length)
      time(.uniforms) {
        columns.uniform(into: 0, stream, first: first, quarter: 1, draw: 0, count: length)
      }
      time(.normals) { columns.function(.normalQuantile, into: 0, 0, count: length) }
      time(.exponentials) { columns.function(.exp, into: 1, 0, count: length) }
      time(.logarithms) { columns.function(.log, into: 2, 1, count: length) }
      time(.summaries) {
        accumulator.add(
          columns.values(1, count: length), first: Int(first), waiting: waiting, column: 0)
      }
      if !tables.isEmpty {
        let table = tables[block % tables.count]
        time(.distributions) { columns.table(table, into: 2, score: 0, count: length) }
      }
    }
    return seconds.mapValues { $0 / Double(KernelWork.blocks * length) * 1e9 }
  }
}
