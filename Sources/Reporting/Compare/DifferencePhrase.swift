internal import PathAlgebra
internal import RiskAnalysis

/// A real difference as part of a sentence: `mean total capex is 3.2 ± 0.1 bn CNY higher`.
struct DifferencePhrase {
  let quantity: Quantity
  /// What the page calls it.
  let name: String
  let difference: PairedDifference
  /// From a difference to what is shown.
  let scale: Double

  private var isMore: Bool { difference.value > 0 }
  private var mean: String { name.hasPrefix("mean ") ? name : "mean \(name)" }

  var text: String {
    let size = DifferenceText.magnitude(difference, scale: scale)
    switch quantity.style {
    case .condition:
      return "“\(name)” is \("\(size) points".unbroken) \(isMore ? "likelier" : "less likely")"
    case .quarter:
      return "“\(name)” comes \("\(size) quarters".unbroken) \(isMore ? "later" : "earlier")"
    case .count, .ratio:
      return "mean “\(name)” is \(size.unbroken) \(isMore ? "higher" : "lower")"
    case .percentage:
      return "mean “\(name)” is \("\(size) points".unbroken) \(isMore ? "higher" : "lower")"
    case .amount, .exchangeRate:
      let unit = DifferencePhrase.spoken(EscapedText.of(quantity.unit.description))
      return "\(mean) is \("\(size)\(unit)".unbroken) \(isMore ? "higher" : "lower")"
    }
  }

  /// Behind a number: `bn CNY` for `CNY bn`, as in the rest of the prose.
  private static func spoken(_ unit: String) -> String {
    let words = unit.split(separator: " ")
    if words.count == 2, words[1] == "bn" { return "bn \(words[0])" }
    return unit.isEmpty ? "" : " \(unit)"
  }
}
