public import PathAlgebra
public import RiskAnalysis

/// One trial, quantity by quantity: what `capexsim explain --trial` shows.
public struct WorldRows: Sendable {
  public let trial: Int
  public let seed: UInt64
  public let context: ReportContext
  public let rows: [Row]

  public struct Row: Sendable {
    public let quantity: Quantity
    /// Without what marks a draw.
    public let name: String
    /// It is what a parameter came to, not what a formula gave.
    public let isDraw: Bool
    /// One for each quarter from the quantity's first on, or one.
    public let values: [Double]

    /// The value in quarter t = 1 …; nil where the quantity has none.
    func value(_ t: Int) -> Double? {
      let place = t - quantity.firstQuarter
      return quantity.isByQuarter && values.indices.contains(place) ? values[place] : nil
    }
  }

  public init(
    trial: Int, seed: UInt64, values: [(quantity: Quantity, values: [Double])],
    context: ReportContext
  ) {
    self.trial = trial
    self.seed = seed
    self.context = context
    let prefix = Model.drawnPrefix
    rows = values.map { quantity, values in
      let isDraw = quantity.name.hasPrefix(prefix)
      return Row(
        quantity: quantity,
        name: isDraw ? String(quantity.name.dropFirst(prefix.count)) : quantity.name,
        isDraw: isDraw, values: values)
    }
  }
}

/// One trial as CSV, a value a row: `quantity,unit,period,fiscal,value,label`; draws are marked
/// `drawn` in `kind`. Full precision; fractions; what is NaN or infinite is empty.
public struct WorldCSV: Sendable {
  let world: WorldRows

  public init(_ world: WorldRows) { self.world = world }

  public static let header = "quantity,kind,unit,period,fiscal,value,label"

  public var text: String {
    var text = WorldCSV.header + "\n"
    for row in world.rows {
      let kind = row.isDraw ? "drawn" : "computed"
      for (place, value) in row.values.enumerated() {
        let t = row.quantity.firstQuarter + place
        let isByQuarter = row.quantity.isByQuarter
        let isQuarter = row.quantity.style == .quarter
        let cells = [
          CSVText.text(row.name), kind, CSVText.text(row.quantity.unit.description),
          isByQuarter ? world.context.calendar(t).description : "",
          isByQuarter ? world.context.fiscal(t).description : "", CSVText.number(value),
          isQuarter ? PeriodText.quarter(value, context: world.context) ?? "" : "",
        ]
        text += cells.joined(separator: ",") + "\n"
      }
    }
    return text
  }
}

/// One trial as a JSON object: `trial`, `seed`, `quantities`.
public struct WorldJSON: Sendable {
  let world: WorldRows

  public init(_ world: WorldRows) { self.world = world }

  public var text: String { object.written() + "\n" }

  var object: JSONValue {
    .object([
      ("scenario", .text(world.context.scenario)), ("trial", .whole(world.trial)),
      ("seed", .text(String(world.seed))), ("stream", .whole(world.context.streamVersion)),
      ("start", .text(world.context.start.description)),
      ("quantities", .array(world.rows.map(row))),
    ])
  }

  private func row(_ row: WorldRows.Row) -> JSONValue {
    let head: [(String, JSONValue)] = [
      ("name", .text(row.name)), ("kind", .text(row.isDraw ? "drawn" : "computed")),
      ("unit", .text(row.quantity.unit.description)),
    ]
    guard row.quantity.isByQuarter else {
      return .object(head + [("value", .number(row.values.first))])
    }
    let first = world.context.calendar(row.quantity.firstQuarter).description
    return .object(
      head + [("from", .text(first)), ("values", .array(row.values.map { .number($0) }))])
  }
}
