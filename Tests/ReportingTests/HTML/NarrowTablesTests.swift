import RiskAnalysis
import SyntheticResults
import Testing

@testable import Reporting

/// Tables for a phone.
@Suite struct NarrowTablesTests {
  private static func table(_ columns: [TextTable.Column], _ rows: [[String]]) -> TextTable {
    TextTable(title: "T", columns: columns, rows: rows.map { TextTable.Row(cells: $0) })
  }

  private static let wide = table(
    [
      .init(title: "fiscal", alignment: .left), .init(title: "calendar", alignment: .left),
      .init(title: "plan", alignment: .decimal),
    ]
      + ["capex", "revenue"].flatMap { group in
        ["P5", "P50", "P95"].map { .init(title: $0, alignment: .decimal, group: group) }
      },
    [
      ["FY2026 Q1", "2025Q2", "31.7"] + Array(repeating: "100.5", count: 6),
      ["       Q2", "2025Q3", "31.7"] + Array(repeating: "138.25", count: 6),
      ["       Q2", "2025Q4", "31.7"] + Array(repeating: "138.25", count: 6),
    ])

  @Test func groupsStayTogetherAndHeadsAreRepeated() throws {
    let parts = try #require(NarrowTables(Self.wide)).parts
    #expect(
      parts.map { $0.table.columns.map(\.title) } == [
        ["fiscal", "calendar", "plan", "P5", "P50", "P95"],
        ["fiscal", "calendar", "P5", "P50", "P95"],
      ])
    #expect(parts.map(\.table.title) == ["T", ""])
    #expect(parts.allSatisfy { $0.width <= NarrowTables.room && !$0.headsAbove })
  }

  /// Such as the names of scenarios.
  @Test func tablesOfWordsHaveOneHead() throws {
    let name = String(repeating: "long name ", count: 4)
    let table = Self.table(
      ["", "scenario", "as of", "over"].map { .init(title: $0, alignment: .left) },
      [["first", name, "2025-02-24", "2025Q1 – 2025Q4"], ["second", name, "", ""]])
    let parts = try #require(NarrowTables(table)).parts
    #expect(
      parts.flatMap { $0.table.columns.dropFirst().map(\.title) } == [
        "scenario", "as of", "over",
      ])
    #expect(parts.allSatisfy { $0.table.rows.map { $0.cells[0] } == ["first", "second"] })
  }

  @Test func whatFitsIsLeftWhole() {
    #expect(NarrowTables(Self.wide.only([0, 1, 2])) == nil)
  }

  @Test func longHeadsStandAbove() throws {
    let columns =
      [TextTable.Column(title: "", alignment: .left)]
      + (0..<5).map { TextTable.Column(title: "P\($0)") }
    let parts = try #require(
      NarrowTables(
        Self.table(
          columns,
          [["net present value to 2035Q1 at 10 %, CNY bn"] + Array(repeating: "2034Q2", count: 5)]))
    ).parts
    #expect(parts.count == 1 && parts[0].headsAbove && parts[0].width <= NarrowTables.room)
    let markup = ParsedMarkup(Markup.table(parts[0].table, name: "x").source)
    #expect(markup.problem == nil)
  }

  /// Of every table of both pages: each number is in one part, and no part is wider than a phone
  /// unless a single column is.
  @Test func everyNumberIsThereOnce() throws {
    let answers = SyntheticHistory.answers
    let tables =
      ReportCharts(answers).all.map(\.table) + ComparisonPageTests.charts.map(\.table) + [
        ScheduleSection(answers: answers).table, DistributionSection(answers: answers).table,
        ProbabilitySection(answers: answers).table,
        ProbabilitySection(answers: answers).quarterlyTable,
      ]
    var cut = 0
    for table in tables {
      guard let parts = NarrowTables(table)?.parts else { continue }
      cut += 1
      let heads = parts[0].table.columns.prefix { $0.alignment == .left }.count
      let numbers = parts.flatMap { $0.table.columns.dropFirst(heads).map(\.title) }
      let all = table.columns.drop { $0.alignment == .left }.map(\.title)
      #expect(numbers == all)
      for part in parts where part.table.columns.count > heads + 1 {
        #expect(part.width <= NarrowTables.room, "\(part.table.columns.map(\.title))")
      }
      let page = ParsedMarkup(Markup.table(table, name: "x").source)
      let divisions = page.named("div").compactMap { $0.attributes["class"] }
      #expect(page.problem == nil || divisions.isEmpty, "\(page.problem ?? "")")
    }
    #expect(cut > 3)
  }
}
