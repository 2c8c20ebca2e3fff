/// What a quantity is measured in: a product of powers of base units.
///
/// `CNY` and `USD` amounts are in billions. Adding or comparing different units is an error;
/// multiplying and dividing combine them.
public struct Unit: Hashable, Sendable, CustomStringConvertible {
  /// Base units with their powers, sorted by name, none with power zero.
  private let factors: [Factor]

  private struct Factor: Hashable, Sendable {
    let base: String
    let power: Int
  }

  private init(_ powers: [String: Int]) {
    factors = powers.filter { $0.value != 0 }.map { Factor(base: $0.key, power: $0.value) }
      .sorted { $0.base < $1.base }
  }

  /// A pure number.
  public static let none = Unit([:])

  /// Billions of a currency, by its three-letter code.
  public static func currency(_ code: String) -> Unit { Unit([code: 1]) }

  /// Any other base unit, such as millions of users.
  public static func base(_ name: String) -> Unit { Unit([name: 1]) }

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

  /// `CNY bn`, `CNY/USD`, empty for a pure number.
  public var description: String {
    let above = factors.filter { $0.power > 0 }.map(Unit.text)
    let below = factors.filter { $0.power < 0 }.map {
      Unit.text(Factor(base: $0.base, power: -$0.power))
    }
    if below.isEmpty {
      let joined = above.joined(separator: "·")
      return above.count == 1 && isCurrency ? joined + " bn" : joined
    }
    return (above.isEmpty ? "1" : above.joined(separator: "·")) + "/" + below.joined(separator: "·")
  }

  private var isCurrency: Bool {
    guard let only = factors.first, factors.count == 1, only.power == 1 else { return false }
    return only.base.utf8.count == 3 && only.base.utf8.allSatisfy { (0x41...0x5a).contains($0) }
  }

  private static func text(_ factor: Factor) -> String {
    factor.power == 1 ? factor.base : "\(factor.base)^\(factor.power)"
  }
}
