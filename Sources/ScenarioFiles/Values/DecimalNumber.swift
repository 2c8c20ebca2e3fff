internal import CapexModel

/// A decimal number as it is written: `-12.5`, `1e6`. Nothing else is a number: no `nan`, `inf`,
/// hexadecimal, digit groups, decimal comma, `.5` or `5.`.
///
/// Kept as digits until its unit is known, so that `31742mn` and `31.742bn`, or `4.1%` and 0.041,
/// are the same double: the nearest to the decimal value.
struct DecimalNumber {
  /// Sign, digits and point, without an exponent.
  let digits: String
  let exponent: Int
  /// What follows the number.
  let rest: Fragment

  /// Reads the number at the start of a text.
  ///
  /// - Parameter accepted: What the key takes, for the message.
  init(startOf fragment: Fragment, accepted: AssumptionKey.Kind) throws(Rejection) {
    let scalars = fragment.scalars
    var index = scalars.startIndex
    func isDigit(_ i: Int) -> Bool { i < scalars.endIndex && ("0"..."9").contains(scalars[i]) }
    func problem(_ problem: ValueProblem) -> Rejection { fragment.rejected(.value(problem)) }

    if index < scalars.endIndex, scalars[index] == "-" || scalars[index] == "+" { index += 1 }
    let first = index
    while isDigit(index) { index += 1 }
    let text = fragment.text
    if index == first {
      throw DecimalNumber.noDigits(fragment, at: index, accepted: accepted)
    }
    if index < scalars.endIndex, ["x", "X", "b", "o"].contains(scalars[index]),
      index == first + 1, scalars[first] == "0",
      index + 1 < scalars.endIndex, isDigit(index + 1) || scalars[index] == "x"
    {
      throw problem(.hexadecimal(text: text))
    }
    if index < scalars.endIndex, scalars[index] == "_" || scalars[index] == "'" {
      throw problem(.digitGrouping(text: text, mend: DecimalNumber.ungrouped(text)))
    }
    if index < scalars.endIndex, scalars[index] == ",", isDigit(index + 1) {
      throw problem(DecimalNumber.comma(text))
    }
    if index < scalars.endIndex, scalars[index] == "." {
      guard isDigit(index + 1) else {
        let mend = String(scalars: scalars[..<index])
        throw problem(.incompleteDecimal(text: text, mend: mend))
      }
      index += 1
      while isDigit(index) { index += 1 }
      if index < scalars.endIndex, scalars[index] == "," || scalars[index] == ".",
        isDigit(index + 1)
      {
        throw problem(DecimalNumber.comma(text))
      }
      if index < scalars.endIndex, scalars[index] == "_" {
        throw problem(.digitGrouping(text: text, mend: DecimalNumber.ungrouped(text)))
      }
    }
    digits = String(scalars: scalars[scalars.startIndex..<index])
    var power = 0
    if index < scalars.endIndex, scalars[index] == "e" || scalars[index] == "E" {
      var end = index + 1
      if end < scalars.endIndex, scalars[end] == "-" || scalars[end] == "+" { end += 1 }
      if isDigit(end) {
        let isNegative = scalars[index + 1] == "-"
        while isDigit(end) {
          power = min(power * 10 + Int(scalars[end].value - 48), 100_000)
          end += 1
        }
        if isNegative { power = -power }
        index = end
      }
    }
    exponent = power
    rest = fragment.part(index..<scalars.endIndex).trimmed
  }

  /// The double nearest to the number times ten to the power `shift`.
  func value(shift: Int, in fragment: Fragment) throws(Rejection) -> Double {
    let text = fragment.text
    guard let value = Double("\(digits)e\(exponent + shift)"), value.isFinite else {
      throw fragment.rejected(.value(.tooLarge(text: text)))
    }
    let isZero = digits.allSatisfy { !("1"..."9").contains($0) }
    // Below the smallest normal number digits are lost.
    if !isZero && value.magnitude < .leastNormalMagnitude {
      throw fragment.rejected(.value(.tooSmall(text: text)))
    }
    // -0 and 0 are one value.
    return value == 0 ? 0 : value
  }
}

// MARK: What people write instead

extension DecimalNumber {
  private static func noDigits(
    _ fragment: Fragment, at index: Int, accepted: AssumptionKey.Kind
  ) -> Rejection {
    let scalars = fragment.scalars
    let text = fragment.text
    let word = String(scalars: scalars[index...]).lowercased()
    if ["nan", ".nan", "inf", ".inf", "infinity"].contains(word) {
      return fragment.rejected(.value(.notFinite(text: text)))
    }
    if index < scalars.endIndex, scalars[index] == ".", index + 1 < scalars.endIndex,
      ("0"..."9").contains(scalars[index + 1])
    {
      let sign = index > scalars.startIndex ? String(scalars[scalars.startIndex]) : ""
      return fragment.rejected(
        .value(.incompleteDecimal(text: text, mend: (sign == "-" ? "-" : "") + "0" + word)))
    }
    return fragment.rejected(.value(.notANumber(text: text, accepted: accepted)))
  }

  /// `1,5` is a decimal comma; `1,234,567` and `1.234,56` and `12,000.5` are groups.
  private static func comma(_ text: String) -> ValueProblem {
    let commas = text.filter { $0 == "," }.count
    let points = text.filter { $0 == "." }.count
    if commas == 1 && points == 0 {
      let digitsAfter = text.drop { $0 != "," }.dropFirst().prefix { $0.isNumber }
      return digitsAfter.count == 3
        ? .digitGrouping(text: text, mend: text.filter { $0 != "," })
        : .decimalComma(text: text, mend: text.replacing(",", with: "."))
    }
    let lastComma = text.lastIndex(of: ",") ?? text.startIndex
    let lastPoint = text.lastIndex(of: ".") ?? text.startIndex
    if commas == 1 && lastComma > lastPoint {
      let mend = text.filter { $0 != "." }.replacing(",", with: ".")
      return .decimalComma(text: text, mend: mend)
    }
    if points > 1 { return .digitGrouping(text: text, mend: text.filter { $0 != "." }) }
    return .digitGrouping(text: text, mend: text.filter { $0 != "," })
  }

  private static func ungrouped(_ text: String) -> String {
    text.filter { $0 != "_" && $0 != "'" }
  }
}
