/// What has happened: which figures of the tables are taken, and what they leave of the plan.
public struct KnownHistory: Sendable {
  /// The last quarter that has happened.
  public let until: Quarter
  /// Each table, as the scenario names it, with its rows in their order.
  public let tables: [(file: String, rows: [KnownRow])]
  /// Quarters that have happened, but are not in a table.
  public let gaps: [Gap]
  /// Nil where the table has no spending of the plan.
  public let phasing: Phasing?
  /// By item, billions of the quarters from the start to `until`; nil where a quarter is missing.
  let values: [ActualsTable.Item: [Double?]]
  /// By item, billions of quarters before the start.
  let before: [ActualsTable.Item: [Quarter: Double]]

  public struct Gap: Hashable, Sendable {
    /// The key that names the table.
    public let path: String
    /// What is missing, as in `KnownRow`.
    public let figure: String
    public let quarters: [Quarter]
    public let remedy: Remedy
  }

  /// What is done about a figure that is missing, in words.
  public enum Remedy: String, Hashable, Sendable {
    case scheduled = "taken as scheduled"
    case simulated
    /// Of so many quarters before the start the pace that is held is not the mean.
    case leftOutOfPace = "left out of the pace that is held"
  }

  /// Nil where nothing has happened.
  init?(_ assumptions: Assumptions, frame: Frame) throws(CapexModelError) {
    let rates = assumptions.names(in: "fx").compactMap { pair in
      if case .rates(let table)? = assumptions["fx.\(pair).actuals"]?.content {
        return (pair: pair, table: table)
      }
      return nil
    }
    guard case .quarter(let until)? = assumptions["actuals.until"]?.content else {
      if let first = rates.first { throw .actualsNeedUntil(path: "fx.\(first.pair).actuals") }
      return nil
    }
    let last = frame.start.advanced(by: frame.quarters - 2)
    guard until >= frame.start, until <= last else {
      throw .untilOutside(path: "actuals.until", quarter: until, first: frame.start, last: last)
    }
    self.until = until
    var figures: ActualsTable?
    if case .actuals(let table)? = assumptions["actuals.file"]?.content { figures = table }
    if figures == nil, rates.isEmpty { throw .nothingHappened(path: "actuals.until") }
    let sorting = RowSorting(
      figures ?? ActualsTable(file: "", rows: []), assumptions, frame: frame, until: until)
    values = sorting.values
    before = sorting.before
    phasing = try sorting.phasing()
    gaps =
      try sorting.gaps()
      + rates.compactMap {
        KnownHistory.gap($0.table, of: $0.pair, from: frame.start, until: until)
      }
    var tables: [(file: String, rows: [KnownRow])] = []
    if let figures { tables.append((figures.file, try sorting.uses())) }
    for (pair, table) in rates {
      tables.append((table.file, table.uses(pair, from: frame.start, until: until)))
    }
    self.tables = tables
  }

  private static func gap(
    _ table: RateTable, of pair: String, from start: Quarter, until: Quarter
  ) -> Gap? {
    let known = Set(table.rows.filter(\.endsQuarter).map(\.quarter))
    let missing = (start.index...until.index).map(Quarter.init(index:)).filter {
      !known.contains($0)
    }
    if missing.isEmpty { return nil }
    return Gap(
      path: "fx.\(pair).actuals", figure: "fx.\(pair)", quarters: missing, remedy: .simulated)
  }

  /// What the actuals are set against.
  struct Frame {
    let start: Quarter
    let quarters: Int
    let planQuarters: Int
    let schedule: Schedule

    func t(_ quarter: Quarter) -> Int { start.distance(to: quarter) + 1 }
  }
}
