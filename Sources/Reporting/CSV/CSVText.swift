/// Rows of comma-separated values (RFC 4180, with a line feed at the end of each row).
enum CSVText {
  /// A cell of text. What a spreadsheet would take for a formula gets an apostrophe in front;
  /// commas, quotes and line ends are quoted.
  static func text(_ text: String) -> String {
    let first = text.unicodeScalars.first
    let isFormula = first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
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

  /// A cell of a number at full precision; empty for NaN and infinity.
  static func number(_ x: Double?) -> String { x.flatMap(ShortestNumber.text) ?? "" }
}
