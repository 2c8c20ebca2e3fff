internal import NumericalMethods
internal import PathAlgebra

extension ModelDraft {
  /// Cloud revenue: demand, what price cuts do to it, and what capacity allows.
  mutating func addCloud() throws(CapexModelError) {
    let known = try KnownRevenue(scenario, section: "cloud", growth: cloudGrowth)
    series("cloud.season") { known.seasonRatio($0) }
    if assumptions.choice("cloud.by") == "segments" {
      try addSegments(known)
    } else {
      addTotalDemand(known)
    }
    let hasCuts = assumptions.has(section: "priceCuts")
    if hasCuts { addPriceCuts() }
    let demand = hasCuts ? "demand * priceEffect" : "demand"
    let isLimited = assumptions.choice("cloud.rule") == "capacity"
    if isLimited { addCapacity(known) }
    let actual = actual(.cloudRevenue)
    report(
      "cloudRevenue",
      ModelDraft.happened(
        actual, actual ?? "",
        otherwise: isLimited ? "min(\(demand), capacityRevenue)" : demand),
      unit: money, .amount, meaning: "Cloud revenue in the quarter.")
    addRevenueAnswers(known)
    if assumptions.choice("cloud.by") == "total", assumptions.has(section: "cloud.ai") {
      addArtificialIntelligence()
    }
  }

  /// The growth a year, in the quarter, that brings reported revenue up to the start.
  private func cloudGrowth(_ quarter: Quarter) -> Double {
    guard assumptions.choice("cloud.by") == "segments" else {
      return representative("cloud.growth.path", at: quarter)
    }
    return assumptions.names(in: "cloud.segments").map { name in
      (assumptions.number("cloud.segments.\(name).share") ?? 0)
        * representative("cloud.segments.\(name).growth", at: quarter)
    }.reduce(0, +)
  }

  /// Poisson events; revenue moves by (1 - cut)^(1 - e), volume up and price down. Cuts that have
  /// happened are in the revenue that has.
  private mutating func addPriceCuts() {
    parameters("priceCuts", ["rate", "cut", "elasticity", "passedThrough"])
    step(
      "priceChange",
      ModelDraft.happened(
        actual(.cloudRevenue), "0",
        otherwise: "poisson(uniform(priceCuts.times), priceCuts.rate * dt)"
          + " * log(1 - each(priceCuts.cut))"))
    step("priceLevel", "previous(priceLevel, 0) + priceChange")
    step("priceEffect", "exp((1 - priceCuts.elasticity) * priceLevel)")
  }

  /// R_0 (1-ω)^{t dt} + (y/4) Σ_{u ≤ t-L} capacity_u (1-ω)^{(t-L-u) dt}; a lag between whole
  /// quarters takes from both.
  ///
  /// Capacity knows no season: R_0 is no less than the highest revenue reported since, which it served.
  private mutating func addCapacity(_ known: KnownRevenue) {
    constant("cloud.reported", known.reported, unit: money)
    step("cloud.capacity.start", "max(cloud.start, cloud.reported)", unit: money, byQuarter: false)
    parameters("cloud.capacity", ["revenuePerYuan", "lag", "retirement"])
    step("capacity", "capex / importFactor", unit: money)
    step("delivered", "delayed(cumulative(capacity), cloud.capacity.lag)", unit: money)
    step(
      "installed",
      "previous(installed, 0) * (1 - cloud.capacity.retirement) ^ dt"
        + " + delivered - previous(delivered, 0)",
      unit: money)
    step(
      "capacityRevenue",
      "cloud.capacity.start * (1 - cloud.capacity.retirement) ^ (quarter * dt)"
        + " + cloud.capacity.revenuePerYuan * dt * installed",
      unit: money)
  }

  private mutating func addRevenueAnswers(_ known: KnownRevenue) {
    if known.hasYearBefore || scenario.quarters > 4 { addGrowthOfRevenue(known) }
    report(
      "capexToRevenue", "capex / cloudRevenue", .ratio,
      meaning: "Spending as a multiple of cloud revenue.")
    report(
      "capexAboveRevenue", "capex > cloudRevenue", .condition,
      meaning: "The quarter's spending is above its cloud revenue.")
    reportOnce(
      "quartersAboveRevenue", "count(capex > cloudRevenue, over: plan)", .count,
      meaning: "Quarters of the plan with spending above cloud revenue.")
    reportOnce(
      "capexAboveRevenueEver", "quartersAboveRevenue > 0", .condition,
      meaning: "Spending is above cloud revenue in some quarter of the plan.")
    reportOnce(
      "peakCapexToRevenue", "max(capexToRevenue, over: plan)", .ratio,
      meaning: "The highest spending of a quarter as a multiple of its cloud revenue.")
    let years = model.axis.windows.filter { $0.key.hasPrefix("FY") }
    for year in years.keys.sorted() {
      reportOnce(
        "cloudRevenue.\(year)", "sum(cloudRevenue, over: \(year))", unit: money, .amount,
        meaning: "Cloud revenue of the fiscal year.")
    }
  }

  /// Year on year; where the year before the start is not known, from the fifth quarter on.
  private mutating func addGrowthOfRevenue(_ known: KnownRevenue) {
    if known.hasYearBefore {
      series("cloud.yearBefore", unit: money) { $0 <= 4 ? known.yearBefore($0) : 0 }
    }
    var before = "cloud.yearBefore"
    for place in known.unreportedPlaces where place + 4 > known.unreported {
      before =
        "if(quarter >= \(place + 4 - known.unreported), \(known.name(ofUnreported: place)), \(before))"
    }
    report(
      "cloudGrowth",
      known.hasYearBefore
        ? "cloudRevenue / lag(cloudRevenue, 4, \(before)) - 1"
        : "cloudRevenue / lag(cloudRevenue, 4, cloudRevenue) - 1",
      .percentage, from: known.hasYearBefore ? 1 : 5,
      meaning: "Growth of cloud revenue, year on year.")
  }
}
