internal import CapexModel

/// One number in the measure of its key.
struct QuantityReader {
  let keyed: KeyedPath
  let measure: AssumptionKey.Measure
  let limits: AssumptionKey.Limits
  let context: ValueContext

  /// A number within the key's limits.
  func read(_ fragment: Fragment) throws(Rejection) -> Double {
    let value = try readUnlimited(fragment, isParameter: false)
    if measure == .exchangeRate { try refuseInverted(value, fragment) }
    guard limits.contains(value) else { throw outside(value, fragment) }
    return value
  }

  /// A number in the measure, whatever its size: a parameter of a distribution.
  func readUnlimited(
    _ whole: Fragment, isParameter: Bool = true
  ) throws(Rejection) -> Double {
    let fragment = whole.trimmed
    let number = try DecimalNumber(startOf: fragment, accepted: keyed.kind)
    let unitText = number.rest.text
    guard let unit = UnitTable.unit(unitText, for: measure) else {
      throw unknownUnit(number, fragment)
    }
    let value = try number.value(shift: unit.shift, in: fragment)
    switch measure {
    case .money:
      try checkCurrency(unit, value: value, number: number, fragment)
    case .fraction, .growth:
      if unitText.isEmpty && value.magnitude > 2 {
        throw percentMeant(value, fragment, isParameter: isParameter)
      }
    default: break
    }
    return value
  }

  /// 25 for 25%: of the two readings those that lie within the limits are offered.
  /// Limits hold for the value of a key, not for the parameters of its distribution.
  private func percentMeant(
    _ value: Double, _ fragment: Fragment, isParameter: Bool
  ) -> Rejection {
    let text = fragment.text
    let percent = Wording.percent(value)
    var mends: [String] = []
    if limits.contains(value / 100) { mends.append(text + "%") }
    if limits.contains(value) { mends.append(percent + "%") }
    if mends.isEmpty {
      guard isParameter else { return outside(value, fragment) }
      mends = [text + "%"]
    }
    return fragment.rejected(
      .value(.percentMeant(text: text, percent: percent, mends: mends)))
  }

  private func unknownUnit(_ number: DecimalNumber, _ fragment: Fragment) -> Rejection {
    let unit = number.rest.text
    let place = number.rest
    let accepted = keyed.kind
    let isUnit = unit.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "%" }
    if isUnit != true {
      return fragment.rejected(.value(.notANumber(text: fragment.text, accepted: accepted)))
    }
    return place.rejected(.value(.unitUnknown(unit: unit, accepted: accepted)))
  }

  private func checkCurrency(
    _ unit: Unit, value: Double, number: DecimalNumber, _ fragment: Fragment
  ) throws(Rejection) {
    let text = fragment.text
    guard let currency = unit.currency else {
      let scaled = number.rest.isEmpty ? "\(text)bn" : text
      throw fragment.rejected(
        .value(.unitMissing(text: text, mend: "\(scaled) \(context.currency)")))
    }
    if currency != context.currency {
      let mend = context.converted(value, from: currency).map {
        "\(Wording.significant($0, digits: 6))bn \(context.currency)"
      }
      throw fragment.rejected(
        .value(
          .otherCurrency(
            text: text, currency: currency, scenario: context.currency, mend: mend)))
    }
  }

  /// 0.138 for usdcny: the pairs whose size is known are those of the yuan with the dollar, the
  /// euro and the pound.
  private func refuseInverted(_ value: Double, _ fragment: Fragment) throws(Rejection) {
    let parts = keyed.path.split(separator: ".")
    guard parts.count > 1, value > 0 else { return }
    let isInverted =
      switch parts[1] {
      case "usdcny", "eurcny", "gbpcny": value < 1
      case "cnyusd", "cnyeur", "cnygbp": value > 1
      default: false
      }
    if isInverted {
      throw fragment.rejected(
        .value(
          .invertedQuote(text: fragment.text, inverse: Wording.significant(1 / value, digits: 4))))
    }
  }

  private func outside(_ value: Double, _ whole: Fragment) -> Rejection {
    let fragment = whole.trimmed
    let text = fragment.text
    let isLow = value <= limits.low
    var mend: String?
    if measure == .exchangeRate {
      // A sign is no part of a rate: what stands behind it is a guess.
      if keyed.path.hasPrefix("fx.usdcny.") { mend = "a rate such as 7.2476" }
    } else if text.hasPrefix("-"), limits.low >= 0, limits.contains(-value) {
      mend = String(text.dropFirst())
    }
    return fragment.rejected(
      .value(
        .outsideLimits(
          name: keyed.name, text: text, measure: measure, limits: limits, isLow: isLow,
          isAnnual: keyed.meaning.hasPrefix("Annual"), mend: mend)))
  }
}
