import CapexModel
import ScenarioFiles
import Testing

/// With every volatility set to zero each scenario equals a deterministic calculation that is
/// written independently.
@Suite struct VolatilityZeroTests {
  @Test(arguments: BuiltInScenarios.names, VolatilityZero.variants)
  func equalsPlainCalculation(scenario: String, variant: VolatilityZero) throws {
    let document = try ScenarioReader.readBuiltIn(named: scenario).get()
    try PlainComparison(
      name: "\(scenario), \(variant)", assumptions: variant.applied(to: document.assumptions),
      trials: 2, tolerance: 1e-12
    ).run { _ in StillWorld() }
  }
}
