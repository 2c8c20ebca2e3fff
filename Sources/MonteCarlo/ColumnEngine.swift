internal import NumericalMethods
internal import PathAlgebra

/// Runs a column program on blocks of trials. Belongs to one worker.
struct ColumnEngine {
  private let program: ColumnProgram
  private let streams: [Stream]
  /// Of distributions that have no kernel, one value at a time.
  private let quantiles: [@Sendable (Double) -> Double]
  private let columns: Columns

  init(_ program: ColumnProgram, seed: UInt64, blockLength: Int) {
    self.program = program
    streams = program.graph.streams.map { Stream(seed: seed, name: $0) }
    quantiles = program.graph.distributions.map(\.quantileFunction)
    columns = Columns(
      registers: program.registerCount, length: blockLength, histories: program.histories,
      steps: program.steps, numbers: program.numbers)
    for (register, value) in program.constants { columns.fill(register, with: value) }
  }

  /// Computes `count` trials from `first` on and hands each observed column to `observe`.
  func run(
    first: Int, count: Int,
    observe: (_ values: UnsafeBufferPointer<Double>, ColumnProgram.Observation) -> Void
  ) {
    for instruction in program.instructions {
      perform(instruction, first: first, count: count, observe: observe)
    }
  }

  /// The same, and adds the seconds that each stage takes, by its raw value.
  func run(
    first: Int, count: Int, seconds: inout [Double],
    observe: (_ values: UnsafeBufferPointer<Double>, ColumnProgram.Observation) -> Void
  ) {
    let clock = ContinuousClock()
    var before = clock.now
    for instruction in program.instructions {
      perform(instruction, first: first, count: count, observe: observe)
      let after = clock.now
      seconds[instruction.stage.rawValue] += before.duration(to: after) / .seconds(1)
      before = after
    }
  }

  @inline(__always)
  private func perform(
    _ instruction: ColumnProgram.Instruction, first: Int, count: Int,
    observe: (_ values: UnsafeBufferPointer<Double>, ColumnProgram.Observation) -> Void
  ) {
    switch instruction {
    case .uniform(let out, let stream, let quarter, let draw):
      columns.uniform(
        into: out, streams[Int(stream)], first: UInt64(first), quarter: quarter, draw: draw,
        count: count)
    case .function(let function, let out, let a):
      columns.function(function, into: out, a, count: count)
    case .arithmetic(let first, let steps):
      columns.arithmetic(Int(first)..<Int(first + steps), count: count)
    case .poisson(let out, let probability, let mean):
      columns.poisson(into: out, probability, mean: mean, count: count)
    case .table(let index, let out, let score):
      columns.table(program.graph.tables[Int(index)], into: out, score: score, count: count)
    case .steps(let index, let out, let a):
      let function = program.graph.stepFunctions[Int(index)]
      columns.map(into: out, a, count: count) { function.value(at: $0) }
    case .quantile(let index, let out, let a):
      columns.map(into: out, a, count: count, quantiles[Int(index)])
    case .lookup(let index, let out, let a):
      columns.lookup(into: out, a, in: program.graph.lookups[Int(index)], count: count)
    case .delayed(let out, let history, let back, let share):
      columns.delayed(into: out, history: history, back: back, share: share, count: count)
    case .observe(let register, let column):
      observe(columns.values(register, count: count), program.observations[Int(column)])
    }
  }
}
