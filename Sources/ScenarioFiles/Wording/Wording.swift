internal import CapexModel

/// Numbers and lists in sentences.
package enum Wording {
  /// A double as people write it: 380, 0.041.
  static func number(_ x: Double) -> String {
    if x == .infinity { return "infinity" }
    if x == -.infinity { return "-infinity" }
    if x == x.rounded(), x.magnitude < 1e15, let whole = Int(exactly: x) { return "\(whole)" }
    return "\(x)"
  }

  /// With a number of significant digits at most.
  static func significant(_ x: Double, digits: Int) -> String {
    guard x != 0, x.isFinite else { return number(x) }
    var scale = 1.0
    var held = x.magnitude
    var places = digits - 1
    while held >= 10 {
      held /= 10
      places -= 1
    }
    while held < 1 {
      held *= 10
      places += 1
    }
    guard places > 0, places < 15 else { return number(x.rounded()) }
    for _ in 0..<places { scale *= 10 }
    return number((x * scale).rounded() / scale)
  }

  /// A fraction as a percentage: `4.1%`, with a space before the sign from 100 % on in prose is
  /// left to the caller.
  static func percent(_ x: Double) -> String { significant(x * 100, digits: 12) }

  /// A number in the measure of its key.
  static func quantity(_ x: Double, _ measure: AssumptionKey.Measure) -> String {
    switch measure {
    case .fraction, .growth: x == 0 || x.isInfinite ? number(x) : percent(x) + "%"
    case .money: x == 0 || x.isInfinite ? number(x) : number(x) + "bn"
    case .people: x == 0 || x.isInfinite ? number(x) : number(x) + "m"
    case .years: number(x) + (x == 1 ? " year" : " years")
    case .quarters: number(x) + (x == 1 ? " quarter" : " quarters")
    case .exchangeRate, .perYear, .plain, .named: number(x)
    }
  }

  /// `above 0 and at most 100%`.
  static func limits(
    _ limits: AssumptionKey.Limits, _ measure: AssumptionKey.Measure
  ) -> String {
    let low = lowLimit(limits, measure)
    let high = highLimit(limits, measure)
    if limits.low == -.infinity { return limits.high == .infinity ? "any number" : high }
    if limits.high == .infinity { return low }
    if !limits.excludesLow && !limits.excludesHigh {
      return "between \(quantity(limits.low, measure)) and \(quantity(limits.high, measure))"
    }
    return "\(low) and \(high)"
  }

  static func lowLimit(
    _ limits: AssumptionKey.Limits, _ measure: AssumptionKey.Measure
  ) -> String {
    (limits.excludesLow ? "above " : "at least ") + quantity(limits.low, measure)
  }

  static func highLimit(
    _ limits: AssumptionKey.Limits, _ measure: AssumptionKey.Measure
  ) -> String {
    (limits.excludesHigh ? "below " : "at most ") + quantity(limits.high, measure)
  }

  /// `a, b or c`.
  static func either(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  /// Text of the user, safe to show and not too long.
  static func quoted(_ text: String) -> String {
    let shown = Diagnostic.escaped(text)
    return shown.count > 60 ? String(shown.prefix(57)) + "…" : shown
  }

  static func count(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)" + (number == 1 ? "" : "s")
  }

  static func atTop(_ section: String) -> String {
    section.isEmpty ? "at the top" : "in `\(section)`"
  }
}
