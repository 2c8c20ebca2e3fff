internal import CapexModel
internal import NumericalMethods
internal import ScenarioFiles

/// Rules that turn what was known on a day into assumptions of the model.
struct RollingRules {
  /// `model` for the rules in use, `leastSquares` for those that the first scenarios were made by.
  let forecaster: Forecaster
  let rows: [Observations.Row]
  /// The last day of the quarter before the first that is foretold.
  let day: String
  let start: Quarter
  /// What is judgement and not calibrated: the speed of growth.
  let judgement: Assumptions

  /// Rates before the reform of 11 August 2015 moved under other rules.
  static let firstMonth = "2015-08"
  static let quarters = 4
  /// A judgement of the first scenarios.
  static let firstGrowthVolatility = 0.08
  /// Fewer than these say next to nothing.
  static let fewestQuarters = 6
  static let fewestMonths = 24

  /// What is said of the parameters that came out, in a row of a table.
  struct Outcome {
    var assumptions: Assumptions
    var parameters: [RollingTest.Parameter]

    var foretellsRevenue: Bool { assumptions["cloud.revenue"] != nil }
  }

  /// Nil where the history is too short for any plan.
  func outcome() -> Outcome? {
    guard let spending = spending() else { return nil }
    var outcome = Outcome(assumptions: base, parameters: [])
    outcome.add(spending)
    if let rate = rate() { outcome.add(rate) }
    if let revenue = revenue() { outcome.add(revenue) }
    return outcome
  }

  private var base: Assumptions {
    Assumptions([
      "name": Assumption(.text("Rolling test")), "asOf": Assumption(.text(day)),
      "currency": Assumption(.choice("CNY")), "start": Assumption(.quarter(start)),
      "quarters": Assumption(.integer(RollingRules.quarters)),
    ])
  }

  // MARK: Spending

  /// A plan of four quarters at the level known, with the noise that such plans would have met.
  private func spending() -> Outcome? {
    let figures = KnownValues(rows, of: "capex", on: day)
    let known = figures.values.map(\.value)
    guard figures.missing.isEmpty, figures.last?.quarter.advanced(by: 2) == start,
      known.count >= RollingRules.fewestQuarters
    else { return nil }
    let logarithms = known.map { Elementary.log($0) }
    let volatility: Double
    let autocorrelation: Double
    let expected: [Double]
    if forecaster == .model {
      let filter = LevelFilter.best(logarithms)
      (volatility, autocorrelation) = filter.noise
      // The level is the median; the schedule is the mean.
      expected = (1...RollingRules.quarters).map { t in
        let kept = Elementary.power(autocorrelation, Double(2 * t))
        return Elementary.exp(filter.level + volatility * volatility * (1 - kept) / 2)
      }
    } else {
      let changes = NormalSample(zip(logarithms, logarithms.dropFirst()).map { $1 - $0 })
      volatility = (changes.squares / (changes.count - 1)).squareRoot()
      autocorrelation = 0.5
      let mean = known.suffix(4).reduce(0, +) / Double(known.suffix(4).count)
      expected = [Double](repeating: mean, count: RollingRules.quarters)
    }
    let total = (expected.reduce(0, +) * 1000).rounded() / 1000
    return Outcome(
      assumptions: Assumptions([
        "plan.total": Assumption(.number(total)),
        "plan.quarters": Assumption(.integer(RollingRules.quarters)),
        "plan.profile": Assumption(.profile(.custom(expected))),
        "plan.mode": Assumption(.choice("pace")),
        "plan.execution.volatility": Assumption(.number(volatility)),
        "plan.execution.autocorrelation": Assumption(.number(autocorrelation)),
      ]),
      parameters: [
        .init("plan.total", total), .init("plan.execution.volatility", volatility),
        .init("plan.execution.autocorrelation", autocorrelation),
      ])
  }

  // MARK: The rate

  /// Reversion by least squares. The rules in use undo the averaging of months and let each trial
  /// draw the parameters; before, estimates were taken as known and averages as rates. A history
  /// that does not revert is a random walk without drift.
  private func rate() -> Outcome? {
    var months: [(month: String, row: Observations.Row)] = []
    let known = rows.filter { $0.quantity == "fx.usdcny" && $0.isKnown(on: day) }
    for row in known.sorted(by: { $0.period < $1.period }) {
      guard row.period.utf8.count >= 7, row.period >= RollingRules.firstMonth else { continue }
      let month = String(row.period.prefix(7))
      if months.last?.month == month { months.removeLast() }
      months.append((month, row))
    }
    guard months.count >= RollingRules.fewestMonths, let last = months.last else { return nil }
    let series = RateSeries(values: months.map(\.row.value), observationsPerYear: 12)
    let fx = "fx.usdcny"
    var outcome = Outcome(
      assumptions: Assumptions(["\(fx).spot": Assumption(.number(last.row.value))]),
      parameters: [])
    let isUndone = forecaster == .model && last.row.averaged != nil
    let factor = isUndone ? (1 / Calibration.varianceOfAverages).squareRoot() : 1
    guard let fit = try? ReversionFit.estimate(series) else {
      let changes = NormalSample(series.logChanges)
      let variance = changes.squares / (changes.count - 1) * series.observationsPerYear
      outcome.assumptions["\(fx).process"] = Assumption(.choice("gbm"))
      outcome.set("\(fx).volatility", variance.squareRoot() * factor)
      return outcome
    }
    outcome.assumptions["\(fx).process"] = Assumption(.choice("meanReverting"))
    outcome.set("\(fx).level", fit.level)
    outcome.set("\(fx).speed", fit.speed)
    outcome.set("\(fx).volatility", fit.volatility * factor)
    guard forecaster == .model else { return outcome }
    outcome.assumptions["\(fx).parameterUncertainty"] = Assumption(.choice("true"))
    outcome.set("\(fx).standardErrors.level", fit.levelError)
    outcome.set("\(fx).standardErrors.speed", fit.speedError)
    outcome.set("\(fx).standardErrors.volatility", fit.volatilityError * factor)
    return outcome
  }

  // MARK: Revenue

  /// From then on growth year on year can be told.
  var knowsAYearOfRevenue: Bool {
    let known = KnownValues(rows, of: "cloudRevenue", on: day).values
    return known.last.map { $0.quarter.index - known[0].quarter.index >= 4 } ?? false
  }

  /// The judgement, or its mean.
  private var speed: Double? {
    switch judgement["cloud.growth.speed"]?.content {
    case .number(let speed): speed
    case .distribution(let distribution): distribution.mean
    default: nil
    }
  }

  /// Growth goes on at the rate of the last year known. Five quarters at least: a year's growth, and
  /// each season once. The rules in use take the volatility from the changes of announced growth,
  /// and let each trial draw it, the level that growth returns to and where it stands today; the
  /// speed is judgement, and so was the volatility.
  private func revenue() -> Outcome? {
    let known = KnownValues(rows, of: "cloudRevenue", on: day)
    guard let last = known.last, let before = known[last.quarter.advanced(by: -4)],
      known.missing.isEmpty, last.quarter.advanced(by: 2) == start
    else { return nil }
    let growth = last.value / before - 1
    var outcome = Outcome(
      assumptions: Assumptions([
        "cloud.revenue": Assumption(.number(last.value)),
        "cloud.quarter": Assumption(.quarter(last.quarter)),
        "cloud.seasonal": Assumption(.numbers(SeasonalFactors.factors(known))),
      ]), parameters: [])
    outcome.set("cloud.growth.path", growth)
    outcome.assumptions["cloud.growth.speed"] = judgement["cloud.growth.speed"]
    if forecaster == .leastSquares {
      outcome.set("cloud.growth.volatility", RollingRules.firstGrowthVolatility)
    } else {
      let announced = KnownValues(rows, of: GrowthChanges.item, on: day)
      guard let speed, let changes = GrowthChanges(announced, speed: speed) else {
        return nil
      }
      outcome.set("cloud.growth.volatility", changes.volatility)
      outcome.set("cloud.growth.errors.volatility", changes.volatilityError)
      outcome.set("cloud.growth.errors.path", changes.pathError)
      outcome.set("cloud.growth.errors.start", changes.startError)
    }
    return outcome
  }
}

extension RollingRules.Outcome {
  fileprivate mutating func add(_ other: Self) {
    for path in other.assumptions.paths { assumptions[path] = other.assumptions[path] }
    parameters += other.parameters
  }

  fileprivate mutating func set(_ path: String, _ value: Double) {
    assumptions[path] = Assumption(.number(value))
    parameters.append(.init(path, value))
  }
}

/// Factors by calendar quarter, of geometric mean one: mean log change into each quarter less the
/// mean of the four, summed.
enum SeasonalFactors {
  static func factors(_ known: KnownValues) -> [Double] {
    var into = [[Double]](repeating: [], count: 4)
    for (before, after) in zip(known.values, known.values.dropFirst()) {
      into[after.quarter.number - 1].append(Elementary.log(after.value / before.value))
    }
    let means = into.map { $0.isEmpty ? 0 : $0.reduce(0, +) / Double($0.count) }
    let mean = means.reduce(0, +) / 4
    var levels: [Double] = []
    for change in means { levels.append((levels.last ?? 0) + change - mean) }
    let middle = levels.reduce(0, +) / 4
    return levels.map { Elementary.exp($0 - middle) }
  }
}
