/// Text of a user that is safe to show: what would move the cursor, hide or reorder is shown as
/// its code point.
///
/// Held by `EscapedTextTests`.
enum EscapedText {
  static let longest = 200

  /// No more than the first `longest` characters: names and values, which an author may make as
  /// long as a file.
  static func of(_ text: String) -> String { of(text, most: longest) }

  /// All of it: sentences that come with the program.
  static func whole(_ text: String) -> String { of(text, most: .max) }

  /// All of it, with its tabs and line ends, which files may hold.
  static func keepingLines(_ text: String) -> String {
    of(text, most: .max, keeping: "\t\r\n".unicodeScalars)
  }

  private static func of(
    _ text: String, most: Int, keeping: String.UnicodeScalarView = "".unicodeScalars
  ) -> String {
    var escaped = ""
    // Not by characters: one character may hold any number of scalars.
    let scalars = text.unicodeScalars
    for scalar in scalars.prefix(most) {
      if isHostile(scalar), !keeping.contains(scalar) {
        escaped += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return scalars.count > most ? escaped + "…" : escaped
  }

  private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    // Almost all that is shown, and properties are slow to look up.
    if (0x20...0x7E).contains(scalar.value) { return false }
    return switch scalar.properties.generalCategory {
    // Format characters hold the BiDi overrides, the zero-width ones and the byte order mark.
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default: false
    }
  }
}
