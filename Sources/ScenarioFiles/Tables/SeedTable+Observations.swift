internal import CapexModel

extension SeedTable {
  /// The first line, to which mistakes of the table as a whole point.
  var header: Fragment {
    Fragment(scalars: source.line(1)[...], start: source.span(line: 1, column: 1), isExact: true)
  }

  /// The rows of one item.
  func only(_ item: String) throws(Rejection) -> SeedTable {
    let index = try position(of: "item", namedBy: header)
    let own = rows.filter { $0.cells[index].text == item }
    guard !own.isEmpty else {
      var items: [String] = []
      for text in rows.compactMap({ $0.cells[index].text }) where !items.contains(text) {
        items.append(text)
      }
      throw header.rejected(.table(.observation(.noItem(item, items: items))))
    }
    return SeedTable(name: name, columns: columns, rows: own, source: source)
  }

  /// Every row as a figure of an item, with its cells `item` and `unit`.
  func observations() throws(Rejection) -> (
    rows: [Observations.Row], places: [(item: Fragment, unit: Fragment)]
  ) {
    let item = try position(of: "item", namedBy: header)
    let period = try position(of: "period", namedBy: header)
    let unit = try position(of: "unit", namedBy: header)
    let numbers = try numbers(in: "value", namedBy: header)
    var last: [String: String] = [:]
    let found = try Rejection.gather(Array(zip(rows, numbers))) { (pair) throws(Rejection) in
      let (row, number) = pair
      guard let name = row.cells[item].text else {
        throw row.cells[item].fragment.rejected(.table(.missingCell(column: "item")))
      }
      let time = row.cells[period].fragment
      let before = last[name]
      // Periods of one form stand in the order of their texts.
      guard let parsed = HistoryPeriod(time.text),
        before.map(\.count) ?? time.text.count == time.text.count
      else { throw time.rejected(.table(.unknownPeriod(time.text))) }
      if let before, time.text < before {
        throw time.rejected(.table(.notAscending(period: time.text, after: before)))
      }
      last[name] = time.text
      return try observation(
        row, item: name, period: (time.text, parsed), number: number,
        unit: row.cells[unit].text ?? "")
    }
    return (found, rows.map { ($0.cells[item].fragment, $0.cells[unit].fragment) })
  }

  private func observation(
    _ row: Row, item: String, period: (text: String, parsed: HistoryPeriod), number: Number,
    unit: String
  ) throws(Rejection) -> Observations.Row {
    let quantity = ObservedItem.quantity(item)
    let measure = ObservedItem.measure(unit)
    if ObservedItem.isPositive(quantity), number.value <= 0 {
      throw number.cell.fragment.rejected(
        .table(.observation(.notPositive(item: item, text: number.cell.fragment.text))))
    }
    return Observations.Row(
      file: name, line: row.line, period: period.text, quarter: period.parsed.quarter,
      endsQuarter: period.parsed.endsQuarter, item: item, quantity: quantity,
      value: number.value / measure.divisor, unit: measure.unit, identifier: text("id", in: row),
      averaged: text("meaning", in: row).flatMap {
        $0.lowercased().contains("average") ? $0 : nil
      })
  }
}

/// What items and units of tables are called in the model.
enum ObservedItem {
  private static let names = [
    "capital expenditure": "capex", "cloud revenue": "cloudRevenue",
    "group revenue": "groupRevenue",
  ]

  /// `fx.usdcny` for `USD/CNY`; an unknown item is a name of its own.
  static func quantity(_ item: String) -> String {
    if let name = names[item] { return name }
    let parts = item.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy(isCurrency)
      ? "fx." + parts.joined().lowercased() : item
  }

  static func isPositive(_ quantity: String) -> Bool {
    quantity.hasPrefix("fx.") || names.values.contains(quantity)
  }

  /// The model's unit, and by what a value is divided to be in it.
  static func measure(_ unit: String) -> (unit: String, divisor: Double) {
    let words = unit.split(separator: " ")
    if unit == "%" { return ("", 100) }
    if words.count == 2, ["mn", "bn"].contains(words[0]), isCurrency(words[1]) {
      return ("\(words[1]) bn", words[0] == "mn" ? 1000 : 1)
    }
    if words.count == 3, words[1] == "per", isCurrency(words[0]), isCurrency(words[2]) {
      return ("\(words[0])/\(words[2])", 1)
    }
    return (unit, 1)
  }

  private static func isCurrency(_ text: Substring) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
