internal import CapexModel
internal import PathAlgebra

/// What follows `within`: `1bn CNY`, `0.5pp`, `1%`, `1% of the estimate`.
struct ToleranceReader {
  let quantity: Quantity

  func read(_ whole: Fragment) throws(Rejection) -> PrecisionTarget.Tolerance {
    let fragment = whole.trimmed
    let number = try DecimalNumber(
      startOf: fragment, accepted: .number(measure, within: .any, varying: []))
    let tolerance = try read(number, fragment)
    if case .absolute(let value) = tolerance, value > 0 { return tolerance }
    if case .relative(let value) = tolerance, value > 0 { return tolerance }
    throw fragment.rejected(.precision(.notPositive(text: fragment.text)))
  }

  private func read(
    _ number: DecimalNumber, _ fragment: Fragment
  ) throws(Rejection) -> PrecisionTarget.Tolerance {
    let unit = number.rest.text
    let text = fragment.text
    // As the reports print it: 0.02 CNY/USD, 1 CNY bn.
    if !unit.isEmpty, quantity.unit != .none,
      (try? PathAlgebra.Unit(reading: unit)) == quantity.unit
    {
      return .absolute(try number.value(shift: 0, in: fragment))
    }
    if unit.hasPrefix("%") { return try share(number, fragment) }
    if isShare {
      guard let shift = ["": 0, "pp": -2, "bp": -4][unit] else { throw unknown(fragment) }
      return .absolute(try number.value(shift: shift, in: fragment))
    }
    guard let found = UnitTable.unit(unit, for: measure) else { throw unknown(fragment) }
    let value = try number.value(shift: found.shift, in: fragment)
    guard measure == .money else { return .absolute(value) }
    guard let currency = found.currency else {
      let scaled = unit.isEmpty ? "\(text)bn" : text
      throw fragment.rejected(
        .precision(.noCurrency(text: text, mend: "\(scaled) \(self.currency)")))
    }
    guard currency == self.currency else {
      throw fragment.rejected(
        .precision(
          .otherCurrency(
            text: text, currency: currency, quantity: quantity.name, unit: self.currency)))
    }
    return .absolute(value)
  }

  /// `1%`, and `1% of the estimate` where one per cent could be a percentage point.
  private func share(
    _ number: DecimalNumber, _ fragment: Fragment
  ) throws(Rejection) -> PrecisionTarget.Tolerance {
    let words = number.rest.text.dropFirst().split(separator: " ").joined(separator: " ")
    guard ["", "of estimate", "of the estimate"].contains(words) else { throw unknown(fragment) }
    if quantity.style == .quarter {
      throw fragment.rejected(
        .precision(.relativeQuarter(text: fragment.text, quantity: quantity.name)))
    }
    if words.isEmpty && isShare {
      let points = fragment.text.replacing("%", with: "").trimmingSpaces + "pp"
      let difference =
        quantity.style == .ratio ? "\(try number.value(shift: -2, in: fragment))" : nil
      throw fragment.rejected(
        .precision(
          .ambiguousPercent(
            text: fragment.text, quantity: quantity.name, points: points, difference: difference)))
    }
    return .relative(try number.value(shift: -2, in: fragment))
  }

  private func unknown(_ fragment: Fragment) -> Rejection {
    fragment.rejected(
      .precision(.unknownUnit(text: fragment.text, quantity: quantity.name, form: form)))
  }

  /// A fraction that people read as a percentage.
  var isShare: Bool { [.percentage, .condition, .ratio].contains(quantity.style) }

  private var currency: String { String(quantity.unit.description.prefix(3)) }

  private var measure: AssumptionKey.Measure {
    switch quantity.style {
    case .percentage, .condition, .ratio: .fraction
    case .exchangeRate: .exchangeRate
    case .quarter: .quarters
    case .count: .plain
    case .amount:
      quantity.unit.description.hasSuffix(" bn")
        ? .money : quantity.unit.description == "million users" ? .people : .plain
    }
  }

  /// What a tolerance of this quantity looks like.
  private var form: String {
    if quantity.style == .ratio { return "0.005 or 1% of the estimate" }
    if isShare { return "0.5pp, 0.005 or 1% of the estimate" }
    switch measure {
    case .money: return "1bn \(currency), 500mn \(currency) or 1%"
    case .people: return "1m or 1%"
    case .quarters: return "1 quarter"
    default:
      let unit = quantity.unit.description
      return "a number such as 0.02\(unit.isEmpty ? "" : " \(unit)"), or 1%"
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String { split(separator: " ").joined(separator: " ") }
}
