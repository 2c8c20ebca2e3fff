/// What a quantity is measured in: a product of powers of names.
///
/// Names are compared, never converted: adding or comparing different units is an error, and
/// multiplying and dividing combine them. A scale is a name too, so that `CNY/kWh` times `bn kWh`
/// is `CNY bn` and `CNY/kWh` times `kWh` is not. Amounts of the model are in `CNY bn`.
public struct Unit: Hashable, Sendable, CustomStringConvertible {
  /// Names with their powers, sorted by name, none with power zero.
  private let factors: [Factor]

  private struct Factor: Hashable, Sendable {
    let base: String
    let power: Int
  }

  init(_ powers: [String: Int]) {
    factors = powers.filter { $0.value != 0 }.map { Factor(base: $0.key, power: $0.value) }
      .sorted { $0.base < $1.base }
  }

  /// A pure number.
  public static let none = Unit([:])

  /// Billions of a currency, by its three-letter code.
  public static func currency(_ code: String) -> Unit { Unit([code: 1, "bn": 1]) }

  /// Any other unit by its name, with a scale such as `million`.
  public static func scaled(_ scale: String, _ name: String) -> Unit { Unit([scale: 1, name: 1]) }

  /// `quote` per `base`, as exchange rates are quoted.
  public static func rate(_ quote: String, per base: String) -> Unit { Unit([quote: 1, base: -1]) }

  public static func * (a: Unit, b: Unit) -> Unit { Unit(combine(a, b, sign: 1)) }
  public static func / (a: Unit, b: Unit) -> Unit { Unit(combine(a, b, sign: -1)) }

  func raised(to power: Int) -> Unit {
    Unit(Dictionary(uniqueKeysWithValues: factors.map { ($0.base, $0.power * power) }))
  }

  private static func combine(_ a: Unit, _ b: Unit, sign: Int) -> [String: Int] {
    var powers = Dictionary(uniqueKeysWithValues: a.factors.map { ($0.base, $0.power) })
    for factor in b.factors { powers[factor.base, default: 0] += sign * factor.power }
    return powers
  }

  /// `CNY bn`, `CNY/USD`, `bn kWh`, `CNY/(kWh·h)`; empty for a pure number. `init(reading:)` reads
  /// it back.
  public var description: String {
    let below = factors.filter { $0.power < 0 }.map { Factor(base: $0.base, power: -$0.power) }
    let above = Unit.text(factors.filter { $0.power > 0 })
    guard !below.isEmpty else { return above }
    return (above.isEmpty ? "1" : above) + "/"
      + (below.count > 1 ? "(\(Unit.text(below)))" : Unit.text(below))
  }

  /// One currency over another.
  var isExchangeRate: Bool {
    factors.count == 2 && factors.allSatisfy { Unit.isCurrency($0.base) && abs($0.power) == 1 }
      && factors[0].power == -factors[1].power
  }

  /// A scale follows a currency and precedes anything else.
  private static func text(_ factors: [Factor]) -> String {
    func text(_ factor: Factor) -> String {
      factor.power == 1 ? factor.base : "\(factor.base)^\(factor.power)"
    }
    let money = factors.filter { isCurrency($0.base) }.map(text).joined(separator: "·")
    let scale = factors.filter { scales.contains($0.base) }.map(text).joined(separator: " ")
    let rest = factors.filter { !isCurrency($0.base) && !scales.contains($0.base) }.map(text)
      .joined(separator: "·")
    let amount = [money, scale].filter { !$0.isEmpty }.joined(separator: " ")
    return [amount, rest].filter { !$0.isEmpty }.joined(separator: money.isEmpty ? " " : "·")
  }

  private static let scales = ["bn", "k", "million", "mn", "thousand", "tn"]

  static func isCurrency(_ name: String) -> Bool {
    name.utf8.count == 3 && name.utf8.allSatisfy { (0x41...0x5a).contains($0) }
  }
}
