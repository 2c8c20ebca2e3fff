/// Reads a text as JSON (RFC 8259) and nothing else: no comments, no trailing commas, no NaN, no
/// member twice. Stops at the first mistake. Held by `JSONScannerTests`.
struct JSONScanner {
  static let deepest = 16

  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var line = 1
  private var lineStart = 0

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  static func read(_ text: String) throws(RecordProblem) -> PlacedJSON {
    var scanner = JSONScanner(text)
    let value = try scanner.value(depth: 0)
    scanner.skipSpace()
    if scanner.current != nil { throw scanner.problem(.moreAfterTheEnd) }
    return value
  }

  // MARK: Places

  private var current: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private func problem(_ kind: RecordProblem.Kind) -> RecordProblem {
    RecordProblem(line: line, column: place - lineStart + 1, kind: kind)
  }

  private func unexpected(_ token: RecordProblem.Token) -> RecordProblem {
    problem(current == nil ? .ended : .expected(token))
  }

  private mutating func skipSpace() {
    while let scalar = current, scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
    {
      place += 1
      if scalar == "\n" {
        line += 1
        lineStart = place
      }
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipSpace()
    guard current == scalar else { return false }
    place += 1
    return true
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(RecordProblem) -> PlacedJSON {
    skipSpace()
    let (line, column) = (self.line, place - lineStart + 1)
    let content: PlacedJSON.Content
    switch current {
    case "{": content = .object(try members(depth: depth + 1))
    case "[": content = .array(try elements(depth: depth + 1))
    case "\"": content = .text(try text())
    case let scalar? where scalar == "-" || ("0"..."9").contains(scalar):
      content = .number(try number())
    default: content = try word()
    }
    return PlacedJSON(content: content, line: line, column: column)
  }

  private mutating func members(depth: Int) throws(RecordProblem) -> [PlacedJSON.Member] {
    if depth > JSONScanner.deepest { throw problem(.tooDeep(limit: JSONScanner.deepest)) }
    place += 1
    var members: [PlacedJSON.Member] = []
    if take("}") { return members }
    repeat {
      skipSpace()
      guard current == "\"" else { throw unexpected(.member) }
      let start = problem(.ended)
      let name = try text()
      if let first = members.first(where: { $0.name == name }) {
        throw RecordProblem(
          line: start.line, column: start.column,
          kind: .twice(member: name, firstLine: first.line))
      }
      guard take(":") else { throw unexpected(.colon) }
      members.append(
        .init(
          name: name, value: try value(depth: depth), line: start.line, column: start.column))
    } while take(",")
    guard take("}") else { throw unexpected(.commaOrBrace) }
    return members
  }

  private mutating func elements(depth: Int) throws(RecordProblem) -> [PlacedJSON] {
    if depth > JSONScanner.deepest { throw problem(.tooDeep(limit: JSONScanner.deepest)) }
    place += 1
    var elements: [PlacedJSON] = []
    if take("]") { return elements }
    repeat { elements.append(try value(depth: depth)) } while take(",")
    guard take("]") else { throw unexpected(.commaOrBracket) }
    return elements
  }

  private mutating func word() throws(RecordProblem) -> PlacedJSON.Content {
    let words: [(String, PlacedJSON.Content)] = [
      ("true", .boolean(true)), ("false", .boolean(false)), ("null", .null),
    ]
    for (word, content) in words where scalars[place...].starts(with: word.unicodeScalars) {
      place += word.unicodeScalars.count
      return content
    }
    throw unexpected(.value)
  }

  /// The text of a number, checked.
  private mutating func number() throws(RecordProblem) -> String {
    let start = place
    // Whatever a reader would take for one number, so that a message can show it whole.
    while let scalar = current, JSONScanner.isPartOfNumber(scalar) { place += 1 }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<place])
    let written = String(text)
    guard JSONScanner.isNumber(scalars[start..<place]) else {
      place = start
      throw problem(.number(text: written))
    }
    return written
  }

  /// -? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?
  private static func isNumber(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = text
    func takeDigits() -> Int {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      rest = rest.dropFirst(digits.count)
      return digits.count
    }
    if rest.first == "-" { rest = rest.dropFirst() }
    let leadsWithZero = rest.first == "0"
    let whole = takeDigits()
    guard whole == 1 || (whole > 1 && !leadsWithZero) else { return false }
    if rest.first == "." {
      rest = rest.dropFirst()
      guard takeDigits() > 0 else { return false }
    }
    if rest.first == "e" || rest.first == "E" {
      rest = rest.dropFirst()
      if rest.first == "+" || rest.first == "-" { rest = rest.dropFirst() }
      guard takeDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func isPartOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "a"..."z", "A"..."Z", "+", "-", ".", "_": true
    default: false
    }
  }

  // MARK: Texts

  private mutating func text() throws(RecordProblem) -> String {
    place += 1
    var text = String.UnicodeScalarView()
    while let scalar = current {
      if scalar == "\"" {
        place += 1
        return String(text)
      }
      if scalar.value < 0x20 { throw problem(.controlCharacter(scalar.value)) }
      if scalar == "\\" {
        text.append(try escape())
      } else {
        place += 1
        text.append(scalar)
      }
    }
    throw problem(.ended)
  }

  private mutating func escape() throws(RecordProblem) -> Unicode.Scalar {
    let start = problem(.escape)
    guard place + 1 < scalars.count else { throw problem(.ended) }
    let kind = scalars[place + 1]
    if kind == "u" { return try codePoint(start) }
    let plain: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("\"", "\""), ("\\", "\\"), ("/", "/"), ("b", "\u{8}"), ("f", "\u{C}"), ("n", "\n"),
      ("r", "\r"), ("t", "\t"),
    ]
    guard let found = plain.first(where: { $0.0 == kind }) else { throw start }
    place += 2
    return found.1
  }

  /// Four hexadecimal digits, or two times four for what lies beyond them.
  private mutating func codePoint(_ start: RecordProblem) throws(RecordProblem) -> Unicode.Scalar {
    guard let unit = hexadecimal() else { throw start }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard (0xD800..<0xDC00).contains(unit), place + 1 < scalars.count, current == "\\",
      scalars[place + 1] == "u", let low = hexadecimal(), (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw start }
    return scalar
  }

  private mutating func hexadecimal() -> UInt32? {
    guard place + 6 <= scalars.count else { return nil }
    var unit: UInt32 = 0
    for scalar in scalars[(place + 2)..<(place + 6)] {
      guard scalar.isASCII, let digit = Character(scalar).hexDigitValue else { return nil }
      unit = unit * 16 + UInt32(digit)
    }
    place += 6
    return unit
  }
}
