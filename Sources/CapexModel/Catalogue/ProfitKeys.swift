extension Catalogue {
  static let profit: [AssumptionKey] = [
    AssumptionKey(
      "profit.margin.start", .fraction(within: Limits(-5, 1)), .optional,
      "EBITDA margin before the first quarter; the level when not given."),
    AssumptionKey(
      "profit.margin.level", .fraction(within: Limits(-5, 1)),
      "EBITDA margin to which it reverts."),
    AssumptionKey(
      "profit.margin.speed", .number(.perYear, within: .above(0, to: 50), varying: [.distribution]),
      "Speed of reversion a year."),
    AssumptionKey(
      "profit.margin.volatility", .fraction(within: .atLeast(0, below: 5)),
      "Annual volatility of the margin."),
    AssumptionKey("profit.tax", .fraction(), .standard(.number(0)), "Tax on EBITDA."),
    AssumptionKey(
      "profit.servers.share", .fraction(), "The share of spending that goes into servers."),
    AssumptionKey("profit.servers.life", years, "Years over which servers are written down."),
    AssumptionKey("profit.servers.lag", lag, .standard(.number(0)), "Quarters before that begins."),
    AssumptionKey("profit.buildings.life", years, "Years over which buildings are written down."),
    AssumptionKey(
      "profit.buildings.lag", lag, .standard(.number(0)), "Quarters before that begins."),
    AssumptionKey(
      "profit.existing.depreciation",
      .number(.money, within: Limits(0, 1e6), varying: [.distribution]), .standard(.number(0)),
      "Depreciation a quarter, before the first, of what is there already."),
    AssumptionKey(
      "profit.existing.runOff", years, .standard(.number(5)),
      "Years in which that falls to nothing, in a straight line."),
  ]

  static let withoutPlan: [AssumptionKey] = [
    AssumptionKey(
      "withoutPlan.growth", growth(varying: [.distribution, .path]),
      "Growth of cloud revenue without the plan, year on year."),
    AssumptionKey(
      "withoutPlan.capexPerQuarter",
      .number(.money, within: Limits(0, 1e6), varying: [.distribution]),
      "Spending a quarter without the plan."),
    AssumptionKey(
      "withoutPlan.maintenance", .fraction(),
      "Upkeep after the plan, a year, as a share of what it spent."),
    AssumptionKey(
      "withoutPlan.discountRate", .fraction(within: .atLeast(0, below: 1)),
      "The annual rate at which cash is discounted."),
  ]

  static let indicators: [AssumptionKey] = [
    AssumptionKey(
      "indicators.quark.users", .number(.people, within: .above(0, to: 1e4), varying: []),
      "Users of Quark before the first quarter."),
    AssumptionKey(
      "indicators.quark.ceiling",
      .number(.people, within: .above(0, to: 1e4), varying: [.distribution]),
      "Users at saturation."),
    AssumptionKey(
      "indicators.quark.speed",
      .number(.perYear, within: .above(0, to: 50), varying: [.distribution]),
      "Speed of the logistic adoption curve, a year."),
    AssumptionKey(
      "indicators.quark.threshold", .number(.people, within: .above(0, to: 1e4), varying: []),
      .standard(.number(100)), "The number of users in question."),
    AssumptionKey(
      "indicators.stepUp.from", growth(varying: []), "The last reported growth of cloud revenue."),
    AssumptionKey(
      "indicators.stepUp.by", .fraction(), "How much more counts as a step up."),
  ]

  static let dependence: [AssumptionKey] = [
    AssumptionKey(
      "dependence.pairs", .dependence,
      "Correlations of normal scores in the same quarter: [[driver, driver, correlation], …]."),
    AssumptionKey(
      "dependence.copula", .choice(["gaussian", "t"]), .standard(.choice("gaussian")),
      "The copula that joins them."),
    AssumptionKey(
      "dependence.degreesOfFreedom", .number(.plain, within: Limits(1, 1000), varying: []),
      when: ("dependence.copula", ["t"]), "Degrees of freedom of the t copula."),
    AssumptionKey(
      "dependence.repair", .choice(["none", "nearest"]), .standard(.choice("none")),
      "nearest: an impossible set of correlations is moved to the nearest possible one."),
  ]

  private static let years = AssumptionKey.Kind.number(
    .years, within: .above(0, to: 100), varying: [.distribution])
  private static let lag = AssumptionKey.Kind.number(
    .quarters, within: .atLeast(0, below: 40), varying: [.distribution])
  private typealias Limits = AssumptionKey.Limits
}
