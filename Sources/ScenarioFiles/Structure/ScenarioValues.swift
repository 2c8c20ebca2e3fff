internal import CapexModel

/// From the layered leaves to assumptions.
struct ScenarioValues {
  private let scenario: LayeredScenario
  private let completeness: Completeness
  private let longestHorizon: Int

  init(_ scenario: LayeredScenario, _ completeness: Completeness, longestHorizon: Int) {
    self.scenario = scenario
    self.completeness = completeness
    self.longestHorizon = longestHorizon
  }

  func read(problems: inout ProblemCollector) -> Assumptions {
    let context = self.context()
    checkPairs(context, &problems)
    var assumptions = Assumptions()
    for (path, leaf) in scenario.leaves.sorted(by: { $0.key < $1.key }) {
      var own = context
      own.files = leaf.files
      let reader = ValueReader(keyed: leaf.keyed, context: own)
      guard
        let content = problems.attempt({ () throws(Rejection) in try reader.read(leaf.value) })
      else { continue }
      assumptions[path] = Assumption(content, source: leaf.source, note: leaf.note)
    }
    for (path, content) in completeness.standards() {
      assumptions[path] = Assumption(content, source: "standard")
    }
    return assumptions
  }

  /// What other values need; where it is wrong itself, that is reported at its own place.
  private func context() -> ValueContext {
    var context = ValueContext()
    context.longestHorizon = longestHorizon
    context.currency = scenario.chosen("currency") ?? context.currency
    let months = ["March", "June", "September", "December"]
    if let month = scenario.chosen("fiscalYearEnd"), let index = months.firstIndex(of: month) {
      context.fiscalYearEnd = index + 1
    }
    if case .number(let spot) = quietly("fx.usdcny.spot", context) { context.yuanPerDollar = spot }
    if case .integer(let quarters) = quietly("plan.quarters", context) {
      context.planQuarters = quarters
    }
    return context
  }

  private func quietly(_ path: String, _ context: ValueContext) -> AssumptionContent? {
    guard let leaf = scenario.leaves[path] else { return nil }
    return try? ValueReader(keyed: leaf.keyed, context: context).read(leaf.value)
  }

  private func checkPairs(_ context: ValueContext, _ problems: inout ProblemCollector) {
    for name in completeness.names(in: "fx")
    where !ChosenName.isPair(name, currency: context.currency) {
      let currencies = context.currency == "CNY" ? ["CNY"] : [context.currency, "CNY"]
      let inside = scenario.leaves.filter { $0.key.hasPrefix("fx.\(name).") }
      let place =
        scenario.sections["fx.\(name)"]
        ?? inside.min { $0.key < $1.key }?.value.place ?? scenario.start
      problems.report(.structure(.invalidPair(name: name, currencies: currencies)), at: place)
    }
  }
}
