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

  var hasSeveralItems: Bool {
    guard let index = columns.firstIndex(of: "item") else { return false }
    return Set(rows.map { $0.cells[index].text }).count > 1
  }

  /// Every row as a figure of an item, with its cells `item` and `unit`.
  ///
  /// - Parameter order: of the tables read before.
  func observations(_ order: inout FigureOrder) throws(Rejection) -> (
    rows: [Observations.Row], places: [(item: Fragment, unit: Fragment)]
  ) {
    let figures = try figures(namedBy: header)
    var forms: [String: Int] = [:]
    let found = try Rejection.gather(figures) { (figure) throws(Rejection) in
      guard let item = figure.item.text else {
        throw figure.item.fragment.rejected(.table(.missingCell(column: "item")))
      }
      let text = figure.period.text
      guard let period = HistoryPeriod(text), forms[item] ?? text.count == text.count else {
        throw figure.period.rejected(.table(.unknownPeriod(text)))
      }
      forms[item] = text.count
      try order.take(figure, period, in: name)
      return try observation(figure, item: item, period: period)
    }
    return (found, figures.map { ($0.item.fragment, $0.unit.fragment) })
  }

  private func observation(
    _ figure: Figure, item: String, period: HistoryPeriod
  ) throws(Rejection) -> Observations.Row {
    let quantity = ObservedItem.quantity(item)
    let measure = ObservedItem.measure(figure.unit.text ?? "")
    let number = figure.number
    if ObservedItem.isPositive(quantity), number.value <= 0 {
      throw number.cell.fragment.rejected(
        .table(.observation(.notPositive(item: item, text: number.cell.fragment.text))))
    }
    return Observations.Row(
      file: name, line: figure.row.line, period: figure.period.text, quarter: period.quarter,
      endsQuarter: period.endsQuarter, item: item, quantity: quantity,
      value: number.value / measure.divisor, unit: measure.unit,
      identifier: text("id", in: figure.row), averaged: averaged(figure.row))
  }
}

/// What items and units of tables are called in the model.
enum ObservedItem {
  /// `fx.usdcny` for `USD/CNY`; an unknown item is a name of its own.
  static func quantity(_ item: String) -> String {
    if let known = ActualsTable.Item(rawValue: item) { return known.quantity }
    let parts = item.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy(isCurrency)
      ? "fx." + parts.joined().lowercased() : item
  }

  static func isPositive(_ quantity: String) -> Bool {
    quantity.hasPrefix("fx.") || ActualsTable.Item.allCases.contains { $0.quantity == quantity }
  }

  /// The model's unit, by what a value is divided to be in it, and the currency of an amount.
  static func measure(_ unit: String) -> (unit: String, divisor: Double, currency: String?) {
    let words = unit.split(separator: " ")
    if unit == "%" { return ("", 100, nil) }
    if words.count == 2, ["mn", "bn"].contains(words[0]), isCurrency(words[1]) {
      return ("\(words[1]) bn", words[0] == "mn" ? 1000 : 1, String(words[1]))
    }
    if words.count == 3, words[1] == "per", isCurrency(words[0]), isCurrency(words[2]) {
      return ("\(words[0])/\(words[2])", 1, nil)
    }
    return (unit, 1, nil)
  }

  private static func isCurrency(_ text: Substring) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
