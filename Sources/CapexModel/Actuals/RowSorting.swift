/// Decides, for each row of a table of actuals, what becomes of it.
struct RowSorting {
  typealias Item = ActualsTable.Item
  private let table: ActualsTable
  private let assumptions: Assumptions
  private let frame: KnownHistory.Frame
  private let until: Quarter
  let values: [Item: [Double?]]
  let before: [Item: [Quarter: Double]]

  init(
    _ table: ActualsTable, _ assumptions: Assumptions, frame: KnownHistory.Frame, until: Quarter
  ) {
    self.table = table
    self.assumptions = assumptions
    self.frame = frame
    self.until = until
    var values: [Item: [Double?]] = [:]
    var before: [Item: [Quarter: Double]] = [:]
    for item in Item.allCases
    where table.taken.contains(item) && assumptions.has(section: item.section) {
      let own = table.rows.filter { $0.item == item.rawValue }
      let byQuarter = Dictionary(own.map { ($0.quarter, $0.value) }) { first, _ in first }
      before[item] = byQuarter.filter { $0.key < frame.start }
      let last = item == .capex ? min(frame.t(until), frame.planQuarters) : frame.t(until)
      let known = (1...last).map { byQuarter[frame.start.advanced(by: $0 - 1)] }
      if known.contains(where: { $0 != nil }) { values[item] = known }
    }
    self.values = values
    self.before = before
  }

  /// Quarters that have happened and are not there; refused where the last one is in no series.
  func gaps() throws(CapexModelError) -> [KnownHistory.Gap] {
    let known = table.rows.filter { row in
      let item = Item(rawValue: row.item)
      return (frame.start...until).contains(row.quarter)
        && item.map { assumptions.has(section: $0.section) } ?? false
    }
    let last = known.map(\.quarter).max()
    if !table.rows.isEmpty, last != until {
      throw .actualsEndEarly(
        path: "actuals.until", until: until, last: last, start: frame.start)
    }
    return Item.allCases.compactMap { item in
      let missing = (values[item] ?? []).enumerated().filter { $0.element == nil }
      if missing.isEmpty { return nil }
      return KnownHistory.Gap(
        path: "actuals.file", figure: item.rawValue,
        quarters: missing.map { frame.start.advanced(by: $0.offset) },
        remedy: item == .capex ? .scheduled : .simulated)
    } + gapsBeforeStart + paceGaps
  }

  /// Quarters between the last that the scenario has itself and the start.
  private var gapsBeforeStart: [KnownHistory.Gap] {
    [Item.cloudRevenue, .groupRevenue].compactMap { item in
      guard values[item] != nil else { return nil }
      let missing = (lastOwn(item).index + 1..<max(frame.start.index, lastOwn(item).index + 1))
        .map { Quarter(index: $0) }.filter { before[item]?[$0] == nil }
      return missing.isEmpty
        ? nil
        : KnownHistory.Gap(
          path: "actuals.file", figure: item.rawValue, quarters: missing, remedy: .simulated)
    }
  }

  /// Quarters that the pace to be held should be the mean of too, and that are not there.
  private var paceGaps: [KnownHistory.Gap] {
    let found = paceQuarters
    guard let first = found.first, found.count < wantedForPace else { return [] }
    return [
      KnownHistory.Gap(
        path: "actuals.file", figure: Item.capex.rawValue,
        quarters: (1...wantedForPace - found.count).map { first.advanced(by: -$0) }.reversed(),
        remedy: .leftOutOfPace)
    ]
  }

  /// Those that the pace is the mean of; empty where no pace is held.
  private var paceQuarters: [Quarter] {
    let spent = (values[.capex] ?? []).count
    let isHeld = assumptions.choice("actuals.phasing") == PhasingRule.holdRunRate.rawValue
    return isHeld && spent > 0 ? recent(Array(repeating: 0, count: spent)).map(\.quarter) : []
  }

  private var wantedForPace: Int {
    assumptions.integer("actuals.recent") ?? Phasing.Settings().within
  }

  /// A quarter without a figure counts as scheduled.
  func phasing() throws(CapexModelError) -> Phasing? {
    guard let capex = values[.capex] else { return nil }
    let schedule = frame.schedule.millions
    let spent = capex.enumerated().map { $1.map(RowSorting.millions) ?? schedule[$0] }
    let rule = PhasingRule(rawValue: assumptions.choice("actuals.phasing")) ?? .proRata
    var settings = Phasing.Settings()
    settings.within = assumptions.integer("actuals.within") ?? settings.within
    settings.steepness = assumptions.number("actuals.steepness") ?? settings.steepness
    settings.recent = recent(spent).map(\.millions)
    let phasing = Phasing(
      rule, schedule: frame.schedule, spent: spent, settings: settings,
      sCurve: { steepness in
        PlanProfile.sCurve(steepness).weights(
          count: frame.planQuarters, start: frame.start,
          seasonal: assumptions.numbers("plan.seasonal"))
      })
    guard let phasing else {
      throw .nothingToPhase(
        path: "actuals.phasing", rule: rule.rawValue,
        quarter: frame.start.advanced(by: spent.count))
    }
    return phasing
  }

  /// The last quarters that were spent, oldest first, those before the start included.
  private func recent(_ spent: [Int]) -> [(quarter: Quarter, millions: Int)] {
    var quarters = spent.enumerated().map {
      (quarter: frame.start.advanced(by: $0.offset), millions: $0.element)
    }
    let wanted = wantedForPace
    var earlier = frame.start.advanced(by: -1)
    while quarters.count < wanted, let value = before[.capex]?[earlier] {
      quarters.insert((earlier, RowSorting.millions(value)), at: 0)
      earlier = earlier.advanced(by: -1)
    }
    return quarters.suffix(wanted)
  }

  private static func millions(_ billions: Double) -> Int { Int((billions * 1000).rounded()) }

  // MARK: Rows

  func uses() throws(CapexModelError) -> [KnownRow] {
    let held = paceQuarters
    var uses: [KnownRow] = []
    for row in table.rows {
      uses.append(
        KnownRow(
          line: row.line, period: row.quarter.description, quarter: row.quarter, figure: row.item,
          value: row.value, use: try use(row, held: held)))
    }
    return uses
  }

  private func use(_ row: ActualsTable.Row, held: [Quarter]) throws(CapexModelError) -> RowUse {
    guard let item = Item(rawValue: row.item) else { return .ignored(.notTaken) }
    guard assumptions.has(section: item.section) else {
      return .ignored(.noSection(item.section))
    }
    if row.quarter > until { return .ignored(.afterUntil) }
    if row.quarter >= frame.start {
      let isAfterPlan = item == .capex && frame.t(row.quarter) > frame.planQuarters
      return isAfterPlan ? .ignored(.afterPlan) : .clamped(quantity: item.quantity)
    }
    if item == .capex {
      return held.contains(row.quarter) ? .setsPace : .ignored(.beforeStart)
    }
    if let (path, value) = ownValue(item, row.quarter) {
      guard abs(value - row.value) <= 1e-9 * abs(value) else {
        throw .actualContradicts(
          path: path, value: value, file: table.file, line: row.line, quarter: row.quarter,
          actual: row.value)
      }
      return .ignored(.same(path: path))
    }
    return row.quarter > lastOwn(item) ? .startsFrom : .ignored(.beforeStart)
  }

  private func lastOwn(_ item: Item) -> Quarter {
    if case .quarter(let given)? = assumptions.content("\(item.section).quarter") { return given }
    return frame.start.advanced(by: -1)
  }

  /// What the scenario says itself of revenue in a quarter.
  private func ownValue(_ item: Item, _ quarter: Quarter) -> (path: String, value: Double)? {
    let last = lastOwn(item)
    if quarter == last, let value = assumptions.number("\(item.section).revenue") {
      return ("\(item.section).revenue", value)
    }
    let place = last.distance(to: quarter) + 3
    guard let history = assumptions.numbers("\(item.section).history"),
      history.indices.contains(place)
    else { return nil }
    return ("\(item.section).history", history[place])
  }
}
