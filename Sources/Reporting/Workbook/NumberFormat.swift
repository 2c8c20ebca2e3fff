/// How a spreadsheet shows a number; what a cell holds has all its digits.
package struct NumberFormat: Sendable, Hashable {
  package let decimals: Int
  /// The cell holds a fraction.
  package var isPercentage = false

  /// As the page shows values of that style.
  init(_ style: ValueText) {
    decimals = style.most
    isPercentage = style.scale == 100
  }

  init(decimals: Int, isPercentage: Bool = false) {
    self.decimals = decimals
    self.isPercentage = isPercentage
  }

  /// Of a probability or a share of trials.
  static let share = NumberFormat(decimals: 2, isPercentage: true)

  /// For the ends of an interval, which lie close together, and for what whole numbers have on the
  /// mean.
  var finer: NumberFormat { NumberFormat(decimals: decimals + 2, isPercentage: isPercentage) }

  /// In the language of number formats: `#,##0.0`, `0.00%`.
  package var code: String {
    let places = decimals > 0 ? "." + String(repeating: "0", count: decimals) : ""
    return isPercentage ? "0\(places)%" : "#,##0\(places)"
  }
}
