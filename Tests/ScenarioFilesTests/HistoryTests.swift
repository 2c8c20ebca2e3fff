import CapexModel
import Foundation
import Testing

@testable import ScenarioFiles

/// Rates from a CSV file, with its own lines in messages.
@Suite struct HistoryTests {
  private static func read(_ csv: String, as name: String = "rates.csv") throws -> (
    AssumptionContent?, String
  ) {
    let files = [
      "scenarios/s.yaml": SmallScenario.text
        + "fx: { usdcny: { spot: 7.2, process: bootstrap, history: \(name) } }\n",
      "scenarios/rates.csv": csv, "seeds/rates.csv": csv, "rates.csv": csv,
    ]
    return try ProjectFiles.withFolder(files) { folder in
      switch ScenarioReader.read(file: "\(folder)/scenarios/s.yaml") {
      case .success(let document):
        (document.assumptions["fx.usdcny.history"]?.content, "accepted\n")
      case .failure(let failure):
        (nil, failure.rendered.replacing(folder + "/", with: ""))
      }
    }
  }

  @Test(arguments: ["rates.csv", "./rates.csv", "../seeds/rates.csv"])
  func readsValues(name: String) throws {
    let (content, _) = try Self.read(
      "period,value,source\n2015Q3,6.3,x\n2015Q4,6.4,x\n2016Q1,6.5,x\n", as: name)
    #expect(content == .history(file: name, values: [6.3, 6.4, 6.5]))
  }

  /// Months and days become quarters by their last value; an unfinished quarter is left out.
  @Test(arguments: [
    "2015-08,6.1\n2015-09,6.3\n2015-10,7.2\n2015-11,5.3\n2015-12,6.4\n2016-03,6.5\n2016-04,6.6\n",
    "2015-09-30,6.3\n2015-10-08,7.1\n2015-12-30,6.4\n2016-03-25,6.5\n2016-04-01,7.2\n",
    "2015Q3,6.3\n2015Q4,6.4\n2016Q1,6.5\n",
  ])
  func takesTheEndOfQuarters(rows: String) throws {
    let (content, rendered) = try Self.read("period,value\n" + rows)
    #expect(content == .history(file: "rates.csv", values: [6.3, 6.4, 6.5]), "\(rendered)")
  }

  static let rejected: [(String, String)] = [
    (
      "period,value\n2015-08,6.3\n2015-07,6.4\n",
      """
      scenarios/rates.csv:3:1: error: 2015-07 comes after 2015-08
         3 | 2015-07,6.4
           | ^^^^^^^
         help: sort the rows by period

      """
    ),
    (
      "period,value\n2015-08,6.3\n2015-08,6.4\n2015-08,6.5\n",
      """
      scenarios/rates.csv:3:1: error: period 2015-08 stands in line 2 already
         3 | 2015-08,6.4
           | ^^^^^^^
         help: keep one of the two rows
      scenarios/rates.csv:4:1: error: period 2015-08 stands in line 2 already
         4 | 2015-08,6.5
           | ^^^^^^^
         help: keep one of the two rows

      """
    ),
    (
      "period,value\n2015-09,6.3\n2015-12,6.3\n2016-02,6.4\n",
      """
      scenarios/s.yaml:7:57: error: the history has 2 whole quarters, but 3 are needed
         7 | fx: { usdcny: { spot: 7.2, process: bootstrap, history: rates.csv } }
           |                                                         ^^^^^^^^^
         help: give a longer history

      """
    ),
    (
      "period,value\n2015-09,6.3\n2015-11,6.3\n2016-01,6.4\n",
      """
      scenarios/rates.csv:4:1: error: there is no row for the end of 2015Q4 before this one
         4 | 2016-01,6.4
           | ^^^^^^^
         help: a history needs a row for the last month of each quarter, or one a quarter

      """
    ),
    (
      "period,value\n2015Q3,6.3\n2016Q1,6.3\n2016Q2,6.4\n",
      """
      scenarios/rates.csv:3:1: error: there is no row for the end of 2015Q4 before this one
         3 | 2016Q1,6.3
           | ^^^^^^
         help: a history needs a row for the last month of each quarter, or one a quarter

      """
    ),
    (
      "period,value\n2015-08,six\n2015-09,\n",
      """
      scenarios/rates.csv:2:9: error: value: "six" is not a number
         2 | 2015-08,six
           |         ^^^
         help: write a plain number such as `1.5`, without a unit
      scenarios/rates.csv:3:9: error: the cell of `value` is empty
         3 | 2015-09,
           |         ^
         help: fill it, or remove the row

      """
    ),
    (
      "period,value\n2015-08,6.3\n2015-13,6.3\n",
      """
      scenarios/rates.csv:3:1: error: "2015-13" is not a period like the others
         3 | 2015-13,6.3
           | ^^^^^^^
         help: write 2015-08, 2015Q3 or 2015-08-11, the same way in each row

      """
    ),
    (
      "period,value\n2015-08,6.3\n2015-09,-6.3\n",
      """
      scenarios/rates.csv:3:9: error: value is -6.3, but must be above 0
         3 | 2015-09,-6.3
           |         ^^^^
         help: a rate is positive; correct it, or remove the row

      """
    ),
    (
      "month,rate\n2015-08,6.3\n",
      """
      scenarios/s.yaml:7:57: error: the table has no column `period`
         7 | fx: { usdcny: { spot: 7.2, process: bootstrap, history: rates.csv } }
           |                                                         ^^^^^^^^^
         help: its columns: month, rate

      """
    ),
  ]

  @Test(arguments: rejected.indices)
  func explains(index: Int) throws {
    let (csv, expected) = Self.rejected[index]
    let (_, got) = try Self.read(csv)
    #expect(got == expected, "expected\n\(expected)\ngot\n\(got)")
  }

  /// A link inside the folder that leads out of it is outside.
  @Test func refusesLinksThatLeadOut() throws {
    let secret = "period,value\n2015-08,6.3\n2015-09,6.4\n"
    try ProjectFiles.withFolder(["rates.csv": secret]) { outside in
      let scenario =
        SmallScenario.text
        + "fx: { usdcny: { spot: 7.2, process: bootstrap, history: link.csv } }\n"
      try ProjectFiles.withFolder(["s.yaml": scenario]) { folder in
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/link.csv", withDestinationPath: "\(outside)/rates.csv")
        let failure = try #require(throws: ScenarioFailure.self) {
          try ScenarioReader.read(file: "\(folder)/s.yaml").get()
        }
        #expect(
          failure.diagnostics.map(\.problem) == [.file(.outside(name: "link.csv"))])
      }
    }
  }
}
