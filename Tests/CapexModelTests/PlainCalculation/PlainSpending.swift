import CapexModel
import Foundation

/// Sections 1 and 2 of the model: the plan, its schedule, and what is really spent.
extension PlainCalculation {
  mutating func addSpending() {
    let schedule = schedule
    report("schedule", [0] + (1...horizon).map { $0 <= planQuarters ? schedule[$0] : 0 })
    let planned = planned(schedule)
    importFactor = (0...horizon).map { t in t == 0 ? 1 : priceOfImports(t).total }
    capex = planned
    let known = max(0, spent(schedule).count - 1)
    if has("imports"), choice("imports.rule") == "volume" {
      capex = (0...horizon).map { planned[$0] * ($0 > known ? importFactor[$0] : 1) }
    }
    if has("imports"), has("supply") { addSupply(schedule, known: known) }
    report("capex", capex)
    addTotals()
  }

  /// Whole millions that sum to the total, by largest remainder, in billions; index 0 is unused.
  private var schedule: [Double] {
    let total = (number("plan.total") * 1000).rounded()
    let weights = (1...planQuarters).map { weight($0) * season("plan", $0) }
    return [0] + PlainCalculation.rounded(total, weights).map { $0 / 1000 }
  }

  private func weight(_ t: Int) -> Double {
    guard case .profile(let profile)? = assumptions.content("plan.profile") else { return .nan }
    let (n, u) = (Double(planQuarters), Double(t))
    switch profile {
    case .flat: return 1
    case .ramp(let r): return n == 1 ? 1 : 1 + r * (u - 1) / (n - 1)
    case .frontLoaded(let q), .backLoaded(let q): return pow(q, u - 1)
    case .sCurve(let k):
      func logistic(_ x: Double) -> Double { 1 / (1 + exp(-k * (x - 0.5))) }
      return logistic(u / n) - logistic((u - 1) / n)
    case .custom(let listed): return listed[t - 1]
    }
  }

  /// ε_t, whose expectation is one; after what has happened it starts from how that deviates.
  private func execution(known: [Double]) -> [Double] {
    guard has("plan.execution") else { return Array(repeating: 1, count: horizon + 1) }
    let sigma = number("plan.execution.volatility")
    let phi = number("plan.execution.autocorrelation")
    var (noise, variance) = (0.0, 0.0)
    return [1]
      + (1...horizon).map { t in
        if t < known.count {
          (noise, variance) = (known[t] > 0 ? log(known[t]) : 0, 0)
          return exp(noise)
        }
        noise = phi * noise + sigma * sqrt(1 - phi * phi) * world.normal("capex.execution", t)
        variance = phi * phi * variance + sigma * sigma * (1 - phi * phi)
        return exp(noise - variance / 2)
      }
  }

  /// Spending before exchange rates and supply.
  private func planned(_ schedule: [Double]) -> [Double] {
    let spent = spent(schedule)
    if !spent.isEmpty { return planned(schedule, spent: spent) }
    let epsilon = execution(known: [])
    let total = number("plan.total")
    func weight(_ t: Int) -> Double { t >= 1 && t <= planQuarters ? schedule[t] * epsilon[t] : 0 }
    func sum(_ quarters: ClosedRange<Int>) -> Double { quarters.map(weight).reduce(0, +) }
    if choice("plan.mode") == "pace" {
      return (0...horizon).map { weight($0) * exp(number("plan.drift") * Double($0) * dt) }
    }
    let all = sum(1...planQuarters)
    let kept = (0...horizon).map { total * weight($0) / all }
    guard choice("plan.mode") == "revised",
      case .quarter(let from)? = assumptions.content("plan.revision.quarter")
    else { return kept }
    let revision = from.index - start.index + 1
    let left = max(0, outcomeTotal - kept[..<revision].reduce(0, +))
    let rest = sum(revision...planQuarters)
    return kept.indices.map { $0 < revision ? kept[$0] : left * weight($0) / rest }
  }

  /// The same where some quarters have happened: the others share what is left.
  private func planned(_ schedule: [Double], spent: [Double]) -> [Double] {
    var phased = phased(schedule, spent: spent)
    let isHeld = choice("actuals.phasing") == "holdRunRate"
    let known = spent.count - 1
    // A revision may still raise a total of which nothing is left.
    if choice("plan.mode") != "pace", phased.allSatisfy({ $0 == 0 }) { phased = schedule }
    let epsilon = execution(
      known: spent.indices.map {
        $0 == 0 ? 1 : spent[$0] / 1000 / (isHeld ? pace(spent) / 1000 : schedule[$0])
      })
    func level(_ t: Int) -> Double {
      (spent.count...max(planQuarters, spent.count)).contains(t) && t <= planQuarters
        ? phased[t] * epsilon[t] : 0
    }
    /// The quarters from one on share an amount, the earlier ones being as they are.
    func sharing(_ amount: Double, from first: Int, after before: [Double]) -> [Double] {
      let sum = (first...horizon).map(level).reduce(0, +)
      return (0...horizon).map {
        $0 < first ? before[$0] : sum > 0 ? max(0, amount) * level($0) / sum : 0
      }
    }
    let fact = (0...horizon).map { $0 <= known ? spent[$0] / 1000 : 0 }
    if choice("plan.mode") == "pace" {
      return (0...horizon).map {
        $0 <= known ? fact[$0] : level($0) * exp(number("plan.drift") * Double($0 - known) * dt)
      }
    }
    let kept =
      isHeld
      ? (0...horizon).map { $0 <= known ? fact[$0] : level($0) }
      : sharing(number("plan.total") - fact.reduce(0, +), from: known + 1, after: fact)
    guard choice("plan.mode") == "revised",
      case .quarter(let from)? = assumptions.content("plan.revision.quarter")
    else { return kept }
    if isHeld, outcomeTotal == number("plan.total") { return kept }
    let revision = from.index - start.index + 1
    return sharing(outcomeTotal - kept[..<revision].reduce(0, +), from: revision, after: kept)
  }

  /// The total that the trial's plan comes to have.
  private var outcomeTotal: Double {
    guard choice("plan.mode") == "revised",
      world.uniform("plan.revision", 0) < number("plan.revision.probability")
    else { return number("plan.total") }
    return number("plan.revision.total")
  }

  /// What a unit of the plan costs in quarter t, and the imported part of that.
  private func priceOfImports(_ t: Int) -> (total: Double, imported: Double) {
    guard has("imports"), let fx = rates["usdcny"] else { return (1, 0) }
    let m = number("imports.share", t)
    let h = number("imports.hedged")
    let imported = m * (h + (1 - h) * fx[t] / fx[0])
    return (1 - m + imported, imported)
  }

  private mutating func addSupply(_ schedule: [Double], known: Int) {
    var isRestricted = choice("supply.start") == "restricted"
    var backlog = [0.0]
    var restricted = [0.0]
    let mean = number("plan.total") / Double(planQuarters)
    for t in 1...horizon {
      if t <= known {
        restricted.append(0)
        backlog.append(0)
        continue
      }
      let u = world.uniform("supply.state", t)
      isRestricted =
        isRestricted ? u >= number("supply.reopen") : u < number("supply.restrict")
      restricted.append(isRestricted ? 1 : 0)
      if isRestricted {
        let price = priceOfImports(t)
        let missing =
          (1 - number("supply.available")) * capex[t] * price.imported / price.total
        capex[t] -= missing
        backlog.append(backlog[t - 1] + missing)
      } else {
        let most = number("supply.catchUp") * (t <= planQuarters ? schedule[t] : mean)
        let caughtUp = min(most, backlog[t - 1])
        capex[t] += caughtUp
        backlog.append(backlog[t - 1] - caughtUp)
      }
    }
    report("restricted", restricted)
    report("backlog", backlog)
  }

  private mutating func addTotals() {
    cumulativeCapex = capex.indices.map { capex[...$0].reduce(0, +) }
    report("cumulativeCapex", cumulativeCapex)
    reportOnce("totalCapex", capex.reduce(0, +))
    addFiscalYears("capex", capex)
    let reached = number("plan.total") - 0.0005
    reportOnce("crossing", first { cumulativeCapex[$0] >= reached })
    let isComplete = cumulativeCapex[planQuarters] >= outcomeTotal - 0.0005
    reportOnce("planCompleteOnTime", isComplete ? 1 : 0)
    if planQuarters < horizon {
      let last = (0...horizon).last { $0 > planQuarters && capex[$0] > 0 } ?? planQuarters
      let isOpen = (results["backlog"]?.last ?? 0) > 0
      reportOnce("slip", isOpen ? .infinity : Double(last - planQuarters))
    }
    guard let fx = rates["usdcny"] else { return }
    let isYuan = choice("currency") == "CNY"
    let other = zip(capex, fx).map { isYuan ? $0 / $1 : $0 * $1 }
    report(isYuan ? "capexUSD" : "capexCNY", other)
    reportOnce(isYuan ? "totalCapexUSD" : "totalCapexCNY", other.reduce(0, +))
  }

  /// Sums over the fiscal years that lie within the horizon, by the year in which they end.
  mutating func addFiscalYears(_ name: String, _ values: [Double]) {
    let ends = ["March": 1, "June": 2, "September": 3, "December": 4]
    let last = ends[choice("fiscalYearEnd")] ?? 0
    for t in stride(from: 4, through: horizon, by: 1) where quarter(t).number == last {
      reportOnce("\(name).FY\(quarter(t).year)", values[(t - 3)...t].reduce(0, +))
    }
  }
}
