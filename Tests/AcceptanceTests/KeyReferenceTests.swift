import CapexModel
import Foundation
import Reporting
import Testing

/// `docs/scenarios.md` holds what the reader takes: after its mark stands what
/// `capexsim schema --tables` prints.
@Suite struct KeyReferenceTests {
  private static let mark = "<!-- From here on: capexsim schema --tables -->\n\n"

  @Test func documentHoldsTheTables() throws {
    let path = "\(Repository.root)/docs/scenarios.md"
    let parts = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: Self.mark)
    try #require(parts.count == 2)
    #expect(parts[1] == KeyReference().text, "print the tables anew and put them below the mark")
  }

  @Test func everyKeyHasARow() {
    let rows = KeyReference().text.split(separator: "\n")
    for key in Catalogue.keys {
      let row = rows.first { $0.hasPrefix("| `\(key.path)` |") }
      #expect(row?.contains(key.meaning.split(separator: "|")[0]) == true, "\(key.path)")
    }
  }
}
