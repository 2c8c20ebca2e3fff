internal import CapexModel

extension SeedTable {
  /// A row of a table of figures with its cells.
  struct Figure {
    let row: Row
    let period: Fragment
    let item: Cell
    let unit: Cell
    let number: Number
  }

  /// The rows of a table with the columns `period`, `item`, `value` and `unit`.
  ///
  /// - Parameter reference: Where the table is named.
  func figures(namedBy reference: Fragment) throws(Rejection) -> [Figure] {
    let columns = try ["item", "period", "unit"].map { (column) throws(Rejection) in
      try position(of: column, namedBy: reference)
    }
    for row in rows {
      let cell = row.cells[columns[0]]
      let text = cell.fragment.text
      let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
      if let known = ActualsTable.Item(rawValue: plain)?.rawValue, known != text {
        throw cell.fragment.rejected(.table(.observation(.nearlyKnown(item: text, known: known))))
      }
    }
    return zip(rows, try numbers(in: "value", namedBy: reference)).map { row, number in
      Figure(
        row: row, period: row.cells[columns[1]].fragment, item: row.cells[columns[0]],
        unit: row.cells[columns[2]], number: number)
    }
  }

  /// The column `meaning`, when it says that values are averages.
  func averaged(_ row: Row) -> String? {
    text("meaning", in: row).flatMap { $0.lowercased().contains("average") ? $0 : nil }
  }
}

/// Figures of an item stand in the order of time, and there is one for each period; also in several
/// tables.
struct FigureOrder {
  private var last: [String: (file: String, text: String, period: HistoryPeriod)] = [:]
  private var seen: [String: (file: String, line: Int)] = [:]

  mutating func take(
    _ figure: SeedTable.Figure, _ period: HistoryPeriod, in file: String
  ) throws(Rejection) {
    let item = figure.item.fragment.text
    let text = figure.period.text
    // Two names of one quantity are one figure.
    let quantity = ObservedItem.quantity(item)
    if let last = last[item], last.file == file {
      // Quarters may be written in two ways, months and days in one.
      let isEarlier =
        period.quarter != last.period.quarter
        ? period.quarter < last.period.quarter : text.count == last.text.count && text < last.text
      if isEarlier {
        throw figure.period.rejected(.table(.notAscending(period: text, after: last.text)))
      }
    }
    last[item] = (file, text, period)
    let name = Quarter(text).map { "\($0)" } ?? text
    if let first = seen.updateValue((file, figure.row.line), forKey: "\(name) \(quantity)") {
      throw figure.item.fragment.rejected(
        .table(
          .observation(
            .twice(
              item: item, period: text,
              before: first.file == file
                ? "line \(first.line)" : "\(first.file), line \(first.line),"))))
    }
  }
}
