internal import CapexModel

/// Whole numbers: `12`, `1e2`; not 30.5.
enum IntegerReader {
  /// - Parameter usual: the most that is taken unless a flag asks for more.
  static func read(
    _ fragment: Fragment, _ keyed: KeyedPath, _ range: ClosedRange<Int>, usual: Int?
  ) throws(Rejection) -> Int {
    let trimmed = fragment.trimmed
    let text = trimmed.text
    let number = try DecimalNumber(startOf: trimmed, accepted: keyed.kind)
    guard number.rest.isEmpty else {
      throw number.rest.rejected(
        .value(.unitUnknown(unit: number.rest.text, accepted: keyed.kind)))
    }
    let value = try number.value(shift: 0, in: trimmed)
    if let usual, usual < range.upperBound, value > Double(usual), value == value.rounded() {
      throw trimmed.rejected(
        .value(
          .longHorizon(text: text, quarters: value, usual: usual, most: range.upperBound)))
    }
    let range = range.clamped(to: range.lowerBound...(usual ?? range.upperBound))
    // Whole, and too large for an integer.
    if value == value.rounded(), value.magnitude >= 0x1p62 {
      throw trimmed.rejected(
        .value(.integerOutside(name: keyed.name, text: text, range: range)))
    }
    guard let integer = Int(exactly: value) else {
      let below = Int(exactly: value.rounded(.down)).flatMap { range.contains($0) ? $0 : nil }
      throw trimmed.rejected(.value(.notAnInteger(text: text, below: below)))
    }
    guard range.contains(integer) else {
      throw trimmed.rejected(
        .value(.integerOutside(name: keyed.name, text: text, range: range)))
    }
    return integer
  }
}
