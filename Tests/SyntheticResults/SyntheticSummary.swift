import MonteCarlo
import PathAlgebra

/// The one place where made-up trials become results of the engine's types.
enum SyntheticSummary {
  static func of(_ values: [Double], _ style: ValueStyle) -> Summary {
    Summary(of: values, isWhole: style.isWhole, precision: 10)
  }

  /// The units that synthetic quantities have, by their text.
  static func unit(_ text: String) -> PathAlgebra.Unit {
    switch text {
    case "": .none
    case "CNY/USD": .rate("CNY", per: "USD")
    default: .currency(String(text.prefix(3)))
    }
  }

  static func quantity(
    _ name: String, _ unit: String, _ style: ValueStyle, meaning: String = "",
    quarters: [[Double]], isByQuarter: Bool, role: Quantity.Role = .model
  ) -> SimulatedQuantity {
    SimulatedQuantity(
      quantity: Quantity(
        name: name, meaning: meaning, unit: self.unit(unit), style: style, isByQuarter: isByQuarter,
        firstQuarter: 1, role: role),
      summaries: quarters.map { of($0, style) }, retained: isByQuarter ? [] : quarters.first ?? [])
  }

  static func result(
    trials: Int, seed: UInt64, _ quantities: [SimulatedQuantity]
  ) -> SimulationResult {
    SimulationResult(trials: trials, seed: seed, quantities: quantities)
  }
}
