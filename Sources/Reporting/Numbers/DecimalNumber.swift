/// A number as decimal digits: 0.d₁d₂d₃… · 10^`exponent`, from the shortest text that reads back
/// as the same double, so that what is rounded is what full precision would show.
///
/// Held by `DecimalNumberTests`.
struct DecimalNumber: Equatable {
  var isNegative: Bool
  /// 0 … 9 each, the first and the last not 0; empty for zero.
  var digits: [UInt8]
  var exponent: Int

  /// Nil for infinity and NaN.
  init?(_ x: Double) {
    guard x.isFinite else { return nil }
    isNegative = x.sign == .minus
    var digits: [UInt8] = []
    var point: Int?
    var power = 0
    let text = Array(x.magnitude.description.utf8)
    for (i, byte) in text.enumerated() {
      if byte == UInt8(ascii: ".") {
        point = digits.count
      } else if byte == UInt8(ascii: "e") {
        power = Int(String(decoding: text[(i + 1)...], as: UTF8.self)) ?? 0
        break
      } else {
        digits.append(byte - UInt8(ascii: "0"))
      }
    }
    exponent = (point ?? digits.count) + power
    self.digits = digits
    normalise()
  }

  private mutating func normalise() {
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    exponent -= leading
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty {
      exponent = 0
      isNegative = false
    }
  }

  /// Rounds to `decimals` places after the point, halves away from zero; negative places round to
  /// tens, hundreds ….
  func rounded(decimals: Int) -> DecimalNumber {
    let keep = exponent + decimals
    guard keep < digits.count else { return self }
    var result = self
    guard keep >= 0 else {
      result.digits = []
      result.normalise()
      return result
    }
    let roundsUp = digits[keep] >= 5
    result.digits = Array(digits[..<keep])
    if roundsUp {
      // A carry over the first digit adds one in front.
      var i = keep - 1
      while i >= 0, result.digits[i] == 9 {
        result.digits[i] = 0
        i -= 1
      }
      if i >= 0 {
        result.digits[i] += 1
      } else {
        result.digits.insert(1, at: 0)
        result.exponent += 1
      }
    }
    result.normalise()
    return result
  }

  /// The place of the first digit: 0 for units, 1 for tens, -1 for tenths; nil for zero.
  var leadingPlace: Int? { digits.isEmpty ? nil : exponent - 1 }

  /// `1.2e15`: what remains of the digits when rounded to `decimals` places after the point.
  func scientificText(decimals: Int) -> String {
    let rounded = self.rounded(decimals: decimals)
    guard let power = rounded.leadingPlace, let first = rounded.digits.first else { return "0" }
    let rest = rounded.digits.dropFirst().map(String.init).joined()
    return (rounded.isNegative ? "-" : "") + "\(first)" + (rest.isEmpty ? "" : ".") + rest
      + "e\(power)"
  }

  /// The digits in full with `decimals` places after the point and commas between thousands.
  func text(decimals: Int) -> String {
    let rounded = self.rounded(decimals: decimals)
    func digit(_ place: Int) -> Character {
      let i = rounded.exponent - 1 - place
      guard rounded.digits.indices.contains(i) else { return "0" }
      return Character(UnicodeScalar(UInt8(ascii: "0") + rounded.digits[i]))
    }
    var text = rounded.isNegative ? "-" : ""
    for place in stride(from: max(rounded.exponent - 1, 0), through: 0, by: -1) {
      text.append(digit(place))
      if place > 0, place % 3 == 0 { text.append(",") }
    }
    if decimals > 0 {
      text.append(".")
      for place in 1...decimals { text.append(digit(-place)) }
    }
    return text
  }
}
