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
    let single = String(decoding: [byte], as: UTF8.self)
    guard "+-*/^<>=(),:%".contains(single) else {
      throw .unexpected(character(at: position), column: column)
    }
    position += 1
    return (.symbol(single), column)
  }

  private mutating func number(column: Int) throws(FormulaError) -> Token {
    var text = take { Lexer.isDigit($0) }
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
    guard let value = Double(text), value.isFinite else { throw .unexpected(text, column: column) }
    return .number(value, text: text)
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
