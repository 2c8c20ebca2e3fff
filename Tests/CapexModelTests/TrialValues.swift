import CapexModel
import PathAlgebra

@testable import MonteCarlo

/// The values of the first trials of a run, as the column engine gives them.
struct TrialValues {
  let program: ColumnProgram
  /// By quantity in the program's order, period and trial.
  private var values: [[[Double]]]

  /// `count` is at most `Simulation.blockLength`.
  init(_ program: ColumnProgram, seed: UInt64, count: Int) {
    self.program = program
    // An output that is the same in every trial has no column.
    var values = program.outputs.map { outputs in
      outputs.map { output in
        program.graph.constant(of: output).map { Array(repeating: $0, count: count) } ?? []
      }
    }
    ColumnEngine(program, seed: seed, blockLength: Simulation.blockLength).run(
      first: 0, count: count
    ) { column, place in values[place.quantity][place.period] = Array(column) }
    self.values = values
  }

  /// Values by period and trial; empty for an unknown name.
  subscript(name: String) -> [[Double]] {
    program.quantities.firstIndex { $0.name == name }.map { values[$0] } ?? []
  }

  var names: [String] { program.quantities.map(\.name) }
}
