import CapexModel
import Testing

@testable import ScenarioFiles

/// Figures that came out, and what is wrong with them, word for word.
@Suite struct ObservationsTests {
  private static func read(_ files: [(String, String)]) throws -> (Observations?, String) {
    let contents = Dictionary(files) { first, _ in first }
    return try ProjectFiles.withFolder(contents) { folder in
      switch Observations.read(files: files.map { "\(folder)/\($0.0)" }) {
      case .success(let found): (found, "")
      case .failure(let failure): (nil, failure.rendered.replacing(folder + "/", with: ""))
      }
    }
  }

  private static let head = "period,item,value,unit\n"

  @Test func readsTheShippedTables() throws {
    let files = ["alibaba-quarterly", "usdcny-monthly", "usdcny-monthly-later"].map {
      "\(ProjectFiles.root)/seeds/\($0).csv"
    }
    let found = try Observations.read(files: files).get()
    let spent = try #require(
      found.rows.first { $0.quantity == "capex" && $0.period == "2025Q2" })
    #expect(spent.value == 38.676 && spent.unit == "CNY bn" && spent.endsQuarter)
    let growth = try #require(
      found.rows.first { $0.item == "cloud revenue growth" && $0.period == "2025Q3" })
    #expect(growth.value == 0.34 && growth.unit == "" && growth.quantity == growth.item)
    let rate = try #require(found.rows.last)
    #expect(rate.quantity == "fx.usdcny" && rate.unit == "CNY/USD" && rate.value == 7.1235)
    #expect(rate.quarter == Quarter(year: 2025, number: 3) && rate.averaged != nil)
    #expect(found.rows.first { $0.period == "2025-08" }?.endsQuarter == false)
  }

  static let rejected: [(files: [(String, String)], expected: String)] = [
    (
      [("a.csv", head + "2025Q2,capex,3\n")],
      """
      a.csv:2:14: error: the row has 3 cells, but the header has 4
         2 | 2025Q2,capex,3
           |              ^
         help: write an empty cell as two commas; put quotes around text with commas

      """
    ),
    (
      [("a.csv", head + "2025Q2,capital expenditure,3o,bn CNY\n")],
      """
      a.csv:2:28: error: value: "3o" is not a number
         2 | 2025Q2,capital expenditure,3o,bn CNY
           |                            ^^
      """
    ),
    (
      [("a.csv", head + "2025Q2,capex,3,bn CNY\n2025Q2,capex,4,bn CNY\n")],
      """
      a.csv:3:8: error: capex of 2025Q2 stands in line 2 already
         3 | 2025Q2,capex,4,bn CNY
           |        ^^^^^
         help: keep one of the two rows, the revised one if it was revised

      """
    ),
    (
      [("a.csv", head + "2025Q2,capex,3,bn CNY\n"), ("b.csv", head + "2025Q2,capex,4,bn CNY\n")],
      "b.csv:2:8: error: capex of 2025Q2 stands in a.csv, line 2, already\n"
    ),
    (
      [("a.csv", head + "2025Q2,capex,3,bn CNY\n2025Q1,capex,4,bn CNY\n")],
      """
      a.csv:3:1: error: 2025Q1 comes after 2025Q2
         3 | 2025Q1,capex,4,bn CNY
           | ^^^^^^
         help: sort the rows by period

      """
    ),
    (
      [("a.csv", head + "2025-13,capex,3,bn CNY\n")],
      "a.csv:2:1: error: \"2025-13\" is not a period like the others\n"
    ),
    (
      [("a.csv", head + "2025Q2,capital expenditure,-3,bn CNY\n")],
      """
      a.csv:2:28: error: capital expenditure is -3, but must be above 0
         2 | 2025Q2,capital expenditure,-3,bn CNY
           |                            ^^
         help: correct it, or remove the row

      """
    ),
    (
      [("a.csv", "period,value\n2025Q2,3\n")],
      "a.csv:1:1: error: the table has no column `item`\n"
    ),
  ]

  @Test(arguments: rejected.indices)
  func mistakesAreSaidWithTheirPlace(index: Int) throws {
    let (files, expected) = Self.rejected[index]
    let (found, words) = try Self.read(files)
    #expect(found == nil)
    #expect(words.hasPrefix(expected), "\(words)")
  }

  @Test func otherUnitsAreRefused() throws {
    let (found, _) = try Self.read([("a.csv", Self.head + "2025Q2,capex,3,mn USD\n")])
    let observations = try #require(found)
    #expect(throws: Never.self) { try observations.check(units: [("capex", "USD bn")]) }
    do throws(ScenarioFailure) {
      try observations.check(units: [("capex", "CNY bn")])
      Issue.record("accepted")
    } catch {
      #expect(
        error.rendered.contains(
          ":2:16: error: capex is in mn USD, but the forecast is in CNY bn\n"),
        "\(error.rendered)")
    }
  }

  /// One item of a table with many, for a fit.
  @Test func oneItemIsAHistory() throws {
    let file = "\(ProjectFiles.root)/seeds/alibaba-quarterly.csv"
    let history = try RateHistory.read(file: file, to: "2024Q4", item: "capital expenditure").get()
    #expect(history.values.count == 31 && history.observationsPerYear == 4)
    #expect(history.values.last == 31775 && history.lastIdentifier == "2024Q4-capex")
    guard case .failure(let failure) = RateHistory.read(file: file, item: "capital") else {
      Issue.record("accepted an unknown item")
      return
    }
    #expect(
      failure.rendered.contains(
        "alibaba-quarterly.csv:1:1: error: no row has the item capital\n"),
      "\(failure.rendered)")
  }
}
