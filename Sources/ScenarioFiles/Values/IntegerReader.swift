internal import CapexModel

/// Whole numbers: `12`, `1e2`; not 30.5.
enum IntegerReader {
  static func read(
    _ fragment: Fragment, _ keyed: KeyedPath, _ range: ClosedRange<Int>
  ) throws(Rejection) -> Int {
    let trimmed = fragment.trimmed
    let text = trimmed.text
    let number = try DecimalNumber(startOf: trimmed, accepted: keyed.kind)
    guard number.rest.isEmpty else {
      throw number.rest.rejected(
        .value(.unitUnknown(unit: number.rest.text, accepted: keyed.kind)))
    }
    let value = try number.value(shift: 0, in: trimmed)
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
