internal import NumericalMethods

/// How the value of a formula is to be read: a condition, a count, a quarter, a percentage, or just
/// a number.
extension Linker {
  /// Amounts and ratios follow from the unit.
  static func telling(_ style: ValueStyle) -> ValueStyle? {
    switch style {
    case .amount, .ratio, .exchangeRate: nil
    case .percentage, .count, .quarter, .condition: style
    }
  }

  /// The style of a quantity whose formula tells no other.
  static func style(of unit: Unit) -> ValueStyle {
    unit == .none ? .ratio : unit.isExchangeRate ? .exchangeRate : .amount
  }

  /// Of a sum or difference: percentages stay percentages.
  static func sum(_ a: Typed, _ b: Typed) -> ValueStyle? {
    let styles = [a.style, b.style]
    guard styles.contains(.percentage) else { return nil }
    return styles.allSatisfy { $0 == nil || $0 == .percentage } ? .percentage : nil
  }

  /// Of a value that is one of two.
  static func either(_ a: Typed, _ b: Typed) -> ValueStyle? {
    if a.style == b.style { return a.style }
    for (style, other) in [(a.style, b), (b.style, a)] where other.style == nil {
      guard let style, case .constant(let value) = other.term else { continue }
      switch style {
      case .condition where value == 0 || value == 1, .count where value == value.rounded(),
        .percentage:
        return style
      default: break
      }
    }
    // Quarters that a count takes never to end.
    if case .constant(.infinity) = a.term, b.style == .count { return .count }
    if case .constant(.infinity) = b.term, a.style == .count { return .count }
    return nil
  }

  static func reduced(_ reduction: Term.Reduction, _ style: ValueStyle?) -> ValueStyle? {
    switch reduction {
    case .count: return .count
    case .first: return .quarter
    case .minimum, .maximum, .last: return style
    case .mean: return style == .condition || style == .percentage ? .percentage : nil
    case .sum: return style == .condition || style == .count ? .count : nil
    }
  }

  /// A condition; its value is 0 or 1.
  func condition(_ typed: Typed, _ operation: String, column: Int) throws(FormulaError) -> Typed {
    guard typed.style == .condition else {
      // What is not resolved yet may turn out to be one.
      guard typed.unit == nil else {
        throw .needsCondition(operation: operation, column: column)
      }
      if case .constant = typed.term {
        throw .needsCondition(operation: operation, column: column)
      }
      var open = typed
      open.style = .condition
      return open
    }
    return typed
  }
}
