import CapexModel
import Foundation
import NumericalMethods

/// The model in plain loops over quarters, written from its equations as an outsider reads them.
///
/// It shares no formula with the program: not the model language, not its functions of time, not
/// its exponential and logarithm. Both must give the same numbers.
struct PlainCalculation {
  let assumptions: Assumptions
  let world: any World
  let start: Quarter
  /// H and N.
  let horizon: Int
  let planQuarters: Int
  let dt = 0.25
  /// Every reported quantity: one value, or one for each quarter in which it is defined.
  private(set) var results: [String: [Double]] = [:]

  // Index t is quarter t; index 0 is the quarter before the start.
  var rates: [String: [Double]] = [:]
  var capex: [Double] = []
  var importFactor: [Double] = []
  var cumulativeCapex: [Double] = []
  var cloudRevenue: [Double] = []
  /// Π (1 - cut) of the price cuts in each quarter.
  var priceFactor: [Double] = []

  init(_ assumptions: Assumptions, world: any World) {
    self.assumptions = assumptions
    self.world = world
    guard case .quarter(let first)? = assumptions.content("start"),
      case .integer(let quarters)? = assumptions.content("quarters"),
      case .integer(let planned)? = assumptions.content("plan.quarters")
    else { preconditionFailure("a scenario has a start, a horizon and a plan") }
    start = first
    horizon = quarters
    planQuarters = planned
    addExchangeRates()
    addSpending()
    if has("cloud") {
      addCloudRevenue()
      addRevenueAnswers()
      if has("profit") { addProfit() }
    }
    if has("group") { addGroup() }
    if has("indicators.quark") { addQuark() }
  }

  mutating func report(_ name: String, _ values: [Double]) {
    precondition(values.count == horizon + 1, "one value a quarter, and one before the first")
    results[name] = Array(values[1...])
  }

  mutating func report(_ name: String, from first: Int, _ value: (Int) -> Double) {
    results[name] = first > horizon ? [] : (first...horizon).map(value)
  }

  mutating func reportOnce(_ name: String, _ value: Double) { results[name] = [value] }

  mutating func report(_ name: String, where holds: (Int) -> Bool) {
    report(name, from: 1) { holds($0) ? 1 : 0 }
  }

  /// The first quarter in which something holds; infinity when it never does.
  func first(where holds: (Int) -> Bool) -> Double {
    (1...horizon).first(where: holds).map(Double.init) ?? .infinity
  }
}

// MARK: Assumptions

extension PlainCalculation {
  func has(_ section: String) -> Bool {
    assumptions.paths.contains { $0.hasPrefix(section + ".") }
  }

  func names(in section: String) -> [String] {
    let rest = assumptions.paths.filter { $0.hasPrefix(section + ".") }
      .map { String($0.dropFirst(section.count + 1)) }
    return Set(rest.compactMap { $0.split(separator: ".").first.map(String.init) }).sorted()
  }

  func choice(_ path: String) -> String {
    if case .choice(let text)? = assumptions.content(path) { return text }
    return ""
  }

  func numbers(_ path: String) -> [Double]? {
    if case .numbers(let values)? = assumptions.content(path) { return values }
    return nil
  }

  func isGiven(_ path: String) -> Bool { assumptions.content(path) != nil }

  func quarter(_ t: Int) -> Quarter { Quarter(index: start.index + t - 1) }

  /// The value in quarter t: a number, a point of a path, or this trial's draw.
  func number(_ path: String, _ t: Int = 1) -> Double {
    switch assumptions.content(path) {
    case .number(let value)?: return value
    case .integer(let value)?: return Double(value)
    case .path(let knots)?: return PlainCalculation.interpolate(knots, at: quarter(t))
    case .distribution(let distribution)?: return world.variate(distribution, path, 0)
    default: return .nan
    }
  }

  /// What is expected of a growth before the first quarter, where nothing is drawn yet.
  func expected(_ path: String, _ t: Int) -> Double {
    if case .distribution(let distribution)? = assumptions.content(path) {
      return distribution.mean
    }
    return number(path, t)
  }

  private static func interpolate(
    _ knots: [AssumptionContent.Knot], at quarter: Quarter
  ) -> Double {
    var value = knots[0].value
    for (left, right) in zip(knots, knots.dropFirst()) {
      let width = Double(right.quarter.index - left.quarter.index)
      let place = Double(quarter.index - left.quarter.index) / width
      if place > 0 { value = left.value + min(place, 1) * (right.value - left.value) }
    }
    return value
  }

  /// season_t of a section, 1 where it has no season.
  func season(_ section: String, _ t: Int) -> Double {
    numbers("\(section).seasonal").map { $0[quarter(t).number - 1] } ?? 1
  }
}
