/// For one key of the catalogue: a scenario in which it matters, and another value for it.
struct KeyProbe: Sendable, CustomStringConvertible {
  let path: String
  let scenario: String
  /// Flags without the change, and with it.
  let without: [String]
  let with: [String]

  init(
    _ path: String, _ value: String, in scenario: String = "alibaba-380b",
    given: [String] = [], also: [String] = [], instance: String? = nil
  ) {
    self.path = path
    self.scenario = scenario
    let own = "\(instance ?? path)=\(value)"
    without = given
    with = given + [own] + also
  }

  /// The same key set to two values, where the scenario's own value is not among the choices.
  init(
    _ path: String, from first: String, to second: String, in scenario: String = "alibaba-380b",
    given: [String] = [], instance: String? = nil
  ) {
    self.path = path
    self.scenario = scenario
    without = given + ["\(instance ?? path)=\(first)"]
    with = given + ["\(instance ?? path)=\(second)"]
  }

  var description: String { path }
}

extension KeyProbe {
  static let all: [KeyProbe] =
    scenario + plan + actuals + exchangeRates + cloud + profit + others
    + OwnLineProbes.all

  private static let scenario: [KeyProbe] = [
    KeyProbe("name", "Another"),
    KeyProbe("asOf", "2025-03-01"),
    KeyProbe(
      "currency", "USD", in: "peers/bytedance", also: ["plan.total=150bn USD", "imports=~"]),
    KeyProbe("start", "2025Q3"),
    KeyProbe("quarters", "44"),
    KeyProbe("fiscalYearEnd", "December"),
    KeyProbe("outputs", "[capex]"),
  ]

  private static let plan: [KeyProbe] = [
    KeyProbe("plan.total", "400bn CNY"),
    KeyProbe("plan.quarters", "10"),
    KeyProbe("plan.profile", "{ ramp: 0.5 }"),
    KeyProbe("plan.seasonal", "[1, 1.1, 0.9, 1]"),
    KeyProbe("plan.mode", "kept"),
    KeyProbe("plan.drift", "20%", in: "pace-continues"),
    KeyProbe("plan.revision.quarter", "2026Q4"),
    KeyProbe("plan.revision.probability", "20%"),
    KeyProbe("plan.revision.total", "500bn CNY"),
    KeyProbe("plan.execution.volatility", "10%"),
    KeyProbe("plan.execution.autocorrelation", "0"),
    KeyProbe("imports.share", "40%"),
    KeyProbe("imports.hedged", "50%", in: "yuan-devaluation"),
    KeyProbe("imports.rule", "volume"),
    KeyProbe("supply.start", "restricted"),
    KeyProbe("supply.restrict", "30%"),
    KeyProbe("supply.reopen", "50%"),
    KeyProbe("supply.available", "90%"),
    KeyProbe("supply.catchUp", "0.1"),
  ]

  private static let known = "alibaba-380b-2025q3"
  private static let actuals: [KeyProbe] = [
    KeyProbe("actuals.until", "2025Q2", in: known),
    KeyProbe(
      "actuals.file", "../seeds/alibaba-quarterly.csv", also: ["actuals.until=2025Q3"]),
    KeyProbe("actuals.phasing", "carryOver", in: known),
    KeyProbe("actuals.within", "2", in: known, given: ["actuals.phasing=catchUp"]),
    KeyProbe("actuals.recent", "2", in: known, given: ["actuals.phasing=holdRunRate"]),
    KeyProbe("actuals.steepness", "3", in: known, given: ["actuals.phasing=sCurve"]),
    rate("actuals", "../seeds/usdcny-monthly-later.csv", in: known),
  ]

  private static func rate(
    _ key: String, _ value: String, in scenario: String = "alibaba-380b",
    given: [String] = []
  ) -> KeyProbe {
    KeyProbe("fx.*.\(key)", value, in: scenario, given: given, instance: "fx.usdcny.\(key)")
  }

  private static let exchangeRates: [KeyProbe] = [
    rate("spot", "7.1"),
    rate("process", "fixed"),
    rate("path", "{ 2025: 7.2, 2030: 6.8 }", in: "fixed-yuan"),
    rate("drift", "3%", in: "currency-shocks"),
    rate("volatility", "6%"),
    rate("level", "7.4"),
    rate("speed", "2"),
    rate("parameterUncertainty", "false"),
    rate("standardErrors.drift", "3%", given: ["fx.usdcny.process=gbm"]),
    rate("standardErrors.volatility", "2%"),
    rate("standardErrors.level", "0.8"),
    rate("standardErrors.speed", "0.1"),
    rate("jumps.rate", "4", in: "currency-shocks"),
    rate("jumps.mean", "5%", in: "currency-shocks"),
    rate("jumps.deviation", "9%", in: "currency-shocks"),
    rate("leave", "30%", in: "yuan-devaluation"),
    rate("floatingVolatility", "20%", in: "yuan-devaluation"),
    rate("reset.probability", "30%", in: "yuan-devaluation"),
    rate("reset.mean", "20%", in: "yuan-devaluation"),
    rate("reset.deviation", "10%", in: "yuan-devaluation"),
    rate("history", "../seeds/usdcny-monthly-later.csv", in: "rate-history"),
    rate("block", "1", in: "rate-history"),
    rate("recentre", "no", in: "rate-history"),
  ]

  private static let cloud: [KeyProbe] = [
    KeyProbe("cloud.revenue", "33bn CNY"),
    KeyProbe("cloud.quarter", "2025Q1"),
    KeyProbe("cloud.history", "[20bn CNY, 20bn CNY, 20bn CNY]"),
    KeyProbe("cloud.seasonal", "[1, 1, 1, 1]"),
    KeyProbe(
      "cloud.by", "segments",
      also: [
        "dependence=~", "cloud.segments.core.share=100%", "cloud.segments.core.growth=10%",
      ]),
    KeyProbe("cloud.growth.path", "10%"),
    KeyProbe("cloud.growth.start", "30%"),
    KeyProbe("cloud.growth.speed", "3"),
    KeyProbe("cloud.growth.volatility", "3%"),
    KeyProbe("cloud.growth.errors.volatility", "10%"), KeyProbe("cloud.growth.errors.path", "50%"),
    KeyProbe("cloud.growth.errors.start", "10%"),
    KeyProbe(
      "cloud.rule", "demand", in: "capacity-bound"),
    KeyProbe("cloud.capacity.revenuePerYuan", "0.1", in: "capacity-bound"),
    KeyProbe("cloud.capacity.lag", "6", in: "capacity-bound"),
    KeyProbe("cloud.capacity.retirement", "40%", in: "capacity-bound"),
    KeyProbe("cloud.ai.share", "30%"),
    KeyProbe("cloud.ai.growth", "50%"),
    KeyProbe("cloud.ai.longRun", "30%"),
    KeyProbe("cloud.ai.halfLife", "5"),
    KeyProbe("cloud.ai.volatility", "5%"),
    segment("share", "25%", also: ["cloud.segments.industry.share=20%"], of: "overseas"),
    segment("growth", "50%"),
    segment("longRun", "30%", of: "ai"),
    segment("halfLife", "5", of: "ai"),
    segment("volatility", "30%"),
    KeyProbe("priceCuts.rate", "5", in: "price-war"),
    KeyProbe("priceCuts.cut", "40%", in: "price-war"),
    KeyProbe("priceCuts.elasticity", "0", in: "price-war"),
    KeyProbe("priceCuts.passedThrough", "100%", in: "price-war"),
    KeyProbe("group.revenue", "300bn CNY"),
    KeyProbe("group.quarter", "2025Q1"),
    KeyProbe("group.growth", "15%"),
    KeyProbe("group.volatility", "20%"),
    KeyProbe("group.seasonal", "[1, 1, 1, 1]"),
  ]

  private static func segment(
    _ key: String, _ value: String, also: [String] = [], of name: String = "overseas"
  ) -> KeyProbe {
    KeyProbe(
      "cloud.segments.*.\(key)", value, in: "overseas-push", also: also,
      instance: "cloud.segments.\(name).\(key)")
  }

  private static let profit: [KeyProbe] = [
    KeyProbe("profit.margin.start", "40%"),
    KeyProbe("profit.margin.level", "40%"),
    KeyProbe("profit.margin.speed", "3"),
    KeyProbe("profit.margin.volatility", "10%"),
    KeyProbe("profit.tax", "25%"),
    KeyProbe("profit.servers.share", "90%"),
    KeyProbe("profit.servers.life", "9"),
    KeyProbe("profit.servers.lag", "6"),
    KeyProbe("profit.buildings.life", "50"),
    KeyProbe("profit.buildings.lag", "12"),
    KeyProbe("profit.existing.depreciation", "9bn CNY"),
    KeyProbe("profit.existing.runOff", "9"),
    KeyProbe("withoutPlan.growth", "20%"),
    KeyProbe("withoutPlan.capexPerQuarter", "20bn CNY"),
    KeyProbe("withoutPlan.maintenance", "20%"),
    KeyProbe("withoutPlan.discountRate", "4%"),
  ]

  private static let others: [KeyProbe] = [
    KeyProbe("indicators.quark.users", "90m"),
    KeyProbe("indicators.quark.ceiling", "500m"),
    KeyProbe("indicators.quark.speed", "3"),
    KeyProbe("indicators.quark.threshold", "150m"),
    KeyProbe("indicators.stepUp.from", "25%"),
    KeyProbe("indicators.stepUp.by", "20%"),
    KeyProbe("dependence.pairs", "[[fx.usdcny, cloud.growth, 0.7]]"),
    KeyProbe("dependence.copula", "t", also: ["dependence.degreesOfFreedom=3"]),
    KeyProbe(
      "dependence.degreesOfFreedom", from: "3", to: "30", given: ["dependence.copula=t"]),
    // An impossible set of correlations is refused; repaired, it runs.
    KeyProbe(
      "dependence.repair", from: "none", to: "nearest",
      given: [
        "dependence.pairs=[[fx.usdcny, cloud.growth, 0.9], [fx.usdcny, capex.execution, 0.9],"
          + " [cloud.growth, capex.execution, -0.9]]"
      ]),
  ]
}
