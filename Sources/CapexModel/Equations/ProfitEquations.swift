internal import PathAlgebra

extension ModelDraft {
  /// EBITDA, depreciation by asset class, EBITA and free cash flow of the cloud business.
  mutating func addProfit() {
    let margin = "profit.margin"
    parameters(margin, ["level", "speed", "volatility"])
    let start = parameter("\(margin).start") ? "\(margin).start" : "\(margin).level"
    let cuts =
      assumptions.has(section: "priceCuts")
      ? " - priceCuts.passedThrough * (1 - exp(priceChange))" : ""
    step(
      "ebitdaMargin",
      "\(margin).level + (previous(ebitdaMargin, \(start)) - \(margin).level)"
        + " * exp(-\(margin).speed * dt)"
        + " + \(reversionStep(volatility: "\(margin).volatility", speed: "\(margin).speed"))"
        + " * normal(\(margin))" + cuts)
    step("ebitda", "ebitdaMargin * cloudRevenue", unit: money)
    addUpkeep()
    addDepreciation()
    report(
      "ebita", "ebitda - depreciation", unit: money, .amount,
      meaning: "Cloud earnings before interest, tax and amortisation.")
    report("ebitaMargin", "ebita / cloudRevenue", .percentage, meaning: "EBITA over cloud revenue.")
    parameter("profit.tax")
    report(
      "freeCashFlow", "ebitda * (1 - profit.tax) - investment", unit: money, .amount,
      meaning: "EBITDA after tax less all spending of the cloud business.")
  }

  /// After the plan, spending goes on: as without the plan, and to keep up what it built.
  private mutating func addUpkeep() {
    guard assumptions.has(section: "withoutPlan") else {
      return step("investment", "capex", unit: money)
    }
    parameter("withoutPlan.capexPerQuarter", unit: money)
    parameter("withoutPlan.maintenance")
    step("planSpent", "last(cumulativeCapex, over: plan)", unit: money, byQuarter: false)
    step(
      "maintenance", "if(plan.isOver > 0, withoutPlan.maintenance * dt * planSpent, 0)",
      unit: money)
    step(
      "investment",
      "capex + maintenance + if(plan.isOver > 0, withoutPlan.capexPerQuarter, 0)", unit: money)
  }

  /// Straight line: each quarter's spending is a tranche that starts after its lag and lasts its
  /// life; what was there before runs off.
  private mutating func addDepreciation() {
    parameters(
      "profit",
      ["servers.share", "servers.life", "servers.lag", "buildings.life", "buildings.lag"])
    parameter("profit.existing.depreciation", unit: money)
    parameter("profit.existing.runOff")
    step("cumulativeInvestment", "cumulative(investment)", unit: money)
    func tranches(_ asset: String, share: String) -> String {
      "\(share) / (4 * profit.\(asset).life)"
        + " * (delayed(cumulativeInvestment, profit.\(asset).lag)"
        + " - delayed(cumulativeInvestment, profit.\(asset).lag + 4 * profit.\(asset).life))"
    }
    report(
      "depreciation",
      tranches("servers", share: "profit.servers.share") + " + "
        + tranches("buildings", share: "(1 - profit.servers.share)")
        + " + profit.existing.depreciation * max(0, 1 - quarter * dt / profit.existing.runOff)",
      unit: money, .amount, meaning: "Depreciation in the quarter.")
  }

  /// Incremental cash against incremental spending: payback and net present value.
  mutating func addPayback() {
    parameters("withoutPlan", ["growth", "discountRate"])
    step(
      "revenueWithoutPlan",
      "previous(revenueWithoutPlan, cloud.start) * exp(log(1 + withoutPlan.growth) * dt)"
        + " * cloud.season",
      unit: money)
    step(
      "incrementalCash",
      "ebitdaMargin * (cloudRevenue - revenueWithoutPlan) * (1 - profit.tax)", unit: money)
    step(
      "incrementalCapex",
      "capex + maintenance - if(plan.isOver > 0, 0, withoutPlan.capexPerQuarter)", unit: money)
    reportOnce(
      "payback",
      // Not before the plan ends: a first quarter of low spending repays nothing.
      "first(cumulative(incrementalCash) >= cumulative(incrementalCapex), over: fromPlanEnd)",
      .quarter,
      meaning: "The first quarter, the plan being over, by which incremental cash has repaid"
        + " incremental spending.")
    reportOnce(
      "paidBackWithinHorizon", "payback < never", .condition,
      meaning: "The plan is paid back within the horizon.")
    reportOnce(
      "npv",
      "sum((incrementalCash - incrementalCapex)"
        + " * exp(-log(1 + withoutPlan.discountRate) * quarter * dt), over: horizon)",
      unit: money, .amount,
      meaning: "Incremental cash less incremental spending, discounted to the start.")
  }
}
