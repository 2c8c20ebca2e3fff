/// A text that a cell may hold.
///
/// What is invisible or reorders text is shown as its code point, as everywhere; so there is nothing
/// that XML forbids. No more than 32,767 UTF-16 units, the most that a cell takes. Held by
/// `CellTextTests`.
package struct CellText: Sendable, Hashable {
  /// What is seen.
  package let text: String

  static let longest = 32_767

  init(_ text: String) { self.text = CellText.cut(EscapedText.whole(text)) }

  /// How a workbook stores it: `_x0041_` would be read as the character it names, so that the
  /// underscore of what looks like it is written in that way (Office Open XML, ISO/IEC 29500-1,
  /// ST_Xstring).
  package var stored: String {
    let marked = text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
    return marked == text ? text : CellText.cut(marked)
  }

  private static func cut(_ text: String) -> String {
    guard text.utf16.count > longest else { return text }
    var cut = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars {
      length += UTF16.width(scalar)
      if length >= longest { break }
      cut.append(scalar)
    }
    return String(cut) + "…"
  }
}
