import CapexModel
import Foundation

/// Section 4 of the model: cloud revenue.
extension PlainCalculation {
  mutating func addCloudRevenue() {
    let start = revenueBefore()[0] ?? .nan
    let demand = choice("cloud.by") == "segments" ? segments(start) : totalDemand(start)
    priceFactor = (0...horizon).map { $0 == 0 ? 1 : priceChange($0) }
    var level = 1.0
    cloudRevenue = (0...horizon).map { t in
      level *= priceFactor[t]
      let elasticity = has("priceCuts") ? number("priceCuts.elasticity") : 0
      return t == 0 ? start : demand[t] * pow(level, 1 - elasticity)
    }
    if choice("cloud.rule") == "capacity" {
      let limit = capacityRevenue(start)
      cloudRevenue = zip(cloudRevenue, limit).map { min($0, $1) }
    }
    for t in 1...horizon { cloudRevenue[t] = actual("cloud revenue", t) ?? cloudRevenue[t] }
    report("cloudRevenue", cloudRevenue)
    addArtificialIntelligence(start, demand)
  }

  /// Revenue by quarter up to quarter 0, with this trial's noise in quarters that nobody reported.
  private func revenueBefore() -> [Int: Double] {
    var revenue = known("cloud") { t in bridgedGrowth(t) }
    guard let expected = revenue[0] else { return revenue }
    let reported = lastReported("cloud")
    if choice("cloud.by") == "segments" {
      for t in stride(from: reported + 1, through: 0, by: 1) {
        let parts = names(in: "cloud.segments").map { segmentBefore($0, through: t) }
        revenue[t] = (revenue[t] ?? .nan) * parts.reduce(0, +)
      }
      return revenue
    }
    let deviations = growthBefore()
    var excess = 0.0
    for t in stride(from: reported + 1, through: 0, by: 1) {
      excess += (deviations[t] ?? .nan) + pathError() + drawnGrowth("cloud.growth.path", t)
      revenue[t] = (t == 0 ? expected : revenue[t] ?? .nan) * exp(excess * dt)
    }
    return revenue
  }

  /// A segment's part of what the total was expected to be in a quarter that nobody reported.
  private func segmentBefore(_ name: String, through t: Int) -> Double {
    let segment = "cloud.segments.\(name)"
    let reported = lastReported("cloud")
    let noise = stride(from: 1, through: t - reported, by: 1).reduce(0.0) {
      $0 + world.normal("\(segment).unreported.\($1)", 0)
    }
    let growth = drawnGrowth("\(segment).growth", t) * Double(t - reported) * dt
    return number("\(segment).share")
      * exp(number("\(segment).volatility") * sqrt(dt) * noise + growth)
  }

  /// By how much this trial's growth is above the expected one.
  func drawnGrowth(_ path: String, _ t: Int) -> Double {
    log(1 + number(path, t)) - log(1 + expected(path, t))
  }

  /// The last quarter before the start whose revenue is out.
  func lastReported(_ section: String) -> Int {
    var last = 0
    if case .quarter(let given)? = assumptions.content("\(section).quarter") {
      last = given.index - start.index + 1
    }
    return (last...0).last { $0 == last || actual("\(section) revenue", $0) != nil } ?? last
  }

  /// How far growth is off its path, in the last quarter reported and those up to the start.
  private func growthBefore() -> [Int: Double] {
    let growth = "cloud.growth"
    var t = lastReported("cloud")
    var deviation = errorOfGrowth("start")
    if isGiven("\(growth).start") {
      deviation +=
        log(1 + number("\(growth).start")) - log(1 + number("\(growth).path", t)) - pathError()
    }
    var deviations = [t: deviation]
    let kappa = number("\(growth).speed")
    for place in stride(from: 1, through: -t, by: 1) {
      t += 1
      let noise =
        growthVolatility() * sqrt((1 - exp(-2 * kappa * dt)) / (2 * kappa))
        * world.normal("\(growth).unreported.\(place)", 0)
      deviation = deviation * exp(-kappa * dt) + noise
      deviations[t] = deviation
    }
    return deviations
  }

  private func pathError() -> Double { errorOfGrowth("path") }

  /// Revenue by quarter up to quarter 0: reported, and from there on bridged by the growth of each
  /// quarter and its season.
  func known(_ section: String, growth: (Int) -> Double) -> [Int: Double] {
    var last = 0
    if case .quarter(let given)? = assumptions.content("\(section).quarter") {
      last = given.index - start.index + 1
    }
    var known = [last: number("\(section).revenue")]
    for (place, value) in (numbers("\(section).history") ?? []).enumerated() {
      known[last - 3 + place] = value
    }
    while last < 0 {
      let before = known[last] ?? .nan
      last += 1
      known[last] =
        actual("\(section) revenue", last)
        ?? before * pow(1 + growth(last), dt) * season(section, last) / season(section, last - 1)
    }
    return known
  }

  func bridgedGrowth(_ t: Int) -> Double {
    guard choice("cloud.by") == "segments" else { return expected("cloud.growth.path", t) }
    return names(in: "cloud.segments").reduce(0) { sum, name in
      sum + number("cloud.segments.\(name).share") * expected("cloud.segments.\(name).growth", t)
    }
  }

  private func totalDemand(_ start: Double) -> [Double] {
    let kappa = number("cloud.growth.speed")
    func path(_ t: Int) -> Double { log(1 + number("cloud.growth.path", t)) + pathError() }
    var growth = path(0) + (growthBefore()[0] ?? .nan)
    var demand = [start]
    for t in 1...horizon {
      growth =
        path(t) + (growth - path(t - 1)) * exp(-kappa * dt)
        + growthVolatility() * sqrt((1 - exp(-2 * kappa * dt)) / (2 * kappa))
        * world.normal("cloud.growth", t)
      let seasonal = season("cloud", t) / season("cloud", t - 1)
      if let known = actual("cloud revenue", t) {
        let last = (lastReported("cloud")..<t).last {
          $0 <= lastReported("cloud") || actual("cloud revenue", $0) != nil
        }
        let from = last ?? 0
        let before = actual("cloud revenue", from) ?? number("cloud.revenue")
        growth =
          log(known / before / season("cloud", t) * season("cloud", from)) / (Double(t - from) * dt)
      }
      demand.append(
        actual("cloud revenue", t) ?? demand[t - 1] * exp(growth * dt) * seasonal)
    }
    return demand
  }

  /// Their sum; reports each of them.
  private mutating func segments(_ start: Double) -> [Double] {
    let names = names(in: "cloud.segments")
    let values = names.map { name in
      let segment = "cloud.segments.\(name)"
      return grown(segment, driver: segment, from: segmentStart(name, start))
    }
    // A known sum scales all of them, from then on.
    var scale = 1.0
    let scales = (0...horizon).map { t in
      let drawn = values.reduce(0) { $0 + $1[t] * scale }
      scale *= (actual("cloud revenue", t).flatMap { t > 0 ? $0 : nil } ?? drawn) / drawn
      return scale
    }
    for (name, values) in zip(names, values) {
      report("segment.\(name)", zip(values, scales).map { $0 * $1 })
    }
    return (0...horizon).map { t in values.reduce(0) { $0 + $1[t] * scales[t] } }
  }

  private func segmentStart(_ name: String, _ start: Double) -> Double {
    let names = names(in: "cloud.segments")
    let parts = names.reduce(0) { $0 + segmentBefore($1, through: 0) }
    return start * segmentBefore(name, through: 0) / parts
  }

  /// Revenue that grows at its own rate, whose excess over the long run may halve.
  private func grown(_ section: String, driver: String, from start: Double) -> [Double] {
    let sigma = number("\(section).volatility")
    var values = [start]
    for t in 1...horizon {
      var rate = log(1 + number("\(section).growth", t))
      if isGiven("\(section).halfLife") {
        let long = log(1 + number("\(section).longRun"))
        rate = long + (rate - long) * pow(0.5, Double(t) * dt / number("\(section).halfLife"))
      }
      let step = rate * dt + sigma * sqrt(dt) * world.normal(driver, t)
      values.append(
        values[t - 1] * exp(step) * season("cloud", t) / season("cloud", t - 1))
    }
    return values
  }

  /// Π (1 - cut) over the price cuts of quarter t.
  private func priceChange(_ t: Int) -> Double {
    guard has("priceCuts"), actual("cloud revenue", t) == nil else { return 1 }
    let count = PlainCalculation.poisson(
      world.uniform("priceCuts.times", t), number("priceCuts.rate") * dt)
    guard case .distribution(let cuts)? = assumptions.content("priceCuts.cut") else {
      return pow(1 - number("priceCuts.cut"), Double(count))
    }
    return pow(1 - world.variate(cuts, "priceCuts.cut", t), Double(count))
  }

  /// What capacity can earn: that of quarter 0, and what was bought since, each as far as it has
  /// survived.
  private func capacityRevenue(_ start: Double) -> [Double] {
    let lag = number("cloud.capacity.lag")
    let omega = number("cloud.capacity.retirement")
    func survival(_ quarters: Int) -> Double { pow(1 - omega, Double(quarters) * dt) }
    let bought = zip(capex, importFactor).map { $0 / $1 }
    return (0...horizon).map { t in
      var installed = 0.0
      for arrival in stride(from: 1, through: t, by: 1) {
        let delivered = (1...arrival).reduce(0.0) { sum, u in
          sum + bought[u] * PlainCalculation.part(of: u, at: Double(arrival) - lag)
            - bought[u] * PlainCalculation.part(of: u, at: Double(arrival - 1) - lag)
        }
        installed += delivered * survival(t - arrival)
      }
      let served = (-8...horizon).compactMap { actual("cloud revenue", $0) }
      return served.reduce(max(start, number("cloud.revenue"))) { max($0, $1) } * survival(t)
        + number("cloud.capacity.revenuePerYuan") * dt * installed
    }
  }

  /// How much of quarter u lies before a time, which is counted in quarters.
  static func part(of u: Int, at time: Double) -> Double {
    min(max(time - Double(u - 1), 0), 1)
  }

  private mutating func addArtificialIntelligence(_ start: Double, _ demand: [Double]) {
    let bySegment = choice("cloud.by") == "segments"
    let section = bySegment ? "cloud.segments.ai" : "cloud.ai"
    guard has(section) else { return }
    let first = bySegment ? segmentStart("ai", start) : start * number("\(section).share")
    let own =
      results["segment.ai"].map { [first] + $0 } ?? grown(section, driver: section, from: first)
    let revenue = zip(own, cloudRevenue).map { min($0, $1) }
    report("aiRevenue", revenue)
    // The year before the start grew at the rate of its end.
    let growth = number("\(section).growth", 0)
    func before(_ t: Int) -> Double {
      if t > 4 { return revenue[t - 4] }
      return first * pow(1 + growth, Double(t - 4) * dt) * season("cloud", t) / season("cloud", 0)
    }
    let yearOnYear = (0...horizon).map { $0 == 0 ? growth : revenue[$0] / before($0) - 1 }
    report("aiGrowth", yearOnYear)
    report("aiDoubling") { yearOnYear[$0] >= 1 }
    reportOnce("aiDoublingEnds", self.first { yearOnYear[$0] < 1 })
  }

  mutating func addRevenueAnswers() {
    let ratio = zip(capex, cloudRevenue).map { $0 / $1 }
    report("capexToRevenue", ratio)
    report("capexAboveRevenue") { ratio[$0] > 1 }
    let above = (1...planQuarters).filter { capex[$0] > cloudRevenue[$0] }.count
    reportOnce("quartersAboveRevenue", Double(above))
    reportOnce("capexAboveRevenueEver", above > 0 ? 1 : 0)
    reportOnce("peakCapexToRevenue", ratio[1...planQuarters].reduce(0) { max($0, $1) })
    addFiscalYears("cloudRevenue", cloudRevenue)
    addGrowthOfRevenue()
  }

  private mutating func addGrowthOfRevenue() {
    var revenue = revenueBefore()
    for t in 1...horizon { revenue[t] = cloudRevenue[t] }
    func growth(_ t: Int) -> Double? {
      guard let now = revenue[t], let before = revenue[t - 4] else { return nil }
      return now / before - 1
    }
    let first = (1...4).allSatisfy { growth($0) != nil } ? 1 : 5
    guard first <= horizon else { return }
    report("cloudGrowth", from: first) { growth($0) ?? .nan }
    guard has("indicators.stepUp") else { return }
    let wanted = number("indicators.stepUp.from") + number("indicators.stepUp.by")
    report("growthSteppedUp", from: first) { (growth($0) ?? .nan) >= wanted ? 1 : 0 }
  }
}
