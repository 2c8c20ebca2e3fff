/// Text of a user that is safe to show: what would move the cursor, hide or reorder is shown as
/// its code point, and no more than `longest` characters are looked at.
///
/// Held by `EscapedTextTests`.
enum EscapedText {
  static let longest = 200

  static func of(_ text: String) -> String {
    var escaped = ""
    // Not by characters: one character may hold any number of scalars.
    let scalars = text.unicodeScalars
    for scalar in scalars.prefix(longest) {
      if isHostile(scalar) {
        escaped += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return scalars.count > longest ? escaped + "…" : escaped
  }

  private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    // Format characters hold the BiDi overrides, the zero-width ones and the byte order mark.
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default: false
    }
  }
}
