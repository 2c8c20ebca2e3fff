internal import RiskAnalysis

/// How many digits of an estimate mean anything.
///
/// The last one shown stands where the half width of the interval, rounded to one digit, has that
/// digit: 380.123 ± 0.04 is 380.12, and 12.34 ± 0.97 is 12. So at most one digit is uncertain.
/// (Joint Committee for Guides in Metrology: Guide to the expression of uncertainty in
/// measurement, 2008, section 7.2.6.) Held by `SupportedDigitsTests`.
enum SupportedDigits {
  /// Places after the point, negative for tens and above, at most `most`; `most` for a half width
  /// of zero; nil where the half width is not a number.
  static func decimals(halfWidth: Double, most: Int) -> Int? {
    guard let half = DecimalNumber(halfWidth) else { return nil }
    guard let place = half.leadingPlace else { return most }
    let oneDigit = half.rounded(decimals: -place)
    return min(most, -(oneDigit.leadingPlace ?? place))
  }

  /// The estimate times `scale`, with the digits that its interval supports; a dash where it has
  /// no interval or is not finite.
  static func text(_ estimate: Estimate?, most: Int, scale: Double = 1) -> String {
    guard let estimate, let half = estimate.halfWidth,
      let decimals = decimals(halfWidth: half * scale, most: most)
    else { return NumberText.none }
    // Every trial agrees on nothing at all: no digit after the point says more.
    if estimate.value == 0, half == 0 { return "0" }
    return NumberText.fixed(estimate.value * scale, decimals: decimals)
  }

  /// A count of which two digits are known: `12,000,000`.
  static func twoDigits(_ n: Int) -> String {
    let place = DecimalNumber(Double(n))?.leadingPlace ?? 0
    return NumberText.fixed(Double(n), decimals: min(0, 1 - place))
  }

  /// `391.23 ± 0.06`; without the second part where the trials all agree.
  static func textWithError(_ estimate: Estimate?, scale: Double = 1, exact: Int) -> String {
    guard let estimate, let half = estimate.halfWidth.map({ $0 * scale }),
      let decimals = decimals(halfWidth: half, most: half == 0 ? exact : NumberText.most)
    else { return NumberText.none }
    let value = NumberText.fixed(estimate.value * scale, decimals: decimals)
    return half == 0 ? value : "\(value) ± \(error(half, decimals: decimals))"
  }

  /// The same of a positive number that is more than its error, with as many digits more as show
  /// that: 0.00012 ± 0.00010, not 0.0001 ± 0.0001.
  static func realText(_ estimate: Estimate, scale: Double = 1) -> String {
    let number = estimate.value * scale
    guard let half = estimate.halfWidth.map({ $0 * scale }), half > 0,
      let place = DecimalNumber(number)?.leadingPlace,
      var decimals = decimals(halfWidth: half, most: max(NumberText.most, -place))
    else { return textWithError(estimate, scale: scale, exact: NumberText.most) }
    var value = NumberText.fixed(number, decimals: decimals)
    while value == error(half, decimals: decimals), decimals < -place + mostMore {
      decimals += 1
      value = NumberText.fixed(number, decimals: decimals)
    }
    return "\(value) ± \(error(half, decimals: decimals))"
  }

  /// Beyond them value and error are the same for any reader.
  private static let mostMore = 4

  /// An error below the last place shown is shown as one of that place: never as none.
  private static func error(_ half: Double, decimals: Int) -> String {
    let error = NumberText.fixed(half, decimals: decimals)
    let least = decimals > 0 ? "0." + String(repeating: "0", count: decimals - 1) + "1" : "1"
    return error.contains { ("1"..."9").contains($0) } ? error : least
  }
}
