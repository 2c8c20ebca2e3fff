internal import NumericalMethods
internal import PathAlgebra

extension ModelDraft {
  /// The most drivers, and the most formulas, that a scenario may define.
  static let mostOwnLines = 200

  /// What the scenario's own drivers are: each a parameter, or a process, under its plain name.
  mutating func addOwnDrivers() throws(CapexModelError) {
    let names = assumptions.names(in: "drivers")
    guard names.count <= ModelDraft.mostOwnLines else {
      throw .tooManyLines(path: "drivers", count: names.count, limit: ModelDraft.mostOwnLines)
    }
    for name in names {
      if let error = refusal(of: name) {
        wrongLines.append(CapexModelError.WrongLine(path: "drivers.\(name)", error: error))
      } else {
        try addOwnDriver(name)
      }
    }
  }

  private func refusal(of name: String) -> FormulaError? {
    if FormulaFunction.reservedWords.contains(name) { return .reservedName(name) }
    let isTaken =
      model.parameters.contains { $0.name == name } || model.tables.contains { $0.name == name }
      || model.definitions.contains { $0.quantity.name == name }
    return isTaken ? .duplicateName(name) : nil
  }

  private mutating func addOwnDriver(_ name: String) throws(CapexModelError) {
    let section = "drivers.\(name)"
    let process = assumptions.choice("\(section).process")
    let unit = ownUnit(section).unit
    switch process {
    case "none": try addDrawn(name, section, unit: unit)
    case "vasicek": addVasicek(name, section, unit: unit)
    default:
      for key in ["start", "level"] { try checkPositive("\(section).\(key)", process) }
      parameter("\(section).start", unit: unit)
      try addProcess(process, section, stream: name, start: "\(section).start", unit: unit)
      addDriver(name, "\(section).start * exp(\(section).change)", unit: unit)
    }
  }

  private mutating func addDrawn(
    _ name: String, _ section: String, unit: Unit
  ) throws(CapexModelError) {
    guard let content = assumptions.content("\(section).value") else {
      throw .missing(path: "\(section).value")
    }
    let isByQuarter = assumptions.choice("\(section).by") == "quarter"
    switch content {
    case .distribution(let distribution) where isByQuarter:
      model.add(parameter: name, unit: unit, .quarterlyDistribution(distribution))
    case .distribution: model.add(parameter: name, unit: unit, value(content))
    default:
      guard !isByQuarter else {
        var isPath = false
        if case .path = content { isPath = true }
        throw .nothingToDraw(path: "\(section).by", value: isPath ? "a path" : "one number")
      }
      model.add(parameter: name, unit: unit, value(content))
    }
  }

  /// x_t = θ + (x_{t-1} - θ) e^{-κ dt} + σ √((1 - e^{-2κ dt}) / 2κ) z: reverts as it is, not in its
  /// logarithm (Vasicek: An equilibrium characterization of the term structure, 1977).
  private mutating func addVasicek(_ name: String, _ section: String, unit: Unit) {
    parameters(section, ["start", "level", "deviation"], unit: unit)
    parameter("\(section).speed")
    addDriver(
      name,
      "\(section).level"
        + " + (previous(\(name), \(section).start) - \(section).level)"
        + " * exp(-\(section).speed * dt)"
        + " + \(reversionStep(volatility: "\(section).deviation", speed: "\(section).speed"))"
        + " * normal(\(name))",
      unit: unit)
  }

  private mutating func addDriver(_ name: String, _ formula: String, unit: Unit) {
    let style: ValueStyle =
      ownUnit("drivers.\(name)").isPercentage ? .percentage : unit == .none ? .ratio : .amount
    model.add(
      Quantity(
        name: name, meaning: "A driver of the scenario's own.", unit: unit, style: style,
        isByQuarter: true, role: .helper),
      formula: formula, isReported: false)
  }

  private func checkPositive(_ path: String, _ process: String) throws(CapexModelError) {
    let least: Double =
      switch assumptions.content(path) {
      case .number(let value): value
      case .distribution(let distribution): distribution.support.low
      default: 1
      }
    // A continuous distribution may begin at zero.
    var isNumber = false
    if case .number? = assumptions.content(path) { isNumber = true }
    guard least > 0 || (least == 0 && !isNumber) else {
      throw .mustBePositive(path: path, process: process)
    }
  }

  func ownUnit(_ section: String) -> (unit: Unit, isPercentage: Bool, isGiven: Bool) {
    guard case .unit(let unit, let isPercentage)? = assumptions.content("\(section).unit") else {
      return (.none, false, false)
    }
    return (unit, isPercentage, true)
  }
}
