@testable import Reporting
import Testing

@Suite struct CellTextTests {
  @Test(arguments: [
    ("plain", "plain", "plain"),
    ("=HYPERLINK(\"x\")", "=HYPERLINK(\"x\")", "=HYPERLINK(\"x\")"),
    ("bell\u{7}", "bell\\u{7}", "bell\\u{7}"),
    ("a\u{202E}b", "a\\u{202E}b", "a\\u{202E}b"),
    ("line\r\nend", "line\\u{D}\\u{A}end", "line\\u{D}\\u{A}end"),
    ("\u{FFFE}", "\\u{FFFE}", "\\u{FFFE}"),
    ("_x0041_", "_x0041_", "_x005F_x0041_"),
    ("_x00_x0041_x0042_", "_x00_x0041_x0042_", "_x00_x005F_x0041_x005F_x0042_"),
    ("_x004_", "_x004_", "_x004_"),
  ])
  func whatIsSeenAndWhatIsStored(text: String, seen: String, stored: String) {
    let cell = CellText(text)
    #expect(cell.text == seen && cell.stored == stored, "\(cell.text), \(cell.stored)")
  }

  /// No more than a cell takes, with whole characters.
  @Test(arguments: [32_766, 32_767, 32_768, 100_000], ["a", "長", "😀", "_x0041_"])
  func aCellTakesNoMore(length: Int, unit: String) {
    let cell = CellText(String(repeating: unit, count: length / unit.utf16.count))
    #expect(cell.text.utf16.count <= 32_767, "\(cell.text.utf16.count)")
    #expect(cell.stored.utf16.count <= 32_767, "\(cell.stored.utf16.count)")
    #expect(!cell.text.unicodeScalars.contains("\u{FFFD}"))
    let isWhole = length / unit.utf16.count * unit.utf16.count <= 32_767
    #expect(cell.text.hasSuffix("…") == !isWhole)
  }
}
