/// Cuts a formula's text into tokens.
struct Lexer {
  enum Token: Equatable {
    case number(Double, text: String)
    case quarter(String)
    case name(String)
    case symbol(String)
    /// What stands between square brackets.
    case unit(String)
    case end
  }

  private static let symbols = Array("+-*/^<>=(),:%".utf8)

  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The next token and the column at which it begins.
  mutating func next() throws(FormulaError) -> (token: Token, column: Int) {
    while position < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[position]) {
      position += 1
    }
    let column = position + 1
    guard position < bytes.count else { return (.end, column) }
    let byte = bytes[position]
    if Lexer.isDigit(byte) || (byte == UInt8(ascii: ".") && Lexer.isDigit(peek(1))) {
      return (try number(column: column), column)
    }
    if Lexer.isLetter(byte) {
      return (
        .name(take { Lexer.isLetter($0) || Lexer.isDigit($0) || $0 == UInt8(ascii: ".") }), column
      )
    }
    if byte == UInt8(ascii: "[") { return (try unit(column: column), column) }
    for symbol in ["<=", ">=", "!=", "=="] where matches(symbol) {
      position += 2
      return (.symbol(symbol == "==" ? "=" : symbol), column)
    }
    guard Lexer.symbols.contains(byte) else {
      throw .unexpected(character(at: position), column: column)
    }
    position += 1
    return (.symbol(String(UnicodeScalar(byte))), column)
  }

  /// How many bytes the token takes that begins at a column, right or wrong; at least 1.
  static func length(of text: String, at column: Int) -> Int {
    var lexer = Lexer(text)
    guard column > 0, column <= lexer.bytes.count else { return 1 }
    lexer.position = column - 1
    // A number that cannot be is read to its end before it is refused.
    _ = try? lexer.next()
    return max(1, lexer.position - (column - 1))
  }

  private mutating func number(column: Int) throws(FormulaError) -> Token {
    var text = take { Lexer.isDigit($0) }
    if let date = date(after: text) {
      position += 6
      throw .date(date.text, quarter: date.quarter, column: column)
    }
    if text.utf8.count == 4, peek(0) == UInt8(ascii: "Q"), Lexer.isDigit(peek(1)) {
      position += 2
      return .quarter(text + "Q" + String(decoding: [bytes[position - 1]], as: UTF8.self))
    }
    if peek(0) == UInt8(ascii: ".") {
      position += 1
      text = (text.isEmpty ? "0" : text) + "." + take { Lexer.isDigit($0) }
      if text.hasSuffix(".") { text += "0" }
    }
    if peek(0) | 0x20 == UInt8(ascii: "e") {
      let sign = peek(1) == UInt8(ascii: "-") || peek(1) == UInt8(ascii: "+") ? 1 : 0
      if Lexer.isDigit(peek(1 + sign)) {
        text += "e" + String(decoding: bytes[(position + 1)..<(position + 1 + sign)], as: UTF8.self)
        position += 1 + sign
        text += take { Lexer.isDigit($0) }
      }
    }
    guard let value = Double(text), value.isFinite else { throw .tooLarge(text, column: column) }
    return .number(value, text: text)
  }

  /// `2025-02-24` without spaces, which nobody means as a difference, with its quarter.
  private func date(after year: String) -> (text: String, quarter: String)? {
    let rest = [UInt8](bytes[position...].prefix(7))
    let dash = UInt8(ascii: "-")
    guard year.utf8.count == 4, rest.count >= 6, rest[0] == dash, rest[3] == dash,
      [1, 2, 4, 5].allSatisfy({ Lexer.isDigit(rest[$0]) }),
      rest.count == 6 || !Lexer.isDigit(rest[6]),
      let month = Int(String(decoding: rest[1...2], as: UTF8.self)), (1...12).contains(month)
    else { return nil }
    return (year + String(decoding: rest[..<6], as: UTF8.self), "\(year)Q\((month + 2) / 3)")
  }

  private mutating func unit(column: Int) throws(FormulaError) -> Token {
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "]")) else {
      throw .unexpected("[", column: column)
    }
    let text = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
    position = end + 1
    return .unit(text)
  }

  private mutating func take(while belongs: (UInt8) -> Bool) -> String {
    let start = position
    while position < bytes.count, belongs(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func matches(_ symbol: String) -> Bool {
    bytes[position...].starts(with: symbol.utf8)
  }

  private func character(at index: Int) -> String {
    let rest = String(decoding: bytes[index...], as: UTF8.self)
    return String(rest.prefix(1))
  }

  private func peek(_ ahead: Int) -> UInt8 {
    position + ahead < bytes.count ? bytes[position + ahead] : 0
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7a).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }
}
