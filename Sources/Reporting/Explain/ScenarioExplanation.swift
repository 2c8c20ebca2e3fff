public import CapexModel
public import PathAlgebra

/// The equations of a scenario, with what goes into them: what `capexsim explain` shows.
///
/// Formulas are the text that is compiled. Held by `ExplainedEquationsTests`.
public struct ScenarioExplanation: Sendable {
  public let scenario: String
  public let quantities: [Explanation]
  /// What formulas name besides quantities, in the model's order.
  public let inputs: [Input]
  /// The calendar name of the first quarter, and so on.
  let labels: [String]

  /// A number, path, distribution or table that formulas use.
  public struct Input: Sendable {
    public let name: String
    public let unit: Unit
    /// As the scenario gives it, in canonical text; or what was computed from it.
    public let value: String
    /// The key of the scenario that gives it; nil for what is computed from others.
    public let path: String?
    public let source: String?
    public let note: String?
    public let usedBy: [String]
  }

  /// - Parameters:
  ///   - names: the quantities wanted; all when empty.
  ///   - valueText: the canonical text of a key's value.
  public init(_ model: CapexModel, names: [String], valueText: (String) -> String?) {
    scenario = model.scenario.name
    labels = model.model.axis.labels
    let all = model.model.explanations()
    let quantities = names.isEmpty ? all : all.filter { names.contains($0.quantity.name) }
    self.quantities = quantities
    let assumptions = model.scenario.assumptions
    func input(_ name: String, unit: Unit, computed: String) -> Input? {
      let users = quantities.filter { $0.uses.contains(name) }.map(\.quantity.name)
      guard !users.isEmpty else { return nil }
      let path = [name, "drivers.\(name).value"].first { assumptions[$0] != nil }
      let given = path.flatMap { assumptions[$0] }
      return Input(
        name: name, unit: unit, value: path.flatMap(valueText) ?? computed, path: path,
        source: given?.source, note: given?.note, usedBy: users)
    }
    inputs =
      model.model.parameters.compactMap { parameter in
        input(
          parameter.name, unit: parameter.unit,
          computed: ScenarioExplanation.text(parameter.value))
      }
      + model.model.tables.compactMap { table in
        input(table.name, unit: table.unit, computed: "\(table.values.count) values")
      }
  }

  private static func text(_ value: Model.Parameter.Value) -> String {
    switch value {
    case .constant(let x): return "\(x)"
    case .series(let values):
      guard let first = values.first, let last = values.last else { return "" }
      return values.allSatisfy { $0 == first } ? "\(first)" : "\(first), …, \(last) by quarter"
    case .distribution, .quarterlyDistribution: return "drawn"
    }
  }

  func shape(_ quantity: Quantity) -> String {
    guard quantity.isByQuarter else { return "once a trial" }
    guard quantity.firstQuarter > 1 else { return "by quarter" }
    return "by quarter from \(labels[quantity.firstQuarter - 1])"
  }

  /// On one line, whatever the file's layout.
  static func line(_ formula: String) -> String {
    formula.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
