internal import PathAlgebra

extension ModelDraft {
  /// The scenario's own quantities and metrics, over everything that is named by now.
  mutating func addOwnFormulas() throws(CapexModelError) {
    var lines: [FormulaLine] = []
    var paths: [String] = []
    for (section, role) in [("quantities", Quantity.Role.helper), ("metrics", .metric)] {
      for name in assumptions.names(in: section) {
        let path = "\(section).\(name)"
        guard case .formula(let formula)? = assumptions.content("\(path).formula") else {
          throw .missing(path: "\(path).formula")
        }
        let declared = ownUnit(path)
        lines.append(
          FormulaLine(
            name: name, formula: formula, unit: declared.isGiven ? declared.unit : nil,
            isPercentage: declared.isPercentage, meaning: assumptions.text("\(path).label") ?? "",
            role: role))
        paths.append(path)
      }
    }
    guard lines.count <= ModelDraft.mostOwnLines else {
      throw .tooManyLines(
        path: paths[ModelDraft.mostOwnLines] + ".formula", count: lines.count,
        limit: ModelDraft.mostOwnLines)
    }
    wrongLines += model.add(lines).map { line, error in
      switch error {
      case .duplicateName, .reservedName:
        CapexModelError.WrongLine(path: paths[line], error: error)
      default: CapexModelError.WrongLine(path: paths[line] + ".formula", error: error)
      }
    }
    guard wrongLines.isEmpty else { throw .wrongLines(wrongLines) }
    warnOfUnusedDrivers()
  }

  /// A driver that nothing uses changes nothing.
  private mutating func warnOfUnusedDrivers() {
    let names = assumptions.names(in: "drivers")
    guard !names.isEmpty else { return }
    let explanations = model.explanations()
    for name in names {
      // What makes the driver itself does not use it; a draw is a use, though not of the value.
      let isUsed = explanations.contains { other in
        other.quantity.name != name && !other.quantity.name.hasPrefix("drivers.\(name).")
          && (other.uses.contains(name) || other.drivers.contains { $0.name == name })
      }
      if isUsed { continue }
      warnings.append(.driverUnused(path: "drivers.\(name)", name: name))
    }
  }
}
