import Foundation
import Testing

@testable import ScenarioFiles

/// The strict CSV reader.
@Suite struct SeedTableTests {
  @Test func readsQuotesEmptyCellsAndLineNumbers() throws {
    let text = "\u{FEFF}id,value,note\r\na,1.5,\"x, \"\"y\"\"\nz\"\r\nb,,\r\n\r\nc,-2e3,\"\""
    let table = try SeedTable.read(Array(text.utf8), name: "t.csv").get()
    #expect(table.columns == ["id", "value", "note"])
    #expect(table.rows.map(\.line) == [2, 4, 6])
    #expect(table.text("note", in: table.rows[0]) == "x, \"y\"\nz")
    #expect(table.text("value", in: table.rows[1]) == nil)
    #expect(table.text("note", in: table.rows[2]) == "")
    #expect(table.text("nothing", in: table.rows[2]) == nil)
  }

  static let rejected: [(String, String)] = [
    (
      "id,value\na,1\nb\nc,1,2\n",
      """
      t.csv:3:1: error: the row has 1 cell, but the header has 2
         3 | b
           | ^
         help: write an empty cell as two commas; put quotes around text with commas
      t.csv:4:3: error: the row has 3 cells, but the header has 2
         4 | c,1,2
           |   ^
         help: write an empty cell as two commas; put quotes around text with commas

      """
    ),
    (
      "id,value\na,1\nb,2\na,3\n",
      """
      t.csv:4:1: error: id a stands in line 2 already
         4 | a,3
           | ^
         help: keep one of the two rows

      """
    ),
    (
      "id,id\n",
      """
      t.csv:1:4: error: there are two columns `id`
         1 | id,id
           |    ^^
         help: give each column a name of its own

      """
    ),
    (
      "id;value\na;1\n",
      """
      t.csv:1:1: error: the cells are parted by semicolons
         1 | id;value
           | ^^^^^^^^
         help: part them by commas

      """
    ),
    (
      "id,value\na,\"1\n",
      """
      t.csv:2:3: error: this quote is never closed
         2 | a,"1
           |   ^
         help: close it; double a quote inside text

      """
    ),
    (
      "id,value\na,1\"2\nb,\"1\"2\n",
      """
      t.csv:2:4: error: a quote stands inside a cell
         2 | a,1"2
           |    ^
         help: put quotes around the whole cell and double those inside
      t.csv:3:6: error: a quote stands inside a cell
         3 | b,"1"2
           |      ^
         help: put quotes around the whole cell and double those inside

      """
    ),
    (
      "",
      """
      t.csv:1:1: error: the table is empty
         help: begin with a row of column names

      """
    ),
  ]

  @Test(arguments: rejected.indices)
  func explains(index: Int) throws {
    let (text, expected) = Self.rejected[index]
    let failure = try #require(throws: ScenarioFailure.self) {
      try SeedTable.read(Array(text.utf8), name: "t.csv").get()
    }
    #expect(failure.rendered == expected, "expected\n\(expected)\ngot\n\(failure.rendered)")
  }

  /// Every table of the project is one that this reader takes.
  @Test func takesTheSeeds() throws {
    let folder = ProjectFiles.root + "/seeds"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".csv") }.sorted()
    #expect(!names.isEmpty)
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
      if case .failure(let failure) = SeedTable.read(bytes, name: name) {
        Issue.record("expected a valid table, got:\n\(failure.rendered)")
      }
    }
  }
}
