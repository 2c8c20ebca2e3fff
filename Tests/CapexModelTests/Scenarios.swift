import CapexModel
import PathAlgebra
import ScenarioFiles
import Testing

/// Scenarios for tests: built-in ones with overrides.
enum Scenarios {
  static func assumptions(_ name: String, _ overrides: [String] = []) throws -> Assumptions {
    let read = ScenarioReader.readBuiltIn(named: name, overrides: overrides)
    if case .failure(let failure) = read { Issue.record("\(failure.rendered)") }
    return try read.get().assumptions
  }

  static func program(
    _ name: String, _ overrides: [String] = [], outputs: [String]? = nil
  ) throws -> ColumnProgram {
    try CapexModel(assumptions(name, overrides)).model.compile(outputs: outputs)
  }
}
