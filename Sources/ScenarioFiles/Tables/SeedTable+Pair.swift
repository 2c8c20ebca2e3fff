internal import CapexModel

extension SeedTable {
  /// No pair moves this many times over from one row to the next; a slipped point is ten.
  static let leap = 5.0

  static func isLeap(from before: Double, to after: Double) -> Bool {
    let factor = after / before
    return factor > leap || factor < 1 / leap
  }

  /// Refuses a rate that says that it is of another pair, and one that leaps.
  ///
  /// - Parameters:
  ///   - numbers: one a row.
  ///   - pair: six small letters.
  /// - Throws: an `item` or a `unit` of something else than the pair; a rate more than five times
  ///   the one before, or less than a fifth of it. Held by `PairTests`.
  func check(_ numbers: [Number], of pair: String) throws(Rejection) {
    let names = PairNames(pair)
    let item = columns.firstIndex(of: "item")
    let unit = columns.firstIndex(of: "unit")
    for row in rows {
      if let item, let text = row.cells[item].text, names.contradicted(byItem: text) {
        throw row.cells[item].fragment.rejected(.table(.otherPair(text, wanted: names.item)))
      }
      if let unit, let text = row.cells[unit].text, names.contradicted(byUnit: text) {
        throw row.cells[unit].fragment.rejected(.table(.otherPair(text, wanted: names.unit)))
      }
    }
    for (before, number) in zip(numbers, numbers.dropFirst())
    where SeedTable.isLeap(from: before.value, to: number.value) {
      throw number.cell.fragment.rejected(
        .table(
          .rateLeaps(number.cell.fragment.text, after: before.cell.fragment.text)))
    }
  }
}

/// A pair of currencies as tables write it: `usdcny` is the item `USD/CNY` in `CNY per USD`.
struct PairNames {
  let item: String
  let unit: String
  private let pair: String

  /// - Parameter pair: six small letters.
  init(_ pair: String) {
    let base = pair.prefix(3).uppercased()
    let quote = pair.dropFirst(3).uppercased()
    self.pair = pair
    item = "\(base)/\(quote)"
    unit = "\(quote) per \(base)"
  }

  /// A word such as `rate` says nothing of the pair.
  func contradicted(byItem text: String) -> Bool {
    let quantity = ObservedItem.quantity(text.uppercased())
    return ObservedItem.isPositive(quantity) && quantity != "fx.\(pair)"
      || ActualsTable.Item(rawValue: text) != nil
  }

  /// A word such as `yuan` says nothing of the pair.
  func contradicted(byUnit text: String) -> Bool {
    let measure = ObservedItem.measure(text)
    let isRate = ObservedItem.quantity(measure.unit).hasPrefix("fx.")
    return text == "%" || measure.currency != nil
      || isRate && measure.unit != ObservedItem.measure(unit).unit
  }
}
