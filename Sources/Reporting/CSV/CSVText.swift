/// Rows of comma-separated values (RFC 4180, with a line feed at the end of each row).
enum CSVText {
  /// A cell of text. What a spreadsheet would take for a formula gets an apostrophe in front;
  /// commas, quotes and line ends are quoted; what would move a terminal's cursor, hide or reorder
  /// is its code point.
  static func text(_ text: String) -> String {
    let safe = EscapedText.keepingLines(isFormula(text) ? "'" + text : text)
    // Scalars, since CR LF is one character.
    guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return safe
    }
    var quoted = "\""
    for scalar in safe.unicodeScalars {
      if scalar == "\"" { quoted += "\"\"" } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "\""
  }

  /// A text that a table on a page shows, from where it may be copied into a spreadsheet: with an
  /// apostrophe in front of what would be a formula there. Numbers stay as they are.
  static func defused(_ text: String) -> String {
    let isNumber = text.dropFirst().first?.isNumber ?? true
    return isFormula(text) && !isNumber ? "'" + text : text
  }

  private static func isFormula(_ text: String) -> Bool {
    // The wide forms are formulas to some spreadsheets too.
    text.unicodeScalars.first.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? false
  }

  /// A cell of a number at full precision; empty for NaN and infinity.
  static func number(_ x: Double?) -> String { x.flatMap(ShortestNumber.text) ?? "" }
}
