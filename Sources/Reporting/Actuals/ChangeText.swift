internal import RiskAnalysis

/// A measure of a change in words and numbers: exact in whole units, and rounded for people.
struct ChangeText {
  private let measure: ChangeSplit.Measure
  private let change: ChangeSplit
  /// Of what is shown rounded: enough that the largest share has three digits.
  private let decimals: Int

  init(_ measure: ChangeSplit.Measure, of change: ChangeSplit) {
    self.measure = measure
    self.change = change
    let isShare = measure.statistic == .reachedByPlanEnd
    scale = isShare ? 100 / Double(change.trials) : 1e-9
    let largest = Double(measure.shares.map(\.magnitude).max() ?? 0) * scale
    let place = DecimalNumber(largest)?.leadingPlace ?? 0
    decimals = min(3, max(1, 2 - place))
  }

  /// From whole units to what is shown: billions, or percentages of the trials.
  let scale: Double

  // MARK: Rounded

  var before: String { rounded(measure.before) }
  var now: String { rounded(measure.after) }
  var shares: [String] { measure.shares.map(signed) }
  private var difference: String { signed(measure.after - measure.before) }

  private func rounded(_ n: Int) -> String {
    NumberText.fixed(Double(n) * scale, decimals: decimals)
  }

  /// `+4.18` and `−1.17`; 0 where nothing is moved.
  private func signed(_ n: Int) -> String {
    let text = rounded(Int(n.magnitude))
    return n == 0 ? "0" : (n > 0 ? "+" : "\u{2212}") + text
  }

  var title: String {
    switch measure.statistic {
    case .totalCapex: "Mean total capex"
    case .spentByPlanEnd: "Mean spending by \(change.planEnd)"
    case .reachedByPlanEnd:
      "\(NumberText.short(change.total, most: 3))bn reached by \(change.planEnd)"
    }
  }

  var unit: String {
    switch measure.statistic {
    case .totalCapex(let currency), .spentByPlanEnd(let currency):
      "\(EscapedText.of(currency)) bn"
    case .reachedByPlanEnd: "% of trials"
    }
  }

  /// `396.25bn CNY` and `46.9 % of trials`.
  private var inWords: String {
    switch measure.statistic {
    case .totalCapex(let currency), .spentByPlanEnd(let currency):
      "\(now)bn \(EscapedText.of(currency))"
    case .reachedByPlanEnd: "\(now) \(unit)"
    }
  }

  /// `mean total capex rises by 3.33 to 396.25bn CNY: timing (slip) +0.30, …`
  var sentence: String {
    let name = title.prefix(1).lowercased() + title.dropFirst()
    let causes = zip(ChangeCause.allCases, shares).map {
      "\(ActualsWording.name($0)) \($1)".unbroken
    }.joined(separator: ", ")
    let place = inWords.unbroken
    if measure.after == measure.before { return "\(name) stays at \(place): \(causes)" }
    let verb = measure.after > measure.before ? "rises" : "falls"
    return "\(name) \(verb) by \(difference.dropFirst()) to \(place): \(causes)"
  }

  /// Of a chart's file.
  var fileName: String {
    switch measure.statistic {
    case .totalCapex(let currency):
      ChartWords.fileName("change-\(ActualsCSV.name(measure.statistic))-\(currency)")
    case .spentByPlanEnd, .reachedByPlanEnd: "change-\(ActualsCSV.name(measure.statistic))"
    }
  }

  // MARK: Exact

  /// Before, the causes, now.
  var exact: [String] {
    let (statistic, trials) = (measure.statistic, change.trials)
    return [ChangeText.units(measure.before, statistic, trials: trials)]
      + measure.shares.map {
        ($0 > 0 ? "+" : "") + ChangeText.units($0, statistic, trials: trials)
      } + [ChangeText.units(measure.after, statistic, trials: trials)]
  }

  var exactUnit: String { ChangeText.head(measure.statistic, change).unit }

  static func head(
    _ statistic: ChangeSplit.Statistic, _ change: ChangeSplit
  ) -> (name: String, unit: String) {
    switch statistic {
    case .totalCapex(let currency): ("total capex", currency)
    case .spentByPlanEnd(let currency): ("spent by \(change.planEnd)", currency)
    case .reachedByPlanEnd:
      (
        "\(NumberText.short(change.total, most: 3))bn by \(change.planEnd)",
        isPercentage(change.trials) ? "% of trials" : "trials"
      )
    }
  }

  /// Whether three decimals of a percentage hold every number of trials.
  private static func isPercentage(_ trials: Int) -> Bool { 100_000 % trials == 0 }

  static func units(_ n: Int, _ statistic: ChangeSplit.Statistic, trials: Int) -> String {
    guard statistic == .reachedByPlanEnd, isPercentage(trials) else { return NumberText.whole(n) }
    return NumberText.fixed(Double(n * (100_000 / trials)) / 1000, decimals: 3)
  }
}
