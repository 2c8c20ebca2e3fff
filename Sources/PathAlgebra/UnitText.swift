/// Why a text is no unit.
public enum UnitError: Error, Hashable, Sendable {
  /// Where a name should stand; the column counts bytes from 1.
  case expectedName(found: String, column: Int)
  case notClosed(column: Int)
  case power(String, column: Int)
  case tooLong(limit: Int)
}

extension Unit {
  /// The most bytes that a unit's text may have.
  public static let longestText = 64

  /// Reads `CNY bn`, `CNY/kWh`, `bn kWh`, `kg/m^2`, `CNY/(kWh·h)`; `1` is a pure number.
  ///
  ///     unit  := group {"/" group}
  ///     group := "(" factor {[" " | "·" | "*"] factor} ")" | factor {[" " | "·" | "*"] factor}
  ///     factor := name ["^" digit] | "1"
  ///
  /// What follows a slash is all below it.
  public init(reading text: String) throws(UnitError) {
    guard text.utf8.count <= Unit.longestText else { throw .tooLong(limit: Unit.longestText) }
    var reader = UnitReader(bytes: Array(text.utf8))
    self = try reader.unit()
  }
}

private struct UnitReader {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func unit() throws(UnitError) -> Unit {
    var result = try group()
    while skipSpaces() == UInt8(ascii: "/") {
      position += 1
      result = result / (try group())
    }
    guard position == bytes.count else { throw unexpected() }
    return result
  }

  private mutating func group() throws(UnitError) -> Unit {
    guard skipSpaces() == UInt8(ascii: "(") else { return try product() }
    let opening = position + 1
    position += 1
    let inner = try product()
    guard skipSpaces() == UInt8(ascii: ")") else { throw .notClosed(column: opening) }
    position += 1
    return inner
  }

  private mutating func product() throws(UnitError) -> Unit {
    var result = try factor()
    while let next = skipSpaces(), ![UInt8(ascii: "/"), UInt8(ascii: ")")].contains(next) {
      if next == UInt8(ascii: "*") { position += 1 }
      // The middle dot, in UTF-8.
      if next == 0xc2, position + 1 < bytes.count, bytes[position + 1] == 0xb7 { position += 2 }
      result = result * (try factor())
    }
    return result
  }

  private mutating func factor() throws(UnitError) -> Unit {
    guard let first = skipSpaces() else { throw unexpected() }
    if first == UInt8(ascii: "1") {
      position += 1
      return .none
    }
    let start = position
    while position < bytes.count, UnitReader.isLetter(bytes[position]) { position += 1 }
    guard position > start else { throw unexpected() }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    guard position < bytes.count, bytes[position] == UInt8(ascii: "^") else {
      return Unit([name: 1])
    }
    position += 1
    guard position < bytes.count, (0x31...0x39).contains(bytes[position]) else {
      throw .power(name, column: position)
    }
    position += 1
    return Unit([name: Int(bytes[position - 1] - 0x30)])
  }

  private mutating func skipSpaces() -> UInt8? {
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    return position < bytes.count ? bytes[position] : nil
  }

  private func unexpected() -> UnitError {
    guard position < bytes.count else { return .expectedName(found: "", column: position + 1) }
    let rest = String(decoding: bytes[position...], as: UTF8.self)
    return .expectedName(found: String(rest.prefix(1)), column: position + 1)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }
}
