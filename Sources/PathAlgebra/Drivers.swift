extension Model {
  /// A source of randomness that the model draws from.
  public struct Driver: Hashable, Sendable {
    public let name: String
    /// Drawn anew in each quarter, or once a trial.
    public let isByQuarter: Bool
  }

  /// Every driver that some formula draws from, in the order of the definitions.
  public func drivers() -> [Driver] {
    var found: [Driver] = []
    func add(_ name: String, byQuarter: Bool) {
      let driver = Driver(name: name, isByQuarter: byQuarter)
      if !found.contains(driver) { found.append(driver) }
    }
    let distributions = Set(
      parameters.compactMap { parameter -> String? in
        if case .distribution = parameter.value { return parameter.name }
        return nil
      })
    func visit(_ formula: Formula) {
      switch formula {
      case .number, .quarter: break
      case .name(let name, _):
        if distributions.contains(name) { add(name, byQuarter: false) }
      case .negated(let inner), .not(let inner): visit(inner)
      case .binary(_, let left, let right, _):
        visit(left)
        visit(right)
      case .call(let function, let arguments, _, let by, _):
        guard case .name(let name, _)? = arguments.first,
          ["normal", "uniform", "each"].contains(function)
        else { return arguments.forEach(visit) }
        if function != "each" || distributions.contains(name) {
          add(name, byQuarter: by?.text != "trial")
        }
      }
    }
    for definition in definitions {
      if let formula = try? Parser.parse(definition.formula) { visit(formula) }
    }
    return found
  }
}
