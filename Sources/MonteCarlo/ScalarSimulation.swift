public import NumericalMethods
public import PathAlgebra

/// A run one trial at a time, with any of GSL's generators: slow, and the oracle for `Simulation`.
///
/// With `philox4x32` every trial draws the numbers that the column engine draws.
public struct ScalarSimulation: Sendable {
  public let program: ColumnProgram
  public let trials: Int
  public let seed: UInt64
  /// A name among `GSLGenerator.names`.
  public let generator: String

  /// The names that `generator` may have, sorted.
  public static var generators: [String] { GSLGenerator.names }

  public init(_ program: ColumnProgram, trials: Int, seed: UInt64, generator: String) {
    precondition((1...Simulation.maximumTrials).contains(trials), "trials out of range")
    self.program = program
    self.trials = trials
    self.seed = seed
    self.generator = generator
  }

  /// Runs all trials; throws for an unknown generator or where the library fails.
  public func run(progress: ((Double) -> Void)? = nil) throws(GSLError) -> SimulationResult {
    var source = try Source(program, seed: seed, generator: generator)
    var engine = ScalarEngine(program, mathematics: .library)
    let pilots = Simulation(program, trials: trials, seed: seed, workers: 1).pilots()
    var collector = ResultCollector(program, pilots: pilots)
    var first = 0
    while first < trials {
      let count = min(GroupMoments.groupLength, trials - first)
      var columns = program.outputs.map { $0.map { _ in [Double](repeating: 0, count: count) } }
      for offset in 0..<count {
        try source.run(&engine, trial: first + offset)
        for quantity in columns.indices {
          for (period, value) in engine.outputs(quantity).enumerated() {
            columns[quantity][period][offset] = value
          }
        }
      }
      for place in program.observations {
        columns[place.quantity][place.period].withUnsafeBufferPointer {
          collector.observe($0, place, first: first)
        }
      }
      first += count
      progress?(Double(first) / Double(trials))
    }
    return collector.result(trials: trials, seed: seed)
  }
}

extension ScalarSimulation {
  /// Where the draws of a trial come from.
  struct Source: ~Copyable {
    private var generator: GSLGenerator
    private let streams: [Stream]
    private let isPositioned: Bool

    init(_ program: ColumnProgram, seed: UInt64, generator name: String) throws(GSLError) {
      generator = try GSLGenerator(name: name, seed: seed)
      streams = program.graph.streams.map { Stream(seed: seed, name: $0) }
      isPositioned = name == GSLGenerator.ours
    }

    /// Computes one trial; the other generators go on from where they are.
    mutating func run(_ engine: inout ScalarEngine, trial: Int) throws(GSLError) {
      try engine.run { (stream, quarter, draw) throws(GSLError) in
        if isPositioned {
          try generator.position(
            streams[stream], trial: UInt64(trial), quarter: quarter, draw: draw)
        }
        return generator.uniform()
      }
    }
  }
}
