import CapexModel
import NumericalMethods
import ScenarioFiles
import Testing

/// Single trials, with everything that is random in them, equal the plain calculation on the same
/// draws.
@Suite struct DrawnWorldTests {
  @Test(arguments: BuiltInScenarios.names)
  func equalsPlainCalculation(scenario: String) throws {
    try compare(scenario, [], trials: 5)
  }

  /// What no built-in scenario has.
  @Test(arguments: [
    ("alibaba-380b", ["plan.profile={ ramp: 0.8 }", "plan.seasonal=[0.7, 1, 1.1, 1.2]"]),
    (
      "alibaba-380b",
      ["plan.profile={ backLoaded: 1.07 }", "imports.rule=volume", "imports.hedged=30%"]
    ),
    ("alibaba-380b", ["plan.profile={ sCurve: 5 }", "plan.quarters=11"]),
    (
      "alibaba-380b",
      ["imports.share={ 2025: 10%, 2028: 50% }", "withoutPlan.growth={ 2025: 3%, 2030: 8% }"]
    ),
    ("alibaba-380b", ["plan.revision.quarter=2025Q2", "plan.revision.total=90bn CNY"]),
    (
      "alibaba-380b",
      ["cloud.growth.start=13%", "cloud.growth.path=uniform(10%, 30%)", "fiscalYearEnd=June"]
    ),
    ("alibaba-380b", ["cloud.quarter=2025Q1", "group.quarter=2024Q2", "quarters=13"]),
    (
      "alibaba-380b",
      [
        "cloud.quarter=2024Q2", "cloud.growth.start=7%", "cloud.growth.errors.path=70%",
        "cloud.growth.errors.volatility=30%", "cloud.rule=capacity",
        "cloud.capacity.lag=2", "cloud.capacity.retirement=3%",
        "cloud.capacity.revenuePerYuan=0.3",
      ]
    ),
    ("alibaba-380b", ["cloud.growth.errors=~", "cloud.quarter=2023Q3"]),
    ("overseas-push", ["cloud.quarter=2024Q3"]),
    (
      "overseas-push",
      ["cloud.quarter=2024Q3", "cloud.segments.industry.growth=pert(0%, 10%, 40%)"]
    ),
    (
      "alibaba-380b",
      [
        "cloud.quarter=2024Q3", "cloud.growth.path=pert(0%, 30%, 60%)", "cloud.growth.start=13%",
        "group.growth=uniform(0%, 20%)",
      ]
    ),
    ("capacity-bound", ["cloud.capacity.lag=0", "imports.rule=volume"]),
    ("price-war", ["priceCuts.rate=8", "priceCuts.cut=15%", "priceCuts.passedThrough=1"]),
    ("yuan-devaluation", ["fx.usdcny.leave=15%", "fx.usdcny.reset.probability=60%"]),
    ("currency-shocks", ["fx.usdcny.jumps.rate=6", "fx.usdcny.drift=-3%"]),
    ("rate-history", ["fx.usdcny.recentre=no", "fx.usdcny.block=3"]),
    (
      "overseas-push",
      [
        "cloud.rule=capacity", "cloud.capacity.revenuePerYuan=0.05",
        "cloud.capacity.lag=2.5", "cloud.capacity.retirement=30%",
      ]
    ),
    ("peers/amazon", ["fx.usdcny.spot=7.25", "fx.usdcny.process=gbm", "fx.usdcny.volatility=4%"]),
    (
      "alibaba-380b",
      [
        "fx.usdcny.process=gbm", "fx.usdcny.volatility=5%", "fx.usdcny.drift=1.5%",
        "fx.usdcny.parameterUncertainty=true", "fx.usdcny.standardErrors.volatility=0.3%",
        "fx.usdcny.standardErrors.drift=1.4%",
      ]
    ),
    (
      "alibaba-380b",
      [
        "fx.usdcny.parameterUncertainty=true", "fx.usdcny.standardErrors.volatility=0.3%",
        "fx.usdcny.standardErrors.level=0.1", "fx.usdcny.standardErrors.speed=0.2",
      ]
    ),
    ("alibaba-380b", ["fx.eurcny.spot=7.6", "fx.eurcny.process=gbm", "fx.eurcny.volatility=9%"]),
  ])
  func equalsPlainCalculation(scenario: String, overrides: [String]) throws {
    try compare(scenario, overrides, trials: 3)
  }

  /// What has happened, with each process and rule.
  @Test(arguments: ["kept", "pace", "revised"], PhasingRule.allCases)
  func equalsPlainCalculation(mode: String, rule: PhasingRule) throws {
    try compare(
      "alibaba-380b-2025q3",
      ["plan.mode=\(mode)", "actuals.phasing=\(rule.rawValue)"], trials: 3)
  }

  private static let actuals = ["actuals.file=seeds/alibaba-quarterly.csv", "actuals.until=2025Q3"]
  private static let rates = actuals + ["fx.usdcny.actuals=seeds/usdcny-daily-later.csv"]

  @Test(arguments: [
    ("alibaba-380b-2025q3", ["actuals.until=2025Q2", "imports.rule=volume"]),
    ("alibaba-380b-2025q3", ["plan.total=90bn CNY", "actuals.phasing=carryOver"]),
    ("alibaba-380b-2025q3", ["plan.total=60bn CNY", "actuals.phasing=catchUp"]),
    ("alibaba-380b-2025q3", ["plan.seasonal=[0.7, 1, 1.1, 1.2]", "actuals.phasing=sCurve"]),
    ("alibaba-380b-2025q3", ["plan.quarters=2", "plan.mode=kept", "plan.profile=flat"]),
    ("alibaba-380b-2025q3", ["plan.quarters=1", "plan.mode=kept"]),
    ("alibaba-380b", actuals),
    ("overseas-push", actuals), ("price-war", actuals), ("capacity-bound", actuals),
    ("yuan-devaluation", rates), ("currency-shocks", rates), ("rate-history", rates),
    ("fixed-yuan", rates),
  ])
  func equalsPlainCalculationOfActuals(scenario: String, overrides: [String]) throws {
    try compare(scenario, overrides, trials: 3)
  }

  /// A quarter that is missing is drawn, and growth in the next known one is that since the last.
  @Test(arguments: [["2025Q2"], ["2025Q1"], ["2025Q1", "2025Q2"]])
  func equalsPlainCalculationWithGaps(missing: [String]) throws {
    for scenario in ["alibaba-380b", "capacity-bound"] {
      var assumptions = try Scenarios.assumptions(scenario, Self.actuals)
      guard case .actuals(let table)? = assumptions["actuals.file"]?.content else {
        Issue.record("no table")
        return
      }
      let rows = table.rows.filter {
        $0.item != "cloud revenue" || !missing.contains($0.quarter.description)
      }
      assumptions["actuals.file"]?.content = .actuals(ActualsTable(file: table.file, rows: rows))
      try compare("\(scenario) without \(missing)", assumptions, trials: 3)
    }
  }

  private func compare(_ scenario: String, _ overrides: [String], trials: Int) throws {
    try compare(
      "\(scenario) \(overrides)", try Scenarios.assumptions(scenario, overrides), trials: trials)
  }

  private func compare(_ name: String, _ assumptions: Assumptions, trials: Int) throws {
    let seed: UInt64 = 7
    var pairs: [CorrelatedPair] = []
    if case .dependence(let given)? = assumptions.content("dependence.pairs") { pairs = given }
    // Quantile tables, and forty quarters of their rounding.
    try PlainComparison(
      name: name, assumptions: assumptions, seed: seed, trials: trials,
      tolerance: 1e-10
    ).run { DrawnWorld(seed: seed, trial: UInt64($0), pairs: pairs) }
  }
}
