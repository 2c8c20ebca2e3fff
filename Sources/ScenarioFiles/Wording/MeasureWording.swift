package import CapexModel

extension AssumptionKey.Measure {
  /// How a number of this measure is written.
  var form: String {
    switch self {
    case .money: "an amount such as `380bn CNY`, `31742mn CNY`, `3800亿元` or `53bn USD`"
    case .exchangeRate: "a rate such as `7.2476`"
    case .fraction: "a fraction or a percentage such as `0.041`, `4.1%` or `25bp`"
    case .growth: "growth year on year such as `18%` or `0.18`"
    case .perYear: "a rate a year such as `0.5`, without a percent sign"
    case .years: "years such as `5` or `5 years`"
    case .quarters: "quarters such as `2` or `2 quarters`"
    case .people: "people such as `100m`, `1亿` or `100000000`"
    case .plain: "a plain number such as `1.5`, without a unit"
    case .named: "a number such as `0.4` or `12%`, its unit in `unit:`"
    }
  }

  /// The same in a few words, for a number that is out of its limits.
  func short(isAnnual: Bool) -> String {
    let text =
      switch self {
      case .money: "an amount of money"
      case .exchangeRate: "one unit of the pair's first currency in the second"
      case .fraction: "as a fraction or a percentage"
      case .growth: "growth year on year, as a fraction or a percentage"
      case .perYear: "a rate a year"
      case .years: "in years"
      case .quarters: "in quarters"
      case .people: "in people"
      case .plain: "a plain number"
      case .named: "a number in the driver's unit"
      }
    return isAnnual ? "annual, \(text)" : text
  }
}

extension AssumptionKey.Kind {
  /// What a key takes.
  package var form: String {
    switch self {
    case .number(let measure, _, let varying):
      measure.form
        + (varying.contains(.path) ? ", or a path { 2025: …, 2027: … }" : "")
        + (varying.contains(.distribution) ? ", or a distribution such as pert(…, …, …)" : "")
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .choice(let options): Wording.either(options)
    case .quarter: "a quarter such as `2025Q2` or `FY2026Q1`"
    case .date: "a day such as `2025-02-24`"
    case .text: "a line of text"
    case .numbers(let count, let measure, _):
      "a list [ … ] of \(Wording.count(count, "value")): each \(measure.form)"
    case .profile: "flat, or one of { ramp: … }, { frontLoaded: … } and so on"
    case .dependence: "a list such as [[fx.usdcny, cloud.growth, -0.2]]"
    case .names: "a list such as [capex, cloudRevenue]"
    case .history, .rates, .actuals: "the name of a CSV file"
    case .formula: "a formula such as \"sum(capex, over: plan)\""
    case .unit: "a unit such as `CNY bn` or `CNY/kWh`, or `%`"
    }
  }
}
