import CapexModel
import NumericalMethods
import PathAlgebra
import ScenarioFiles
import Testing

@testable import MonteCarlo

/// The scalar engine, with the C library's functions and GSL's quantiles, agrees with the columns.
@Suite struct ScalarAgreementTests {
  private static let seed: UInt64 = 91

  private func model(_ scenario: String) throws -> Model {
    try CapexModel(ScenarioReader.readBuiltIn(named: scenario).get().assumptions).model
  }

  @Test(arguments: BuiltInScenarios.names)
  func sameDrawsGiveTheSameTrials(scenario: String) throws {
    let program = try model(scenario).compile()
    let trials = 100
    // An output that is the same in every trial has no column.
    var columns = program.outputs.map { values in
      values.map { value in
        program.graph.constant(of: value).map { Array(repeating: $0, count: trials) } ?? []
      }
    }
    ColumnEngine(program, seed: Self.seed, blockLength: 256).run(first: 0, count: trials) {
      values, place in
      columns[place.quantity][place.period] = Array(values)
    }
    var source = try ScalarSimulation.Source(
      program, seed: Self.seed, generator: "philox4x32")
    var engine = ScalarEngine(program, mathematics: .library)
    for trial in 0..<trials {
      try source.run(&engine, trial: trial)
      for quantity in program.quantities.indices {
        for (period, scalar) in engine.outputs(quantity).enumerated() {
          let column = columns[quantity][period][trial]
          let tolerance = 1e-12 * max(1, abs(scalar))
          if scalar == column || abs(scalar - column) <= tolerance { continue }
          Issue.record(
            """
            \(scenario), \(program.quantities[quantity].name), period \(period + 1), trial \
            \(trial): got \(column), expected \(scalar) within \(tolerance), seed \(Self.seed)
            """)
          return
        }
      }
    }
  }

  /// Another generator is another sample of the same distributions.
  @Test(arguments: BuiltInScenarios.names)
  func anotherGeneratorAgrees(scenario: String) async throws {
    let model = try model(scenario)
    let byTrial = model.definitions.filter { $0.isReported && !$0.quantity.isByQuarter }
    let program = try model.compile(outputs: byTrial.map(\.quantity.name))
    let columns = await Simulation(program, trials: 4096, seed: Self.seed, workers: 2).run()
    let scalars = try ScalarSimulation(
      program, trials: 1024, seed: Self.seed, generator: "mt19937"
    ).run()
    for (column, scalar) in zip(columns.quantities, scalars.quantities) {
      let name = column.quantity.name
      for (period, (column, scalar)) in zip(column.summaries, scalar.summaries).enumerated() {
        // Of a condition that never holds, or a quarter that never comes, there is no mean.
        guard column.finite > 30, scalar.finite > 30 else { continue }
        let error =
          (column.meanStandardError * column.meanStandardError
          + scalar.meanStandardError * scalar.meanStandardError).squareRoot()
        #expect(
          abs(scalar.mean - column.mean) <= 4.5 * error + 1e-9 * abs(column.mean),
          """
          \(scenario), \(name), period \(period + 1): got \(scalar.mean), expected \(column.mean) \
          within \(4.5 * error), seed \(Self.seed)
          """)
      }
    }
  }

  @Test func unknownGeneratorIsRefused() throws {
    let program = try SmallModelWithOneDraw.program()
    #expect(throws: GSLError.self) {
      try ScalarSimulation(program, trials: 1, seed: 1, generator: "mt19938").run()
    }
  }
}

private enum SmallModelWithOneDraw {
  static func program() throws -> ColumnProgram {
    var small = SmallModel()
    small.output("x", "normal(a)")
    return try small.model.compile()
  }
}
