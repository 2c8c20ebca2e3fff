public import CapexModel

/// Figures that came out, by quarter, month or day: from tables with the columns `period`, `item`,
/// `value` and `unit`, a figure a row.
///
/// An item is called as in `seeds/`, `capital expenditure`, `cloud revenue`, `group revenue`,
/// `USD/CNY`, or by the name of a quantity. Held by `ObservationsTests`.
public struct Observations: Sendable {
  /// In the order of the files and their lines.
  public let rows: [Row]
  /// The cells `item` and `unit` of each row.
  let places: [(item: Fragment, unit: Fragment)]
  let header: Fragment

  public struct Row: Hashable, Sendable {
    public let file: String
    /// From 1.
    public let line: Int
    /// As it is written.
    public let period: String
    /// The quarter that it is, or lies in.
    public let quarter: Quarter
    /// A quarter; or its last month, or one of its last seven days.
    public let endsQuarter: Bool
    public let item: String
    /// What the model calls the item, or the item itself.
    public let quantity: String
    /// In `unit`: amounts are in billions, percentages are fractions.
    public let value: Double
    /// As the model writes it: `CNY bn`, `CNY/USD`; other units as they stand.
    public let unit: String
    /// The column `id`.
    public let identifier: String?
    /// The column `meaning`, when it says that values are averages.
    public let averaged: String?
  }

  /// Every item, in the order of the rows.
  public var items: [String] {
    var items: [String] = []
    for row in rows where items.last != row.item && !items.contains(row.item) {
      items.append(row.item)
    }
    return items
  }

  /// Reads tables.
  ///
  /// - Returns: Their rows, or every mistake in them: unequal rows, texts in a number, unknown
  ///   periods, an item's periods that repeat, also in another file, or go back, and capex,
  ///   revenue or rates that are not positive.
  public static func read(files: [String]) -> Result<Observations, ScenarioFailure> {
    var rows: [Row] = []
    var places: [(item: Fragment, unit: Fragment)] = []
    var header: Fragment?
    var figures = FigureOrder()
    var problems = ProblemCollector()
    for (order, file) in files.enumerated() {
      switch SeedTable.named(file, order: order) {
      case .failure(let failure): return .failure(failure)
      case .success(let table):
        header = header ?? table.header
        let found = problems.attempt { () throws(Rejection) in
          try table.observations(&figures)
        }
        guard let found else { continue }
        rows += found.rows
        places += found.places
      }
    }
    guard problems.errors.isEmpty, let header else {
      return .failure(ScenarioFailure(problems.errors, exitCode: .invalid))
    }
    return .success(Observations(rows: rows, places: places, header: header))
  }

  // MARK: What only the forecast shows to be wrong

  /// Refuses rows that are measured otherwise than the forecast's quantities.
  public func check(units: [(quantity: String, unit: String)]) throws(ScenarioFailure) {
    var problems = ProblemCollector()
    for (row, place) in zip(rows, places) {
      guard let expected = units.first(where: { $0.quantity == row.quantity })?.unit,
        expected != row.unit
      else { continue }
      let found = place.unit.isEmpty ? row.unit : place.unit.text
      problems.report(
        (place.unit.isEmpty ? place.item : place.unit).rejected(
          .table(.observation(.otherUnit(item: row.item, found: found, forecast: expected)))))
    }
    if !problems.errors.isEmpty {
      throw ScenarioFailure(problems.errors, exitCode: .invalid)
    }
  }

  /// That nothing was foretold of what the tables hold.
  ///
  /// - Parameter wanted: what was, in words.
  public func failure(noneOf wanted: String) -> ScenarioFailure {
    let rejection = header.rejected(
      .table(.observation(.noneForetold(wanted: wanted, items: items))))
    return ScenarioFailure([Diagnostic(rejection)], exitCode: .invalid)
  }
}
