import CapexModel
import Foundation

/// What has happened, and how the rest of the plan is phased.
extension PlainCalculation {
  /// The index of the last quarter that has happened; 0 where none has.
  var happened: Int {
    guard case .quarter(let until)? = assumptions.content("actuals.until") else { return 0 }
    return until.index - start.index + 1
  }

  /// A figure of the table in billions, until the last quarter that has happened.
  func actual(_ item: String, _ t: Int) -> Double? {
    guard case .actuals(let table)? = assumptions.content("actuals.file"), t <= happened else {
      return nil
    }
    return table.rows.first { $0.item == item && $0.quarter == quarter(t) }?.value
  }

  /// The logarithm of the rate at the end of a quarter that has happened.
  func actualLogarithm(_ fx: String, _ t: Int) -> Double? {
    guard case .rates(let table)? = assumptions.content("\(fx).actuals"), (1...happened).contains(t)
    else { return nil }
    return table.rows.last { $0.quarter == quarter(t) && $0.endsQuarter }.map { log($0.value) }
  }

  /// Spending of the plan's quarters that have happened, in millions, index 0 unused; empty where
  /// nothing is known of it.
  func spent(_ schedule: [Double]) -> [Double] {
    guard happened > 0 else { return [] }
    let quarters = 1...min(happened, planQuarters)
    guard quarters.contains(where: { actual("capital expenditure", $0) != nil }) else { return [] }
    return [0]
      + quarters.map { ((actual("capital expenditure", $0) ?? schedule[$0]) * 1000).rounded() }
  }

  /// What is planned for the quarters after them, in billions by index; nothing before.
  func phased(_ schedule: [Double], spent: [Double]) -> [Double] {
    let millions = schedule.map { ($0 * 1000).rounded() }
    let rest = Array(millions[spent.count...])
    let total = (number("plan.total") * 1000).rounded()
    let remaining = max(0, total - spent.reduce(0, +))
    var planned: [Double]
    switch choice("actuals.phasing") {
    case "carryOver":
      planned = spread(total - rest.reduce(0, +) - spent.reduce(0, +), over: 1, onto: rest)
    case "catchUp":
      planned = spread(
        total - rest.reduce(0, +) - spent.reduce(0, +), over: Int(number("actuals.within")),
        onto: rest)
    case "holdRunRate": planned = rest.map { _ in pace(spent) }
    case "sCurve":
      let k = number("actuals.steepness")
      func logistic(_ t: Int) -> Double {
        1 / (1 + exp(-k * (Double(t) / Double(planQuarters) - 0.5)))
      }
      planned = PlainCalculation.rounded(
        remaining,
        (spent.count...planQuarters).map { (logistic($0) - logistic($0 - 1)) * season("plan", $0) })
    default: planned = PlainCalculation.rounded(remaining, rest)
    }
    return spent.map { _ in 0 } + planned.map { $0 / 1000 }
  }

  /// The mean of the last quarters, those before the start included.
  func pace(_ spent: [Double]) -> Double {
    var recent: [Double] = []
    var t = spent.count - 1
    while recent.count < Int(number("actuals.recent")) {
      let value = t > 0 ? spent[t] : actual("capital expenditure", t).map { $0 * 1000 }
      guard let value else { break }
      recent.append(value)
      t -= 1
    }
    return (recent.reduce(0, +) / Double(recent.count)).rounded()
  }

  /// Adds a difference in equal parts, odd millions first; nothing falls below zero while another
  /// quarter can take it.
  private func spread(_ open: Double, over quarters: Int, onto schedule: [Double]) -> [Double] {
    let count = min(quarters, schedule.count)
    let part = (abs(open) / Double(count)).rounded(.down)
    let odd = Int(abs(open) - part * Double(count))
    var planned = schedule
    for place in 0..<count {
      planned[place] += (open < 0 ? -1 : 1) * (part + (place < odd ? 1 : 0))
    }
    for order in [Array(planned.indices), planned.indices.reversed()] {
      for (place, next) in zip(order, order.dropFirst()) where planned[place] < 0 {
        planned[next] += planned[place]
        planned[place] = 0
      }
    }
    return planned.map { max(0, $0) }
  }

  /// Whole numbers that sum to a total, by largest remainder.
  static func rounded(_ total: Double, _ weights: [Double]) -> [Double] {
    let shares = weights.map { total * $0 / weights.reduce(0, +) }
    var whole = shares.map { $0.rounded(.down) }
    let missing = Int(total - whole.reduce(0, +))
    let remainders = shares.map { $0 - $0.rounded(.down) }
    let order = remainders.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
    for place in order.prefix(missing) { whole[place] += 1 }
    return whole
  }
}
