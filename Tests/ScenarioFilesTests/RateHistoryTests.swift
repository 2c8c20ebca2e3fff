import Testing

@testable import ScenarioFiles

/// Histories to fit a process to, and what is wrong with them, word for word.
@Suite struct RateHistoryTests {
  private static func read(
    _ csv: String, from: String? = nil, to: String? = nil
  ) throws -> (RateHistory?, String) {
    try ProjectFiles.withFolder(["r.csv": csv]) { folder in
      switch RateHistory.read(file: "\(folder)/r.csv", from: from, to: to) {
      case .success(let history): (history, "")
      case .failure(let failure): (nil, failure.rendered.replacing(folder + "/", with: ""))
      }
    }
  }

  private static let months =
    "id,period,value,meaning\na,2015-01,1,average of the month\nb,2015-02,2,average of the month\n"
    + "c,2015-03,3,average of the month\nd,2015-04,4,average of the month\n"
    + "e,2015-05,5,average of the month\n"

  @Test func readsMonths() throws {
    let (all, words) = try Self.read(Self.months)
    let history = try #require(all, "\(words)")
    #expect(history.values == [1, 2, 3, 4, 5] && history.observationsPerYear == 12)
    #expect(history.averaged == "average of the month" && history.lastIdentifier == "e")
    let (part, _) = try Self.read(Self.months, from: "2015-01", to: "2015-04")
    #expect(part?.values == [1, 2, 3, 4] && part?.lastIdentifier == "d")
  }

  @Test func readsQuartersAndDays() throws {
    let quarters = "period,value\n2015Q3,1\n2015Q4,2\n2016Q1,1\n2016Q2,4\n"
    #expect(try Self.read(quarters).0?.observationsPerYear == 4)
    // Three steps in six days.
    let days = "period,value\n2016-02-26,1\n2016-02-29,2\n2016-03-01,1\n2016-03-03,4\n"
    let perYear = try #require(try Self.read(days).0).observationsPerYear
    #expect(abs(perYear - 3 / (6 / 365.25)) < 1e-9, "expected 182.625, got \(perYear)")
  }

  private static let five = "2015-02,2\n2015-03,3\n2015-04,4\n2015-05,5\n"

  static let rejected: [(csv: String, from: String?, to: String?, expected: String)] = [
    (
      "period,value\n2015-01,1\n2015-02\n2015-03,3,3\n", nil, nil,
      """
      r.csv:3:1: error: the row has 1 cell, but the header has 2
         3 | 2015-02
           | ^^^^^^^
         help: write an empty cell as two commas; put quotes around text with commas
      r.csv:4:9: error: the row has 3 cells, but the header has 2
         4 | 2015-03,3,3
           |         ^
         help: write an empty cell as two commas; put quotes around text with commas

      """
    ),
    (
      "period,value\n2015Q1,1\n2015Q2,2\n2015Q2,3\n", nil, nil,
      """
      r.csv:4:1: error: period 2015Q2 stands in line 3 already
         4 | 2015Q2,3
           | ^^^^^^
         help: keep one of the two rows

      """
    ),
    (
      "period,value\n2015-01,7.1x\n" + five, nil, nil,
      """
      r.csv:2:9: error: value: "7.1x" is not a number
         2 | 2015-01,7.1x
           |         ^^^^
         help: write a plain number such as `1.5`, without a unit

      """
    ),
    (
      "period,value\n2015-06,1\n" + five, nil, nil,
      """
      r.csv:3:1: error: 2015-02 comes after 2015-06
         3 | 2015-02,2
           | ^^^^^^^
         help: sort the rows by period

      """
    ),
    (
      "period,value\n2015-01,7\n", nil, nil,
      """
      r.csv:2:1: error: the history has 1 row, but a fit needs at least 4
         2 | 2015-01,7
           | ^^^^^^^
         help: give a longer history, or a wider stretch with --from and --to

      """
    ),
    (
      "period,value\n2015-01,7\n2015-02,7\n2015-03,7\n2015-04,7.0\n", nil, nil,
      """
      r.csv:3:9: error: value is 7 in all 4 rows
         3 | 2015-02,7
           |         ^
         help: a rate that never moves has no volatility; give another column, or `process: fixed`

      """
    ),
    (
      "period,value\n2014-12,1\n" + five, nil, nil,
      """
      r.csv:3:1: error: 2015-02 comes right after 2014-12
         3 | 2015-02,2
           | ^^^^^^^
         help: a fit needs every period; add the rows between, or begin after them with --from

      """
    ),
    (
      "period,value\n2015-01,0\n" + five, nil, nil,
      """
      r.csv:2:9: error: the figure is 0, but must be above 0
         2 | 2015-01,0
           |         ^
         help: only what is positive throughout has a growth; choose another --item, or a stretch without it

      """
    ),
    (
      "period,rate\n2015-01,1\n", nil, nil,
      """
      r.csv:1:1: error: the table has no column `value`
         1 | period,rate
           | ^^^^^^^^^^^
         help: its columns: period, rate

      """
    ),
    (
      "period,value\n" + five, "2014-01", nil,
      """
      --from 2014-01: error: r.csv has no period 2014-01
         | --from 2014-01
         |        ^^^^^^^
         help: write a period as it stands there, from 2015-02 to 2015-05

      """
    ),
    (
      "period,value\n" + five, "2015-04", "2015-02",
      """
      --to 2015-02: error: --from 2015-04 is later than --to 2015-02
         | --to 2015-02
         |      ^^^^^^^
         help: exchange the two

      """
    ),
  ]

  @Test(arguments: rejected.indices)
  func explains(index: Int) throws {
    let (csv, from, to, expected) = Self.rejected[index]
    let (_, got) = try Self.read(csv, from: from, to: to)
    #expect(got == expected, "expected\n\(expected)\ngot\n\(got)")
  }

  @Test func gapsOutsideTheStretchDoNotMatter() throws {
    let (history, words) = try Self.read(
      "period,value\n2014-12,1\n" + Self.five, from: "2015-02", to: "2015-05")
    #expect(history?.values == [2, 3, 4, 5], "\(words)")
  }
}
