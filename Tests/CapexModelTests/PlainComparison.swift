import CapexModel
import PathAlgebra
import Testing

/// Compares single trials of the program with the plain calculation, quantity by quantity and
/// quarter by quarter.
struct PlainComparison {
  let name: String
  let assumptions: Assumptions
  var seed: UInt64 = 1
  var trials = 1
  /// Relative to the larger of 1 and the expected value.
  let tolerance: Double

  func run(world: (_ trial: Int) -> any World) throws {
    let program = try CapexModel(assumptions).model.compile()
    let values = TrialValues(program, seed: seed, count: trials)
    for trial in 0..<trials {
      let plain = PlainCalculation(assumptions, world: world(trial))
      // What a scenario defines itself has tests of its own.
      let names = program.quantities.filter { $0.role == .model }.map(\.name)
      #expect(names.sorted() == plain.results.keys.sorted(), "\(name): the same quantities")
      for quantity in program.quantities {
        guard let expected = plain.results[quantity.name] else { continue }
        compare(quantity, values[quantity.name].map { $0[trial] }, expected, trial)
      }
    }
  }

  private func compare(_ quantity: Quantity, _ got: [Double], _ expected: [Double], _ trial: Int) {
    #expect(got.count == expected.count, "\(name): values of \(quantity.name)")
    for (place, (got, expected)) in zip(got, expected).enumerated() {
      let allowed = tolerance * max(1, abs(expected))
      if got == expected || abs(got - expected) <= allowed { continue }
      Issue.record(
        """
        \(name): \(quantity.name) in quarter \(place + quantity.firstQuarter): got \(got), \
        expected \(expected) within \(allowed), seed \(seed), trial \(trial)
        """)
      // What follows in time has the same cause.
      return
    }
  }
}
