internal import NumericalMethods

/// Revenue as reported, carried to the quarter before the start.
///
/// Quarters between the last reported one and the start are those of the actuals, or are expected to
/// follow the path of growth and the season; each trial draws how far they are off.
struct KnownRevenue {
  /// Revenue of quarter 0, in billions, as expected.
  let start: Double
  /// How many quarters before the start nobody has reported.
  let unreported: Int
  /// The highest revenue that was reported for the last quarter or one since, in billions.
  let reported: Double
  let section: String
  private let byQuarter: [Quarter: Double]
  /// What is reported of the last quarter and those since, the actuals' from the start on included.
  private let happened: [Quarter: Double]
  private let first: Quarter
  private let seasonal: [Double]?

  /// `growth` gives the expected growth, year on year, in a quarter.
  init(
    _ scenario: Scenario, section: String, growth: (Quarter) -> Double
  ) throws(CapexModelError) {
    let assumptions = scenario.assumptions
    guard let revenue = assumptions.number("\(section).revenue") else {
      throw .missing(path: "\(section).revenue")
    }
    let before = scenario.quarter(0)
    var last = before
    if case .quarter(let given)? = assumptions.content("\(section).quarter") { last = given }
    guard last <= before, last.distance(to: before) < 8 else {
      throw .reportedQuarter(
        path: "\(section).quarter", quarter: last, start: scenario.start)
    }
    self.section = section
    seasonal = assumptions.numbers("\(section).seasonal")
    first = scenario.start
    var known = [last: revenue]
    for (place, value) in (assumptions.numbers("\(section).history") ?? []).enumerated() {
      known[last.advanced(by: place - 3)] = value
    }
    let item: ActualsTable.Item = section == "cloud" ? .cloudRevenue : .groupRevenue
    let actuals = scenario.known?.before[item] ?? [:]
    var current = revenue
    var quarter = last
    var unreported = 0
    var happened = [last: revenue]
    for (place, value) in (scenario.known?.values[item] ?? []).enumerated() {
      happened[first.advanced(by: place)] = value
    }
    while quarter < before {
      let next = quarter.advanced(by: 1)
      let rise = Elementary.exp(Elementary.log(1 + growth(next)) * 0.25)
      unreported = actuals[next] == nil ? unreported + 1 : 0
      happened[next] = actuals[next]
      current = actuals[next] ?? current * rise * KnownRevenue.ratio(next, quarter, seasonal)
      known[next] = current
      quarter = next
    }
    start = current
    self.unreported = unreported
    self.happened = happened
    reported = happened.values.reduce(revenue) { max($0, $1) }
    byQuarter = known
  }

  /// Unreported quarters are counted from one; the last is that before the start.
  var unreportedPlaces: StrideThrough<Int> { stride(from: 1, through: unreported, by: 1) }

  /// What each trial's revenue of such a quarter is named.
  func name(ofUnreported place: Int) -> String {
    place == unreported ? "\(section).start" : "\(section).unreported\(place)"
  }

  func expected(ofUnreported place: Int) -> Double {
    byQuarter[first.advanced(by: place - unreported - 1)] ?? .nan
  }

  /// The annual rate of growth, in logarithms, that brought revenue to that of quarter t from the
  /// last known one before, less the season; zero where nothing is known of the quarter.
  func growth(_ t: Int) -> Double {
    let quarter = first.advanced(by: t - 1)
    guard let now = happened[quarter], let last = happened.keys.filter({ $0 < quarter }).max(),
      let before = happened[last]
    else { return 0 }
    let season = KnownRevenue.ratio(quarter, last, seasonal)
    return Elementary.log(now / before / season) / (0.25 * Double(last.distance(to: quarter)))
  }

  /// season_t / season_{t-1} for quarter t.
  func seasonRatio(_ t: Int) -> Double {
    let quarter = first.advanced(by: t - 1)
    return KnownRevenue.ratio(quarter, quarter.advanced(by: -1), seasonal)
  }

  /// season_t / season_0 for quarter t, which may lie before the start.
  func seasonSinceStart(_ t: Int) -> Double {
    KnownRevenue.ratio(first.advanced(by: t - 1), first.advanced(by: -1), seasonal)
  }

  /// Whether revenue of all four quarters before the start is known.
  var hasYearBefore: Bool { (1...4).allSatisfy { byQuarter[first.advanced(by: $0 - 5)] != nil } }

  /// Revenue of the quarter a year before quarter t, t = 1 … 4; NaN when it is not known.
  func yearBefore(_ t: Int) -> Double { byQuarter[first.advanced(by: t - 5)] ?? .nan }

  private static func ratio(_ quarter: Quarter, _ before: Quarter, _ seasonal: [Double]?) -> Double
  {
    guard let seasonal else { return 1 }
    return seasonal[quarter.number - 1] / seasonal[before.number - 1]
  }
}

extension ModelDraft {
  /// Revenue of the quarters that nobody has reported, up to the one before the start: as expected,
  /// times a factor that each trial draws.
  ///
  /// - Parameter factor: its formula, for a place among them.
  mutating func addUnreported(_ known: KnownRevenue, factor: (Int) -> String) {
    if known.unreported == 0 { constant("\(known.section).start", known.start, unit: money) }
    for place in known.unreportedPlaces {
      let name = known.name(ofUnreported: place)
      constant("\(name).expected", known.expected(ofUnreported: place), unit: money)
      step(name, "\(name).expected * \(factor(place))", unit: money, byQuarter: false)
    }
  }

  /// By how much the logarithm of a trial's growth is above that of the expected one; nil for a
  /// growth that no trial draws, or where every quarter is reported.
  mutating func drawnGrowth(_ path: String, _ known: KnownRevenue) -> String? {
    guard known.unreported > 0,
      case .distribution(let distribution)? = assumptions.content(path)
    else { return nil }
    constant("\(path).expected", distribution.mean)
    return "log(1 + \(path)) - log(1 + \(path).expected)"
  }

  /// What independent noise, and a growth that the trial draws, have made of the expected revenue by
  /// an unreported quarter.
  ///
  /// - Parameters:
  ///   - section: has the keys `growth` and `volatility`.
  ///   - driver: one for each such quarter is named after it.
  /// - Returns: the factor's formula, for a place among them.
  mutating func unreportedFactor(
    _ section: String, driver: String, _ known: KnownRevenue
  ) -> (Int) -> String {
    let drawn = drawnGrowth("\(section).growth", known)
    return { place in
      let draws = (1...place).map { "normal(\(driver).unreported.\($0), by: trial)" }
      let noise = place == 1 ? draws[0] : "(\(draws.joined(separator: " + ")))"
      let growth = drawn.map { " + \(place) * dt * (\($0))" } ?? ""
      return "exp(\(section).volatility * sqrt(dt) * \(noise)\(growth))"
    }
  }
}
