public import NumericalMethods
public import PathAlgebra

/// What one trial gave for every quantity of a program: one world, and no average.
///
/// Trials count from 0, as in warnings. The values are those of the run, to the bit. Held by
/// `TrialWorldTests`.
public struct TrialWorld: Sendable {
  public let trial: Int
  public let seed: UInt64
  /// In the program's order; one value for each quarter from the quantity's first on, or one.
  public let quantities: [(quantity: Quantity, values: [Double])]

  /// `trial` is 0 … `Simulation.maximumTrials` - 1.
  public init(_ program: ColumnProgram, trial: Int, seed: UInt64) throws(GSLError) {
    precondition((0..<Simulation.maximumTrials).contains(trial), "trial out of range")
    self.trial = trial
    self.seed = seed
    let streams = program.graph.streams.map { Stream(seed: seed, name: $0) }
    var engine = ScalarEngine(program, mathematics: .own)
    try engine.run { stream, quarter, draw in
      streams[stream].uniform(trial: UInt64(trial), quarter: quarter, draw: draw)
    }
    quantities = program.quantities.indices.map {
      (program.quantities[$0], engine.outputs($0))
    }
  }
}
