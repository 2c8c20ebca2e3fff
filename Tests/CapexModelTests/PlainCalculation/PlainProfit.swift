import CapexModel
import Foundation

/// Section 5 of the model: profit, cash and payback; group revenue; and section 6.
extension PlainCalculation {
  mutating func addProfit() {
    let margin = margins
    let upkeep = (0...horizon).map { self.upkeep($0) }
    let investment = (0...horizon).map { t in
      capex[t] + upkeep[t]
        + (has("withoutPlan") && t > planQuarters ? number("withoutPlan.capexPerQuarter") : 0)
    }
    let depreciation = (0...horizon).map { self.depreciation($0, of: investment) }
    report("depreciation", depreciation)
    let ebitda = zip(margin, cloudRevenue).map { $0 * $1 }
    let ebita = zip(ebitda, depreciation).map { $0 - $1 }
    report("ebita", ebita)
    report("ebitaMargin", zip(ebita, cloudRevenue).map { $0 / $1 })
    let tax = number("profit.tax")
    report("freeCashFlow", zip(ebitda, investment).map { $0 * (1 - tax) - $1 })
    if has("withoutPlan") { addPayback(margin, upkeep) }
  }

  private var margins: [Double] {
    let level = number("profit.margin.level")
    let kappa = number("profit.margin.speed")
    var margin = isGiven("profit.margin.start") ? number("profit.margin.start") : level
    return [margin]
      + (1...horizon).map { t in
        margin = level + (margin - level) * exp(-kappa * dt)
        margin += reversionNoise("profit.margin", "profit.margin", t)
        if has("priceCuts") { margin -= number("priceCuts.passedThrough") * (1 - priceFactor[t]) }
        return margin
      }
  }

  /// A share of what the plan spent within its quarters, once it is over.
  private func upkeep(_ t: Int) -> Double {
    guard has("withoutPlan"), t > planQuarters else { return 0 }
    return number("withoutPlan.maintenance") * dt * cumulativeCapex[planQuarters]
  }

  /// Each quarter's investment in equal parts over its life, from its lag on; and the run-off of
  /// what was there before.
  private func depreciation(_ t: Int, of investment: [Double]) -> Double {
    let servers = number("profit.servers.share")
    var sum =
      number("profit.existing.depreciation")
      * max(0, 1 - Double(t) * dt / number("profit.existing.runOff"))
    for (asset, share) in [("servers", servers), ("buildings", 1 - servers)] {
      let life = number("profit.\(asset).life") * 4
      let time = Double(t) - number("profit.\(asset).lag")
      for u in stride(from: 1, through: t, by: 1) {
        let started = PlainCalculation.part(of: u, at: time)
        let ended = PlainCalculation.part(of: u, at: time - life)
        sum += share * investment[u] * (started - ended) / life
      }
    }
    return sum
  }

  private mutating func addPayback(_ margin: [Double], _ upkeep: [Double]) {
    var without = cloudRevenue[0]
    var (cash, spent, value) = (0.0, 0.0, 0.0)
    var payback = Double.infinity
    for t in 1...horizon {
      without *=
        pow(1 + number("withoutPlan.growth", t), dt) * season("cloud", t)
        / season("cloud", t - 1)
      let gain = margin[t] * (cloudRevenue[t] - without) * (1 - number("profit.tax"))
      let saved = t <= planQuarters ? number("withoutPlan.capexPerQuarter") : 0
      let cost = capex[t] + upkeep[t] - saved
      cash += gain
      spent += cost
      if t >= planQuarters, payback == .infinity, cash >= spent { payback = Double(t) }
      value += (gain - cost) / pow(1 + number("withoutPlan.discountRate"), Double(t) * dt)
    }
    reportOnce("payback", payback)
    reportOnce("paidBackWithinHorizon", payback.isFinite ? 1 : 0)
    reportOnce("npv", value)
  }

  mutating func addGroup() {
    let before = known("group") { t in expected("group.growth", t) }[0] ?? .nan
    let unreported = -lastReported("group")
    let noise = stride(from: 1, through: unreported, by: 1).reduce(0.0) {
      $0 + world.normal("group.revenue.unreported.\($1)", 0)
    }
    let growth = drawnGrowth("group.growth", 0) * Double(unreported) * dt
    var revenue = [before * exp(number("group.volatility") * sqrt(dt) * noise + growth)]
    for t in 1...horizon {
      let step =
        log(1 + number("group.growth", t)) * dt
        + number("group.volatility") * sqrt(dt) * world.normal("group.revenue", t)
      let drawn = revenue[t - 1] * exp(step) * season("group", t) / season("group", t - 1)
      revenue.append(actual("group revenue", t) ?? drawn)
    }
    report("groupRevenue", revenue)
    report("capexToGroupRevenue", zip(capex, revenue).map { $0 / $1 })
  }

  mutating func addQuark() {
    let quark = "indicators.quark"
    let ceiling = number("\(quark).ceiling")
    let odds = ceiling / number("\(quark).users") - 1
    let users = (0...horizon).map {
      ceiling / (1 + odds / exp(number("\(quark).speed") * Double($0) * dt))
    }
    let threshold = number("\(quark).threshold")
    report("quarkUsers", users)
    report("quarkReached") { users[$0] >= threshold }
    reportOnce("quarkReachedIn", first { users[$0] >= threshold })
  }
}
