/// Numbers as people read them: no locale, no minus before zero, an exponent only where the digits
/// would push others off the page.
package enum NumberText {
  /// Where there is no number to show.
  static let none = "–"
  /// Where a number has no interval to say how many of its digits mean anything.
  package static let most = 4

  /// From here on numbers are written as 1.2e15.
  private static let huge = 1e9

  /// `decimals` places after the point; negative ones round to tens, hundreds ….
  static func fixed(_ x: Double, decimals: Int) -> String {
    guard let number = DecimalNumber(x) else { return none }
    return x.magnitude < huge
      ? number.text(decimals: decimals) : number.scientificText(decimals: decimals)
  }

  static func whole(_ n: Int) -> String {
    var text = ""
    let digits = Array(String(n.magnitude))
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.count - i) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return n < 0 ? "-" + text : text
  }

  /// `1 trial`, `20,000 trials`.
  package static func trials(_ n: Int) -> String { "\(whole(n)) \(n == 1 ? "trial" : "trials")" }

  /// As few places as show `x` exactly, at most `most`.
  package static func short(_ x: Double, most: Int = NumberText.most) -> String {
    fixed(x, decimals: places(x, most: most))
  }

  /// Below this digits stand behind too many zeros to be read, and numbers are written as 1.2e-15.
  private static let tiny = 1e-9

  /// A number below one in so many significant digits at most.
  ///
  /// - Parameter leadingPlace: of `x`.
  static func small(_ x: Double, digits: Int, leadingPlace place: Int) -> String {
    let decimals = digits - 1 - place
    guard x.magnitude < tiny, let number = DecimalNumber(x) else {
      return short(x, most: decimals)
    }
    return number.scientificText(decimals: decimals)
  }

  /// How many places after the point show `x` exactly, at most `most`.
  static func places(_ x: Double, most: Int = 6) -> Int {
    guard let number = DecimalNumber(x)?.rounded(decimals: most) else { return 0 }
    return max(0, number.digits.count - number.exponent)
  }
}
