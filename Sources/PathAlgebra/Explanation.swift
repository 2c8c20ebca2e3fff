/// Where a quantity comes from and where it goes.
public struct Explanation: Sendable {
  public let quantity: Quantity
  /// The text that is compiled.
  public let formula: String
  /// Whether it is an output, or only a step on the way.
  public let isReported: Bool
  /// Quantities, parameters and tables that the formula names, in its order.
  public let uses: [String]
  /// Quantities whose formulas name this one, in the model's order.
  public let usedBy: [String]
  /// Every driver behind it, through whatever it uses, by name.
  public let drivers: [Model.Driver]
}

extension Model {
  /// Every definition explained, in the model's order.
  public func explanations() -> [Explanation] {
    let drawn = drawnParameters
    let names = definitions.map { definition -> [String] in
      guard let formula = try? Parser.parse(definition.formula) else { return [] }
      let references = References(formula)
      let tables = references.tables.filter { !references.names.map(\.text).contains($0) }
      return references.names.map(\.text) + tables
    }
    let direct = definitions.map { Set(directDrivers(of: $0.formula, drawn)) }
    let places = Dictionary(
      uniqueKeysWithValues: definitions.enumerated().map { ($0.element.quantity.name, $0.offset) })
    var drivers = direct
    // Through any number of steps: again until nothing is added.
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for index in definitions.indices {
        let before = drivers[index].count
        for name in names[index] {
          if let place = places[name] { drivers[index].formUnion(drivers[place]) }
        }
        if drivers[index].count > before { hasChanged = true }
      }
    }
    return definitions.enumerated().map { index, definition in
      let own = definition.quantity.name
      return Explanation(
        quantity: definition.quantity, formula: definition.formula,
        isReported: definition.isReported, uses: names[index],
        usedBy: definitions.indices.filter { $0 != index && names[$0].contains(own) }
          .map { definitions[$0].quantity.name },
        drivers: drivers[index].sorted {
          ($0.name, $0.isByQuarter ? 1 : 0) < ($1.name, $1.isByQuarter ? 1 : 0)
        })
    }
  }
}

extension Model {
  /// The same model with what each drawn parameter came to as one more output, named `drawn NAME`:
  /// a name that no formula can have.
  ///
  /// - Parameter isComplete: also what formulas draw by themselves, named `drawn normal(NAME)` and
  ///   `drawn uniform(NAME)`.
  public func showingDraws(isComplete: Bool = false) -> Model {
    var model = self
    if isComplete {
      for stream in streams {
        model.add(
          Quantity(
            name: Model.drawnPrefix + "\(stream.function)(\(stream.name))", meaning: "",
            unit: .none, style: .ratio, isByQuarter: stream.isByQuarter),
          formula: stream.formula, isReported: true)
      }
    }
    for parameter in parameters {
      guard let isByQuarter = drawnParameters[parameter.name] else { continue }
      model.add(
        Quantity(
          name: Model.drawnPrefix + parameter.name, meaning: "", unit: parameter.unit,
          style: Linker.style(of: parameter.unit), isByQuarter: isByQuarter),
        formula: parameter.name, isReported: true)
    }
    return model
  }

  public static let drawnPrefix = "drawn "
}
