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
    let figures = try figures(namedBy: reference)
    if figures.isEmpty { throw reference.rejected(.table(.noRows)) }
    var order = FigureOrder()
    return ActualsTable(
      file: reference.text,
      rows: try Rejection.gather(figures) { (figure) throws(Rejection) in
        guard let quarter = Quarter(figure.period.text),
          let period = HistoryPeriod(figure.period.text)
        else { throw figure.period.rejected(.table(.quarterExpected(figure.period.text))) }
        try order.take(figure, period, in: name)
        let item = figure.item.fragment.text
        return ActualsTable.Row(
          line: figure.row.line, identifier: text("id", in: figure.row), quarter: quarter,
          item: item,
          value: try value(
            figure.number, of: ActualsTable.Item(rawValue: item), in: figure.unit.fragment,
            currency: currency))
      })
  }

  /// In billions, for an item that the model takes; other figures are not read any closer.
  private func value(
    _ number: Number, of item: ActualsTable.Item?, in unit: Fragment, currency: String
  ) throws(Rejection) -> Double {
    guard let item else { return number.value }
    let measure = ObservedItem.measure(unit.text)
    guard let found = measure.currency else {
      throw unit.rejected(.table(.moneyExpected(item: item.rawValue, unit: unit.text)))
    }
    guard found == currency else {
      throw unit.rejected(.table(.otherCurrency(found, scenario: currency)))
    }
    let billions = number.value / measure.divisor
    let text = number.cell.fragment
    guard item == .capex ? billions >= 0 : billions > 0 else {
      throw text.rejected(
        .table(.amountTooLow(item: item.rawValue, text: text.text, allowsZero: item == .capex)))
    }
    guard billions <= ActualsTable.mostBillions else {
      throw text.rejected(
        .table(.amountTooHigh(item: item.rawValue, text: text.text, billions: billions)))
    }
    let millions = billions * 1000
    if item == .capex, abs(millions - millions.rounded()) > 1e-6 {
      throw text.rejected(.table(.notWholeMillions(item: item.rawValue, text: text.text)))
    }
    return billions
  }
}
