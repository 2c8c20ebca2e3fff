internal import CapexModel

extension SeedTable {
  /// The figures of quarters: columns `period`, `item`, `value` and `unit`, in the order of time.
  ///
  /// - Parameters:
  ///   - reference: Where the scenario names the file.
  ///   - currency: Of the scenario; figures in another one contradict it.
  /// - Throws: Periods that are no quarters, go back or repeat for an item; values that are no
  ///   numbers, or that the item cannot have; no row at all. Held by `ActualsFileTests`.
  func actuals(namedBy reference: Fragment, currency: String) throws(Rejection) -> ActualsTable {
    let columns = try ["period", "item", "unit"].map { (column) throws(Rejection) in
      try position(of: column, namedBy: reference)
    }
    let numbers = try numbers(in: "value", namedBy: reference)
    if rows.isEmpty { throw reference.rejected(.table(.noRows)) }
    var order = RowOrder()
    return ActualsTable(
      file: reference.text,
      rows: try Rejection.gather(Array(zip(rows, numbers))) { (row, number) throws(Rejection) in
        let period = row.cells[columns[0]]
        guard let quarter = Quarter(period.fragment.text) else {
          throw period.fragment.rejected(.table(.quarterExpected(period.fragment.text)))
        }
        let item = row.cells[columns[1]].fragment.text
        try order.take(quarter, item, at: period.fragment, line: row.line)
        return ActualsTable.Row(
          line: row.line, identifier: text("id", in: row), quarter: quarter, item: item,
          value: try value(
            number, of: ActualsTable.Item(rawValue: item), in: row.cells[columns[2]].fragment,
            currency: currency))
      })
  }

  /// In billions, for an item that the model takes; other figures are not read any closer.
  private func value(
    _ number: Number, of item: ActualsTable.Item?, in unit: Fragment, currency: String
  ) throws(Rejection) -> Double {
    guard let item else { return number.value }
    let words = unit.text.split(separator: " ").map(String.init)
    guard words.count == 2, ["mn", "bn"].contains(words[0]) else {
      throw unit.rejected(.table(.moneyExpected(item: item.rawValue, unit: unit.text)))
    }
    guard words[1] == currency else {
      throw unit.rejected(.table(.otherCurrency(words[1], scenario: currency)))
    }
    let billions = words[0] == "mn" ? number.value / 1000 : number.value
    let text = number.cell.fragment
    guard item == .capex ? billions >= 0 : billions > 0 else {
      throw text.rejected(
        .table(.amountTooLow(item: item.rawValue, text: text.text, allowsZero: item == .capex)))
    }
    let millions = billions * 1000
    if item == .capex, abs(millions - millions.rounded()) > 1e-6 {
      throw text.rejected(.table(.notWholeMillions(item: item.rawValue, text: text.text)))
    }
    return billions
  }

  /// Rows ascend, and an item has one figure a quarter.
  private struct RowOrder {
    private var last: Quarter?
    private var lines: [String: Int] = [:]

    mutating func take(
      _ quarter: Quarter, _ item: String, at place: Fragment, line: Int
    ) throws(Rejection) {
      if let last, quarter < last {
        throw place.rejected(.table(.notAscending(period: "\(quarter)", after: "\(last)")))
      }
      last = quarter
      if let first = lines.updateValue(line, forKey: "\(quarter) \(item)") {
        throw place.rejected(
          .table(.repeatedQuarter(item: item, quarter: "\(quarter)", firstLine: first)))
      }
    }
  }
}
