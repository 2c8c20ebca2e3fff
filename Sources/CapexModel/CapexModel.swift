internal import NumericalMethods
public import PathAlgebra

/// From assumptions to a model that can be compiled and run.
public struct CapexModel: Sendable {
  public let scenario: Scenario
  public let model: Model
  public let warnings: [ScenarioWarning]

  /// Builds the model of a scenario.
  ///
  /// - Parameter assumptions: checked against the catalogue key by key, as the reader does.
  /// - Throws: what cannot be though each value alone is possible.
  public init(_ assumptions: Assumptions) throws(CapexModelError) {
    scenario = try Scenario(assumptions)
    var draft = ModelDraft(scenario)
    draft.addActuals()
    try draft.addExchangeRates()
    try draft.addPlan()
    try draft.addSpending()
    if assumptions.has(section: "cloud") {
      try draft.addCloud()
      if assumptions.has(section: "profit") {
        draft.addProfit()
        if assumptions.has(section: "withoutPlan") { draft.addPayback() }
      }
      if assumptions.has(section: "indicators.stepUp") { try draft.addStepUp() }
    }
    if assumptions.has(section: "group") { try draft.addGroup() }
    if assumptions.has(section: "indicators.quark") { draft.addQuark() }
    try draft.addOwnDrivers()
    try draft.addOwnFormulas()
    try draft.addDependence()
    model = draft.model
    warnings = draft.warnings
    try checkOutputs()
  }

  private var outputs: [String]? {
    guard case .names(let names)? = scenario.assumptions.content("outputs") else { return nil }
    return names
  }

  private func checkOutputs() throws(CapexModelError) {
    let reported = model.definitions.filter(\.isReported).map(\.quantity.name)
    for name in outputs ?? [] where !reported.contains(name) {
      throw .unknownOutput(
        path: "outputs", name: name, nearest: Spelling.nearest(to: name, among: reported))
    }
  }

  /// The program for the scenario's outputs, or for all quantities when it names none. Its own
  /// metrics are always among them.
  public func compile() throws -> ColumnProgram {
    guard let outputs else { return try model.compile() }
    let metrics = model.definitions.map(\.quantity).filter { $0.role == .metric }.map(\.name)
    return try model.compile(outputs: outputs + metrics.filter { !outputs.contains($0) })
  }
}
