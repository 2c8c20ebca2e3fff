internal import PathAlgebra

extension ModelDraft {
  /// The values of quarters that have happened, as constants by quarter: formulas take them in
  /// place of what would be drawn, and what is carried on goes on from them.
  mutating func addActuals() {
    guard let known = scenario.known else { return }
    let scenario = scenario
    if let phasing = known.phasing {
      let schedule = scenario.schedule.billions
      let happened = phasing.spent.count
      constant("actuals.quarters", Double(happened))
      let spent = phasing.spent.map { Double($0) / 1000 }
      series("actuals.capex", unit: money) { $0 <= happened ? spent[$0 - 1] : 0 }
      let planned = phasing.planned.map { Double($0) / 1000 }
      let left = ModelDraft.weights(
        planned, schedule: Array(schedule.dropFirst(happened)), isShared: !scenario.totalIsOutcome)
      let isHeld = !phasing.rule.keepsTotal
      series("plan.phasing", unit: money) { t in
        if t > happened { return t <= scenario.planQuarters ? left[t - happened - 1] : 0 }
        return isHeld ? planned.first ?? 0 : schedule[t - 1]
      }
      warnOfExcess(phasing)
    }
    for item in [ActualsTable.Item.cloudRevenue, .groupRevenue] {
      guard let values = known.values[item] else { continue }
      series("actuals.\(item.quantity)", unit: money) {
        values.indices.contains($0 - 1) ? values[$0 - 1] ?? 0 : 0
      }
    }
    for gap in known.gaps { warnings.append(.actualsMissing(gap)) }
  }

  /// Shares of a remainder that is nothing, but that a revision may raise: as scheduled.
  private static func weights(
    _ planned: [Double], schedule: [Double], isShared: Bool
  ) -> [Double] {
    guard isShared, !planned.contains(where: { $0 > 0 }) else { return planned }
    return schedule.contains { $0 > 0 } ? schedule : schedule.map { _ in 1 }
  }

  private mutating func warnOfExcess(_ phasing: Phasing) {
    let spent = phasing.spent.reduce(0, +)
    let total = scenario.schedule.millions.reduce(0, +)
    if spent > total, !scenario.totalIsOutcome {
      warnings.append(.totalExceeded(path: "actuals.file", spent: spent, total: total))
    }
  }

  /// Adds the rates of a pair that have happened; the name of the series, nil where there is none.
  mutating func addKnownRates(_ pair: String, unit: Unit) -> String? {
    guard let known = scenario.known,
      case .rates(let table)? = assumptions.content("fx.\(pair).actuals")
    else { return nil }
    var rates: [Quarter: Double] = [:]
    for row in table.rows where row.endsQuarter && row.quarter <= known.until {
      rates[row.quarter] = row.value
    }
    if let words = table.averaged, !rates.isEmpty {
      warnings.append(
        .ratesAveraged(path: "fx.\(pair).actuals", file: table.file, words: words))
    }
    let name = "fx.\(pair).actual"
    let scenario = scenario
    series(name, unit: unit) { rates[scenario.quarter($0)] ?? 0 }
    return name
  }

  /// A formula that gives what has happened where a series of actuals, zero elsewhere, has a value.
  static func happened(_ actual: String?, _ known: String, otherwise formula: String) -> String {
    guard let actual else { return formula }
    return "if(\(actual) > 0, \(known), \(formula))"
  }

  /// The name of an item's series of actuals; nil where nothing of it has happened.
  func actual(_ item: ActualsTable.Item) -> String? {
    scenario.known?.values[item] == nil ? nil : "actuals.\(item.quantity)"
  }

  /// A formula that gives `known` in the quarters whose spending has happened.
  func spent(_ known: String, otherwise formula: String) -> String {
    guard scenario.known?.phasing != nil else { return formula }
    return "if(quarter <= actuals.quarters, \(known), \(formula))"
  }
}
