@testable import Reporting
import Testing

@Suite struct FactsReportTests {
  private func fact(_ id: String, source: String, meaning: String = "a floor") -> FactsReport.Fact {
    FactsReport.Fact(
      id: id, period: "2025-02 to 2028-01", item: "plan total", value: "380 bn CNY",
      meaning: meaning, source: source)
  }

  private func text(width: Int, conflict: String = "") -> String {
    FactsReport(
      figures: [
        fact("one", source: "Article on the 53 billion; Indonesian; undated"),
        fact("two", source: "Lanjing Finance; Chinese; 3 March 2025"),
      ],
      conflicts: conflict.isEmpty ? [] : [fact("c", source: "s", meaning: conflict)],
      width: width, palette: .plain
    ).text
  }

  @Test func conflictsAreWhole() {
    let words = (1...150).map { "word\($0)" }.joined(separator: " ")
    let shown = text(width: 80, conflict: words)
    let joined = shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(joined.contains(words + "."), "got \(shown)")
    #expect(!shown.contains("…"), "got \(shown)")
  }

  @Test(arguments: [60, 80, 100])
  func sourcesTellFiguresApart(width: Int) {
    let rows = text(width: width).split(separator: "\n").filter { $0.contains("380 bn CNY") }
    #expect(rows.count == 2 && Set(rows).count == 2, "got \(rows)")
    #expect(rows.allSatisfy { !$0.contains(";") && DisplayWidth.of($0) <= width }, "got \(rows)")
  }

  @Test func theRowNameGoesBeforeTheSource() {
    // The row of the table, not the list of sources below it.
    let table = text(width: 64).prefix { $0 != "S" }
    #expect(!table.contains("seeds/articles.csv"), "got \(table)")
    #expect(table.contains("Lanjing"), "got \(table)")
  }
}
