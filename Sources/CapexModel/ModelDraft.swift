internal import NumericalMethods
internal import PathAlgebra

/// A model in the making: adds parameters from assumptions, and equations over them.
struct ModelDraft {
  var model: Model
  let scenario: Scenario
  var warnings: [ScenarioWarning] = []
  /// Mistakes in the scenario's own lines, gathered until all are found.
  var wrongLines: [CapexModelError.WrongLine] = []

  var assumptions: Assumptions { scenario.assumptions }
  /// The unit of the scenario's amounts.
  var money: Unit { .currency(scenario.currency) }

  init(_ scenario: Scenario) {
    self.scenario = scenario
    model = Model(axis: ModelDraft.axis(scenario))
    model.add(parameter: "dt", .constant(0.25))
  }

  /// Adds an assumption under its own path; false where nothing is given.
  @discardableResult
  mutating func parameter(_ path: String, unit: Unit = .none) -> Bool {
    guard let content = assumptions.content(path) else { return false }
    model.add(parameter: path, unit: unit, value(content))
    return true
  }

  mutating func parameters(_ section: String, _ names: [String], unit: Unit = .none) {
    for name in names { parameter("\(section).\(name)", unit: unit) }
  }

  mutating func constant(_ name: String, _ value: Double, unit: Unit = .none) {
    model.add(parameter: name, unit: unit, .constant(value))
  }

  /// A known value for each quarter of the horizon.
  mutating func series(_ name: String, unit: Unit = .none, _ value: (Int) -> Double) {
    model.add(parameter: name, unit: unit, .series((1...scenario.quarters).map(value)))
  }

  /// An equation that is only a step on the way.
  mutating func step(
    _ name: String, _ formula: String, unit: Unit = .none, byQuarter: Bool = true,
    meaning: String = ""
  ) {
    let quantity = Quantity(
      name: name, meaning: meaning, unit: unit, style: unit == .none ? .ratio : .amount,
      isByQuarter: byQuarter)
    model.add(quantity, formula: formula, isReported: false)
  }

  /// An equation whose quantity is an output.
  mutating func report(
    _ name: String, _ formula: String, unit: Unit = .none, _ style: ValueStyle,
    byQuarter: Bool = true, from firstQuarter: Int = 1, meaning: String
  ) {
    let quantity = Quantity(
      name: name, meaning: meaning, unit: unit, style: style, isByQuarter: byQuarter,
      firstQuarter: firstQuarter)
    model.add(quantity, formula: formula, isReported: true)
  }

  /// An output once a trial.
  mutating func reportOnce(
    _ name: String, _ formula: String, unit: Unit = .none, _ style: ValueStyle, meaning: String
  ) {
    report(name, formula, unit: unit, style, byQuarter: false, meaning: meaning)
  }

  func value(_ content: AssumptionContent) -> Model.Parameter.Value {
    switch content {
    case .number(let value): .constant(value)
    case .integer(let value): .constant(Double(value))
    case .distribution(let distribution): .distribution(distribution)
    case .path(let knots):
      .series((1...scenario.quarters).map { knots.value(at: scenario.quarter($0)) })
    case .quarter(let quarter): .constant(Double(scenario.start.distance(to: quarter) + 1))
    default: preconditionFailure("a parameter is a number, a distribution or a path")
    }
  }

  /// One representative number: of a path its value in the quarter, of a distribution its mean.
  func representative(_ path: String, at quarter: Quarter) -> Double {
    switch assumptions.content(path) {
    case .number(let value): value
    case .distribution(let distribution): distribution.mean
    case .path(let knots): knots.value(at: quarter)
    default: preconditionFailure("\(path) is a number, a distribution or a path")
    }
  }

  /// The name of an assumption's value before the first quarter: that of a path in quarter t, or the
  /// assumption itself, so that a distribution gives the trial's own draw.
  mutating func beforeStart(_ path: String, at t: Int = 0) -> String {
    guard case .path(let knots)? = assumptions.content(path) else { return path }
    constant("\(path).before", knots.value(at: scenario.quarter(t)))
    return "\(path).before"
  }

  private static func axis(_ scenario: Scenario) -> TimeAxis {
    let all = 1...scenario.quarters
    var windows: [String: ClosedRange<Int>] = [
      "horizon": all, "plan": 1...scenario.planQuarters,
      "fromPlanEnd": scenario.planQuarters...scenario.quarters,
    ]
    if scenario.planQuarters < scenario.quarters {
      windows["afterPlan"] = (scenario.planQuarters + 1)...scenario.quarters
    }
    for t in all where t + 3 <= scenario.quarters {
      if scenario.quarter(t).number == 1 { windows["\(scenario.quarter(t).year)"] = t...(t + 3) }
      if scenario.fiscal(t).number == 1 { windows["FY\(scenario.fiscal(t).year)"] = t...(t + 3) }
    }
    if let happened = scenario.known?.phasing?.spent.count {
      windows["known"] = 1...happened
      if happened < scenario.planQuarters {
        windows["remainder"] = (happened + 1)...scenario.planQuarters
      }
    }
    if case .quarter(let revision)? = scenario.assumptions["plan.revision.quarter"]?.content {
      let t = scenario.start.distance(to: revision) + 1
      if t > 1, t <= scenario.planQuarters { windows["beforeRevision"] = 1...(t - 1) }
      if t >= 1, t <= scenario.planQuarters { windows["afterRevision"] = t...scenario.planQuarters }
    }
    return TimeAxis(labels: all.map { scenario.quarter($0).description }, windows: windows)
  }
}
