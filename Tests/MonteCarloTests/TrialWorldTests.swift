import CapexModel
import PathAlgebra
import ScenarioFiles
import Testing

@testable import MonteCarlo

/// One world by itself is that world of the run, to the bit.
@Suite struct TrialWorldTests {
  private static let seed: UInt64 = 77

  @Test(arguments: BuiltInScenarios.names)
  func equalsTheRun(scenario: String) throws {
    let model = try CapexModel(ScenarioReader.readBuiltIn(named: scenario).get().assumptions).model
      .showingDraws()
    let program = try model.compile()
    let first = 2048
    var columns = program.outputs.map { values in
      values.map { program.graph.constant(of: $0).map { Array(repeating: $0, count: 256) } ?? [] }
    }
    ColumnEngine(program, seed: Self.seed, blockLength: 256).run(first: first, count: 256) {
      values, place in
      columns[place.quantity][place.period] = Array(values)
    }
    for trial in [0, 1, 17, 255] {
      let world = try TrialWorld(program, trial: first + trial, seed: Self.seed)
      for (place, row) in world.quantities.enumerated() {
        let expected = columns[place].map { $0[trial].bitPattern }
        #expect(
          row.values.map(\.bitPattern) == expected,
          "\(scenario), \(row.quantity.name), trial \(first + trial), seed \(Self.seed)")
      }
    }
  }

  @Test func equalsWhatTheRunKeeps() async throws {
    let document = try ScenarioReader.readBuiltIn(named: "power-bill").get()
    let program = try document.model.compile()
    let result = await Simulation(program, trials: 5000, seed: Self.seed, workers: 2).run()
    let world = try TrialWorld(program, trial: 4711, seed: Self.seed)
    var compared = 0
    for (row, simulated) in zip(world.quantities, result.quantities)
    where !row.quantity.isByQuarter {
      #expect(row.values.first == simulated.retained[4711], "\(row.quantity.name)")
      compared += 1
    }
    #expect(compared > 20)
  }
}
