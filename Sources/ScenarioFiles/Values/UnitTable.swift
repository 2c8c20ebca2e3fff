internal import CapexModel

/// The units that a measure may be written in. `shift` is the power of ten from the written
/// number to the number inside: billions, fractions, millions of people.
struct Unit {
  let shift: Int
  /// For amounts of money.
  var currency: String?
}

enum UnitTable {
  /// - Parameter text: What follows the number, without outer spaces.
  /// - Returns: nil for a unit that the measure does not have.
  static func unit(_ text: String, for measure: AssumptionKey.Measure) -> Unit? {
    switch measure {
    case .money: money(text)
    case .fraction, .growth, .named:
      ["": Unit(shift: 0), "%": Unit(shift: -2), "bp": Unit(shift: -4)][text]
    case .years: ["", "year", "years"].contains(text) ? Unit(shift: 0) : nil
    case .quarters: ["", "quarter", "quarters"].contains(text) ? Unit(shift: 0) : nil
    case .people: people[text].map { Unit(shift: $0) }
    case .exchangeRate, .perYear, .plain: text.isEmpty ? Unit(shift: 0) : nil
    }
  }

  /// Scales of money against a billion, longest names first.
  private static let scales: [(name: String, shift: Int)] = [
    ("trillion", 3), ("billion", 0), ("million", -3), ("万亿", 3), ("百万", -3), ("tn", 3),
    ("bn", 0), ("mn", -3), ("m", -3), ("亿", -1), ("万", -5),
  ]

  private static let currencies = [
    "CNY": "CNY", "RMB": "CNY", "元": "CNY", "人民币": "CNY", "yuan": "CNY", "USD": "USD",
    "美元": "USD",
  ]

  /// `bn CNY`, `亿元`, `亿`; a Chinese scale alone means yuan.
  static func money(_ text: String) -> Unit? {
    guard let scale = scales.first(where: { text.hasPrefix($0.name) }) else {
      return text.isEmpty ? Unit(shift: 0) : currencies[text].map { Unit(shift: -9, currency: $0) }
    }
    let rest = text.dropFirst(scale.name.count).drop { $0 == " " }
    if rest.isEmpty {
      let isChinese = scale.name.unicodeScalars.contains { !$0.isASCII }
      return Unit(shift: scale.shift, currency: isChinese ? "CNY" : nil)
    }
    guard let currency = currencies[String(rest)] else { return nil }
    return Unit(shift: scale.shift, currency: currency)
  }

  private static let people = [
    "": -6, "m": 0, "mn": 0, "million": 0, "k": -3, "thousand": -3, "bn": 3, "billion": 3,
    "亿": 2, "万": -2, "亿人": 2, "万人": -2,
  ]
}
