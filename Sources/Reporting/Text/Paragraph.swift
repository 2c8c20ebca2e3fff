/// Sentences broken into lines.
enum Paragraph {
  /// Words are kept whole unless one is wider than a line; a no-break space (U+00A0) joins what
  /// belongs together and is shown as a space.
  static func lines(_ text: String, width: Int, indent: String = "", hanging: String? = nil)
    -> [String]
  {
    var lines: [String] = []
    var line = indent
    var isEmpty = true
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      let room = width - DisplayWidth.of(line)
      if !isEmpty, DisplayWidth.of(word) + 1 > room {
        lines.append(line)
        line = hanging ?? indent
        isEmpty = true
      }
      if !isEmpty { line += " " }
      line += String(word).cut(to: max(1, width - DisplayWidth.of(line)))
      isEmpty = false
    }
    if !isEmpty { lines.append(line) }
    return lines.map(\.withPlainSpaces)
  }
}

extension String {
  /// Kept on one line by `Paragraph`.
  var unbroken: String { String(map { $0 == " " ? "\u{A0}" : $0 }) }

  /// No-break spaces have done their work once a line is set.
  var withPlainSpaces: String { String(map { $0 == "\u{A0}" ? " " : $0 }) }
}
