internal import PathAlgebra

extension ModelDraft {
  /// What the plan intends to spend in each quarter, before exchange rates and supply.
  mutating func addPlan() throws(CapexModelError) {
    parameter("plan.total", unit: money)
    let billions = scenario.schedule.billions
    series("plan.schedule", unit: money) { $0 <= billions.count ? billions[$0 - 1] : 0 }
    let planned = scenario.planQuarters
    series("plan.isOver") { $0 > planned ? 1 : 0 }
    report(
      "schedule", "plan.schedule", unit: money, .amount,
      meaning: "The plan's total, spread over its quarters.")
    addExecution()
    switch scenario.mode {
    case .kept:
      step("plannedSpending", kept, unit: money)
    case .pace:
      parameter("plan.drift")
      let quarters = scenario.known?.phasing == nil ? "quarter" : "(quarter - actuals.quarters)"
      step(
        "plannedSpending",
        spent(
          "actuals.capex",
          otherwise: beforeEnd("\(shares) * exp(plan.drift * \(quarters) * dt)")),
        unit: money)
    case .revised:
      try addRevision()
    }
  }

  /// The schedule, or the phasing of what remains, with the noise of execution.
  private var shares: String {
    (scenario.known?.phasing == nil ? "plan.schedule" : "plan.phasing") + " * executionFactor"
  }

  /// Said in so many words, so that nothing is drawn for quarters without a plan.
  private func beforeEnd(_ formula: String) -> String {
    "if(plan.isOver > 0, 0, \(formula))"
  }

  /// Quarters share the total, or what remains of it; a rule without a total goes on as it is.
  private var kept: String {
    guard let phasing = scenario.known?.phasing else {
      return beforeEnd("plan.total * (\(shares)) / sum(\(shares), over: plan)")
    }
    if phasing.planned.isEmpty { return spent("actuals.capex", otherwise: "0") }
    guard phasing.rule.keepsTotal else {
      return spent("actuals.capex", otherwise: beforeEnd(shares))
    }
    return spent(
      "actuals.capex",
      otherwise: beforeEnd(
        "max(plan.total - sum(actuals.capex, over: known), 0) * (\(shares))"
          + " / sum(\(shares), over: remainder)"))
  }

  /// Noise n_t = φ n_{t-1} + σ √(1-φ²) z, and ε_t = exp(n_t - v_t/2) with mean one. What has
  /// happened gives n_t as the logarithm of spending over its schedule, with no variance left.
  private mutating func addExecution() {
    guard assumptions.has(section: "plan.execution") else {
      return step("executionFactor", "1")
    }
    parameters("plan.execution", ["volatility", "autocorrelation"])
    step(
      "executionNoise",
      spent(
        "if(actuals.capex > 0 and plan.phasing > 0, log(actuals.capex / plan.phasing), 0)",
        otherwise: "plan.execution.autocorrelation * previous(executionNoise, 0)"
          + " + plan.execution.volatility * sqrt(1 - plan.execution.autocorrelation ^ 2)"
          + " * normal(capex.execution)"))
    step(
      "executionVariance",
      spent(
        "0",
        otherwise: "plan.execution.autocorrelation ^ 2 * previous(executionVariance, 0)"
          + " + plan.execution.volatility ^ 2 * (1 - plan.execution.autocorrelation ^ 2)"))
    step("executionFactor", "exp(executionNoise - executionVariance / 2)")
  }

  /// As kept until the revision; then what is left of the total, which may have changed.
  private mutating func addRevision() throws(CapexModelError) {
    guard case .quarter(let revision)? = assumptions["plan.revision.quarter"]?.content else {
      throw .missing(path: "plan.revision.quarter")
    }
    let first = scenario.start
    let last = scenario.quarter(scenario.planQuarters)
    guard (first...last).contains(revision) else {
      throw .revisionOutsidePlan(
        path: "plan.revision.quarter", quarter: revision, first: first, last: last)
    }
    let place = first.distance(to: revision)
    let phasing = scenario.known?.phasing
    if let phasing, place < phasing.spent.count {
      throw .revisionHappened(
        path: "plan.revision.quarter", quarter: revision,
        until: scenario.quarter(phasing.spent.count))
    }
    guard scenario.currentMillions[place...].contains(where: { $0 > 0 }) || phasing?.remaining == 0
    else {
      throw .nothingLeftToRevise(path: "plan.revision.quarter", quarter: revision)
    }
    parameter("plan.revision.quarter")
    parameter("plan.revision.probability")
    parameter("plan.revision.total", unit: money)
    step("keptSpending", kept, unit: money)
    step(
      "outcomeTotal",
      "if(uniform(plan.revision, by: trial) < plan.revision.probability,"
        + " plan.revision.total, plan.total)",
      unit: money, byQuarter: false)
    step(
      "spentBeforeRevision",
      revision == first ? "0" : "sum(keptSpending, over: beforeRevision)",
      unit: money, byQuarter: false)
    // A pace that is held goes on where no new total takes its place.
    let isHeld = phasing.map { !$0.rule.keepsTotal } ?? false
    step(
      "plannedSpending",
      "if(quarter < plan.revision.quarter"
        + (isHeld ? " or uniform(plan.revision, by: trial) >= plan.revision.probability" : "")
        + ", keptSpending, "
        + beforeEnd(
          "max(outcomeTotal - spentBeforeRevision, 0) * (\(shares))"
            + " / sum(\(shares), over: afterRevision)")
        + ")",
      unit: money)
  }

  /// What is spent in the end: prices of imports, then what can be bought at all.
  mutating func addSpending() throws(CapexModelError) {
    try addImports()
    addSupply()
    report(
      "cumulativeCapex", "cumulative(capex)", unit: money, .amount,
      meaning: "Spending since the start.")
    reportOnce(
      "totalCapex", "sum(capex, over: horizon)", unit: money, .amount,
      meaning: "Spending in all, to the end of the horizon.")
    // Spending is planned in whole millions, so half a million short is there.
    constant("plan.tolerance", 0.0005, unit: money)
    reportOnce(
      "crossing", "first(cumulativeCapex >= plan.total - plan.tolerance, over: horizon)", .quarter,
      meaning: "The quarter in which spending reaches the plan's total.")
    let own = scenario.mode == .revised ? "outcomeTotal" : "plan.total"
    reportOnce(
      "planCompleteOnTime", "last(cumulativeCapex, over: plan) >= \(own) - plan.tolerance",
      .condition,
      meaning: scenario.mode == .revised
        ? "The trial's total, revised or not, is spent by the plan's last quarter."
        : "The plan's total is spent by its last quarter.")
    if scenario.planQuarters < scenario.quarters { addSlip() }
    for year in model.axis.windows.keys.filter({ $0.hasPrefix("FY") }).sorted() {
      reportOnce(
        "capex.\(year)", "sum(capex, over: \(year))", unit: money, .amount,
        meaning: "Spending in the fiscal year.")
    }
    addOtherCurrency()
  }

  /// How long after its last quarter the plan is still being spent; for ever where a backlog is
  /// left at the end of the horizon.
  private mutating func addSlip() {
    constant("plan.quarters", Double(scenario.planQuarters))
    let late = "max(if(capex > 0, quarter - plan.quarters, 0), over: afterPlan)"
    let hasBacklog = model.definitions.contains { $0.quantity.name == "backlog" }
    reportOnce(
      "slip", hasBacklog ? "if(last(backlog, over: horizon) > 0, never, \(late))" : late, .count,
      meaning: "Quarters after the plan's last in which it is still being spent.")
  }

  /// f_t = 1 - m + m (1-h) fx_t / fx_0 + m h: what a unit of the plan costs at today's rate.
  private mutating func addImports() throws(CapexModelError) {
    guard assumptions.has(section: "imports") else {
      step("importFactor", "1")
      return step("spendingBeforeSupply", "plannedSpending", unit: money)
    }
    guard scenario.currency == "CNY", assumptions.has(section: "fx.usdcny") else {
      throw .importsNeedDollars(path: "imports.share")
    }
    parameters("imports", ["share", "hedged"])
    step(
      "importFactor",
      "1 - imports.share + imports.share * (1 - imports.hedged) * (fx.usdcny / fx.usdcny.spot)"
        + " + imports.share * imports.hedged")
    // budget: the amount is fixed. volume: what is bought is fixed, and paid at today's rate.
    step(
      "spendingBeforeSupply",
      assumptions.choice("imports.rule") == "volume"
        ? spent("plannedSpending", otherwise: "plannedSpending * importFactor")
        : "plannedSpending",
      unit: money)
  }

  /// A two-state chain, open and restricted; what cannot be bought waits in a backlog. What has
  /// happened was bought, so it was open; the state before the first quarter is that after it.
  private mutating func addSupply() {
    let meaning = "What is spent in the quarter."
    guard assumptions.has(section: "supply"), assumptions.has(section: "imports") else {
      return report(
        "capex", "spendingBeforeSupply", unit: money, .amount, meaning: meaning)
    }
    parameters("supply", ["restrict", "reopen", "available", "catchUp"])
    constant("supply.start", assumptions.choice("supply.start") == "restricted" ? 1 : 0)
    let billions = scenario.schedule.billions
    let mean = scenario.planTotal / Double(scenario.planQuarters)
    series("plan.quarterly", unit: money) { $0 <= billions.count ? billions[$0 - 1] : mean }
    let before =
      scenario.known?.phasing == nil
      ? "previous(restricted, supply.start)"
      : "if(quarter <= actuals.quarters + 1, supply.start, previous(restricted, supply.start))"
    report(
      "restricted",
      spent(
        "0",
        otherwise: "if(\(before) > 0,"
          + " if(uniform(supply.state) < supply.reopen, 0, 1),"
          + " if(uniform(supply.state) < supply.restrict, 1, 0))"),
      .condition, meaning: "Imports are restricted.")
    step(
      "shortfall",
      spent(
        "0",
        otherwise: beforeEnd(
          "if(restricted > 0, (1 - supply.available)"
            + " * ((importFactor - (1 - imports.share)) / importFactor) * spendingBeforeSupply, 0)"
        )),
      unit: money)
    step(
      "caughtUp",
      "if(restricted > 0, 0, min(previous(backlog, 0), supply.catchUp * plan.quarterly))",
      unit: money)
    report(
      "backlog", "previous(backlog, 0) + shortfall - caughtUp", unit: money, .amount,
      meaning: "Imports that are planned but could not yet be bought.")
    report(
      "capex", "spendingBeforeSupply - shortfall + caughtUp", unit: money, .amount,
      meaning: meaning)
  }

  /// The same spending in dollars, or in yuan for a plan in dollars.
  private mutating func addOtherCurrency() {
    guard assumptions.has(section: "fx.usdcny") else { return }
    let isYuan = scenario.currency == "CNY"
    let other = isYuan ? "USD" : "CNY"
    report(
      "capex\(other)", isYuan ? "capex / fx.usdcny" : "capex * fx.usdcny",
      unit: .currency(other), .amount, meaning: "Spending at the quarter's exchange rate.")
    reportOnce(
      "totalCapex\(other)", "sum(capex\(other), over: horizon)", unit: .currency(other), .amount,
      meaning: "Spending in all, each quarter at its own exchange rate.")
  }
}
