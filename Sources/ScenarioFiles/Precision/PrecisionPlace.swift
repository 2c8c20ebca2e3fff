internal import CapexModel
internal import NumericalMethods
internal import PathAlgebra

/// A quantity and one of its quarters, by their names in a flag.
struct PrecisionPlace {
  let quantity: Quantity
  /// Among the program's quantities.
  let index: Int
  /// Among the quantity's own quarters, from 0; 0 for a number once a trial.
  let position: Int

  init(
    name: Fragment, period: Fragment?, quantities: [Quantity], scenario: Scenario
  ) throws(Rejection) {
    let base = quantities.firstIndex { $0.name == name.text }
    // `capex FY2027` is the quantity `capex.FY2027`.
    if let period, PrecisionPlace.isYear(period.text),
      let index = quantities.firstIndex(where: { $0.name == "\(name.text).\(period.text)" })
    {
      self.init(quantity: quantities[index], index: index, position: 0)
      return
    }
    guard let base else {
      let known = quantities.map(\.name)
      throw name.rejected(
        .precision(
          .unknownQuantity(
            name: name.text, nearest: Spelling.nearest(to: name.text, among: known), known: known)))
    }
    let quantity = quantities[base]
    guard quantity.isByQuarter else {
      if let period {
        throw period.rejected(
          .precision(.periodNotTaken(quantity: quantity.name, text: period.text)))
      }
      self.init(quantity: quantity, index: base, position: 0)
      return
    }
    let position = try PrecisionPlace.position(
      of: quantity, period: period, name: name, scenario: scenario)
    self.init(quantity: quantity, index: base, position: position)
  }

  private init(quantity: Quantity, index: Int, position: Int) {
    self.quantity = quantity
    self.index = index
    self.position = position
  }

  private static func position(
    of quantity: Quantity, period: Fragment?, name: Fragment, scenario: Scenario
  ) throws(Rejection) -> Int {
    let first = scenario.quarter(quantity.firstQuarter)
    let last = scenario.quarter(scenario.quarters)
    guard let period else {
      throw name.rejected(
        .precision(.noPeriod(quantity: quantity.name, example: first.description)))
    }
    let text = period.text
    if isYear(text) {
      throw period.rejected(
        .precision(
          .noFiscalYear(quantity: quantity.name, year: text, example: first.description)))
    }
    guard let quarter = Quarter(text, fiscalYearEnd: scenario.fiscalYearEnd) else {
      throw period.rejected(.precision(.notAPeriod(text: text, example: first.description)))
    }
    guard first <= quarter, quarter <= last else {
      throw period.rejected(
        .precision(
          .periodOutside(text: text, first: first.description, last: last.description)))
    }
    return first.distance(to: quarter)
  }

  /// `FY2027`.
  private static func isYear(_ text: String) -> Bool {
    text.hasPrefix("FY") && text.utf8.count == 6 && text.dropFirst(2).allSatisfy(\.isNumber)
  }
}
