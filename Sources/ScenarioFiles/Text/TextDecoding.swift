/// From the bytes of a file to text: UTF-8 and nothing else, without characters that cannot be
/// seen.
enum TextDecoding {
  /// The largest file that is read.
  static let largestFile = 1_000_000

  /// - Returns: The text without a byte-order mark, and all its problems.
  static func decode(
    _ bytes: [UInt8], name: String, order: Int
  ) -> (source: SourceText, text: String, problems: [Rejection]) {
    let unreadable = SourceText(unreadable: name, order: order)
    func failure(_ problem: TextProblem) -> (SourceText, String, [Rejection]) {
      (unreadable, "", [Rejection(.text(problem), at: unreadable.span(line: 0, column: 0))])
    }
    if bytes.count > largestFile { return failure(.fileTooLarge(bytes: bytes.count)) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return failure(.utf16)
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: body, as: UTF8.self) else {
      return invalid(body, name: name, order: order)
    }
    let source = SourceText(origin: .file(name), text: text, order: order)
    var problems: [Rejection] = []
    for (index, line) in source.lines.enumerated() {
      problems += forbiddenCharacters(in: line, source: source, line: index + 1)
    }
    return (source, text, problems)
  }

  /// The first byte that is not UTF-8, with its place.
  private static func invalid(
    _ body: ArraySlice<UInt8>, name: String, order: Int
  ) -> (SourceText, String, [Rejection]) {
    var good = body.startIndex
    // The longest valid beginning is found by halving: a prefix cut inside a character is
    // repaired by the last few steps.
    var low = body.startIndex
    var high = body.endIndex
    while low < high {
      let middle = (low + high + 1) / 2
      if validLength(body[..<middle]) == middle { low = middle } else { high = middle - 1 }
    }
    good = low
    let text = String(validating: body[..<good], as: UTF8.self) ?? ""
    let before = SourceText(origin: .file(name), text: text, order: order)
    let endsLine = text.unicodeScalars.last.map { $0 == "\n" || $0 == "\r" } ?? true
    let line = endsLine ? before.lines.count + 1 : before.lines.count
    let column = endsLine ? 1 : before.line(line).count + 1
    // The rest of the line is shown with the replacement character.
    let shown = String(decoding: body, as: UTF8.self)
    let source = SourceText(origin: .file(name), text: shown, order: order)
    let problem = TextProblem.invalidUTF8(byte: body[good])
    return (
      source, "", [Rejection(.text(problem), at: source.span(line: line, column: column))]
    )
  }

  /// `end` when the bytes up to it are valid, or are so but for a character cut at the end.
  private static func validLength(_ bytes: ArraySlice<UInt8>) -> Int {
    for cut in 0...min(3, bytes.count) {
      let prefix = bytes[..<(bytes.endIndex - cut)]
      guard String(validating: prefix, as: UTF8.self) != nil else { continue }
      return cut == 0 ? bytes.endIndex : prefix.endIndex
    }
    return bytes.startIndex
  }

  private static func forbiddenCharacters(
    in line: [Unicode.Scalar], source: SourceText, line number: Int
  ) -> [Rejection] {
    var problems: [Rejection] = []
    for (column, scalar) in line.enumerated() where isForbidden(scalar) {
      problems.append(
        Rejection(
          .text(.forbiddenCharacter(scalar.value)),
          at: source.span(line: number, column: column + 1)))
    }
    if let indent = line.firstIndex(where: { $0 != " " }), line[indent] == "\t",
      line.contains(where: { $0 != " " && $0 != "\t" })
    {
      problems.append(
        Rejection(.text(.tabIndentation), at: source.span(line: number, column: indent + 1)))
    }
    return problems
  }

  /// Control characters, marks that change the direction of writing, characters of no width,
  /// and the private area that the reader uses for its own marks.
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFEFF, 0xFFF9...0xFFFF, 0x10_F000...0x10_FFFF:
      true
    default: false
    }
  }
}
