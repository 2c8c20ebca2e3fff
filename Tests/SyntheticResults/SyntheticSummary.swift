import MonteCarlo
import PathAlgebra

/// The one place where made-up trials become results of the engine's types.
enum SyntheticSummary {
  static func of(_ values: [Double]) -> Summary { Summary(values: values) }

  static func quantity(
    _ name: String, _ unit: String, _ style: ValueStyle, meaning: String = "",
    quarters: [[Double]], isByQuarter: Bool
  ) -> SimulatedQuantity {
    SimulatedQuantity(
      quantity: Quantity(
        name: name, meaning: meaning, unit: Unit(unit), style: style, isByQuarter: isByQuarter,
        firstQuarter: 1),
      summaries: quarters.map(of), retained: isByQuarter ? [] : quarters.first ?? [])
  }

  static func result(
    trials: Int, seed: UInt64, _ quantities: [SimulatedQuantity]
  ) -> SimulationResult {
    SimulationResult(trials: trials, seed: seed, quantities: quantities)
  }
}
