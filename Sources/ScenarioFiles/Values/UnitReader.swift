internal import CapexModel
internal import PathAlgebra

/// Units that a scenario names: `CNY/kWh`, `%`.
enum UnitReader {
  static func read(_ fragment: Fragment) throws(Rejection) -> AssumptionContent {
    let trimmed = fragment.trimmed
    if trimmed.text == "%" { return .unit(.none, isPercentage: true) }
    do {
      return .unit(try PathAlgebra.Unit(reading: trimmed.text), isPercentage: false)
    } catch {
      throw trimmed.rejected(.value(.notAUnit(text: trimmed.text, error)))
    }
  }
}
