extension Catalogue {
  static let plan: [AssumptionKey] = [
    AssumptionKey(
      "plan.total", .number(.money, within: .above(0, to: 1e6), varying: []),
      "What the plan spends in all."),
    AssumptionKey(
      "plan.quarters", .integer(1...200), "How many quarters the plan has, from the start."),
    AssumptionKey(
      "plan.profile", .profile, .standard(.profile(.flat)),
      "How the total is spread: flat, ramp, frontLoaded, backLoaded, sCurve or custom."),
    AssumptionKey(
      "plan.seasonal", .numbers(count: 4, .plain, within: .above(0, to: 100)), .optional,
      "Factors on the weights by calendar quarter, first to fourth."),
    AssumptionKey(
      "plan.mode", .choice(["kept", "pace", "revised"]), .standard(.choice("kept")),
      "kept: the total holds in every trial; pace: the total is an outcome; revised: the total "
        + "may change once."),
    AssumptionKey(
      "plan.drift", .fraction(within: Limits(-1, 1)), .standard(.number(0)),
      when: ("plan.mode", ["pace"]), "Growth of spending against the schedule, a year."),
    AssumptionKey(
      "plan.revision.quarter", .quarter, when: ("plan.mode", ["revised"]),
      "From this quarter on the revised total is phased."),
    AssumptionKey(
      "plan.revision.probability", .fraction(varying: []), when: ("plan.mode", ["revised"]),
      "The probability that the total is revised."),
    AssumptionKey(
      "plan.revision.total",
      .number(.money, within: .above(0, to: 1e6), varying: [.distribution]),
      when: ("plan.mode", ["revised"]), "The total after a revision."),
    AssumptionKey(
      "plan.execution.volatility", .fraction(within: .atLeast(0, below: 5)),
      "Standard deviation of the logarithm of what is spent against the schedule."),
    AssumptionKey(
      "plan.execution.autocorrelation",
      .fraction(within: Limits(-1, 1, excludesLow: true, excludesHigh: true)),
      .standard(.number(0)), "How much of one quarter's deviation carries into the next."),
  ]

  static let imports: [AssumptionKey] = [
    AssumptionKey(
      "imports.share", .fraction(varying: [.distribution, .path]),
      "The share of spending that is priced in dollars."),
    AssumptionKey(
      "imports.hedged", .fraction(), .standard(.number(0)),
      "The share of imports that is paid at the rate of the plan's start."),
    AssumptionKey(
      "imports.rule", .choice(["budget", "volume"]), .standard(.choice("budget")),
      "budget: the amount is fixed and the volume moves; volume: the reverse."),
  ]

  static let supply: [AssumptionKey] = [
    AssumptionKey(
      "supply.start", .choice(["open", "restricted"]), .standard(.choice("open")),
      "The state of imports before the first quarter."),
    AssumptionKey(
      "supply.restrict", .fraction(), "Probability, a quarter, that open becomes restricted."),
    AssumptionKey(
      "supply.reopen", .fraction(), "Probability, a quarter, that restricted becomes open."),
    AssumptionKey(
      "supply.available", .fraction(),
      "The share of imports that can be bought in a restricted quarter."),
    AssumptionKey(
      "supply.catchUp", .number(.plain, within: .atLeast(0, below: 100), varying: [.distribution]),
      "How much of the backlog an open quarter can spend, as a multiple of its schedule."),
  ]

  private typealias Limits = AssumptionKey.Limits
}
