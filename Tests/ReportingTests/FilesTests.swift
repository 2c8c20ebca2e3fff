import Foundation
import MonteCarlo
@testable import Reporting
import RiskAnalysis
import SyntheticResults
import Testing

/// Rows of RFC 4180, read back without the writer's help.
private func parse(_ csv: String) -> [[String]] {
  var rows: [[String]] = [[]]
  var cell = ""
  var isQuoted = false
  var scalars = csv.unicodeScalars.makeIterator()
  var next = scalars.next()
  while let scalar = next {
    next = scalars.next()
    if isQuoted {
      if scalar == "\"" {
        if next == "\"" {
          cell += "\""
          next = scalars.next()
        } else {
          isQuoted = false
        }
      } else {
        cell.unicodeScalars.append(scalar)
      }
    } else if scalar == "\"" {
      isQuoted = true
    } else if scalar == "," || scalar == "\n" {
      rows[rows.count - 1].append(cell)
      cell = ""
      if scalar == "\n" { rows.append([]) }
    } else {
      cell.unicodeScalars.append(scalar)
    }
  }
  return rows.dropLast()
}

@Suite struct QuantitiesCSVTests {
  @Test func everyNumberReadsBack() throws {
    let answers = SyntheticRun.standard
    let rows = parse(QuantitiesCSV(answers).text)
    #expect(rows.first?.joined(separator: ",") == QuantitiesCSV.header)
    #expect(rows.allSatisfy { $0.count == 9 })
    let certificate = rows.filter { $0[0] == "certificate" }.map { [$0[4], $0[8]] }
    #expect(certificate.contains(["seed", String(answers.seed)]))
    #expect(certificate.contains(["mode", answers.context.plan.mode.rawValue]))
    #expect(rows.dropFirst().allSatisfy { $0[5].isEmpty || Double($0[5]) != nil })
    let capex = try #require(answers.quantity("capex"))
    for t in 1...12 {
      let mean = try #require(capex.quarter(t)?.mean)
      let row = try #require(
        rows.first {
          $0[0] == "capex" && $0[2] == answers.context.calendar(t).description && $0[4] == "mean"
        })
      #expect(row[1] == "CNY bn" && row[3] == answers.context.fiscal(t).description)
      #expect(Double(row[5]) == mean.value, "expected \(mean.value), got \(row[5])")
      #expect(Double(row[6]) == mean.interval?.low && Double(row[7]) == mean.interval?.high)
    }
  }

  @Test func quartersAndTheirNever() throws {
    let answers = SyntheticRun.standard
    let rows = parse(QuantitiesCSV(answers).text).filter { $0[0] == "payback" }
    #expect(rows.map { $0[4] } == ["P5", "P25", "P50", "P75", "P95", "never"])
    #expect(rows[0][8].contains("Q") && rows[4][8] == "never")
    #expect(Double(rows[0][5]) != nil && rows[4][5] == "")
    let never = try #require(answers.quantity("payback")?.whole?.never)
    #expect(Double(rows[5][5]) == never.value)
  }

  @Test(arguments: [
    ("plain", "plain"), ("=1+1", "'=1+1"), ("+x", "'+x"), ("-x", "'-x"), ("@x", "'@x"),
    ("＝1+1", "'＝1+1"),
    ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\r\nb", "\"a\r\nb\""), ("=a,b", "\"'=a,b\""),
    ("", ""), ("a\u{1B}[2Jb", "a\\u{1B}[2Jb"), ("a\u{202E}b\u{200B}", "a\\u{202E}b\\u{200B}"),
    ("a\tb", "a\tb"),
  ])
  func cells(text: String, cell: String) {
    #expect(CSVText.text(text) == cell)
  }

  @Test(arguments: ["a,b", "\"", "a\r\nb", "\n", "x\"\"y,"])
  func cellsReadBack(text: String) {
    #expect(parse(CSVText.text(text) + ",z\n") == [[text, "z"]])
  }

  @Test func numbersAreNotDefused() {
    #expect(CSVText.number(-1.5) == "-1.5")
    #expect(CSVText.number(.nan) == "" && CSVText.number(-.infinity) == "")
  }
}

@Suite struct ResultJSONTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func everyNumberReadsBack() throws {
    let answers = SyntheticRun.standard
    let json = try object(ResultJSON(answers).text)
    let quantities = try #require(json["quantities"] as? [[String: Any]])
    #expect(quantities.compactMap { $0["name"] as? String } == answers.quantities.map(\.name))
    let total = try #require(quantities.first { $0["name"] as? String == "totalCapex" })
    let median = try #require(total["P50"] as? [String: Any])
    let expected = try #require(answers.quantity("totalCapex")?.whole?[.p50])
    #expect(median["value"] as? Double == expected.value)
    #expect(
      median["interval"] as? [Double] == expected.interval.map { [$0.low, $0.high] })
    let capex = try #require(quantities.first { $0["name"] as? String == "capex" })
    let periods = try #require(capex["periods"] as? [[String: Any]])
    #expect(periods.count == 24 && periods[0]["period"] as? String == "2025Q2")
    #expect(periods[0]["fiscal"] as? String == "FY2026 Q1")
    #expect(
      periods[3]["standardDeviation"] as? Double
        == answers.quantity("capex")?.quarter(4)?.standardDeviation)
  }

  @Test func theCertificateSaysWhatToRunAgain() throws {
    var run = SyntheticRun()
    run.seed = .max
    run.trials = 10
    var context = run.context
    context.scenario = "quote \" backslash \\ \u{202E}\u{7}\r\n阿里 🚀"
    context.overrides = [.init(path: "a.b", value: "6%", fileValue: nil)]
    let json = try object(ResultJSON(Answers(run.result, context: context)).text)
    let certificate = try #require(json["certificate"] as? [String: Any])
    #expect(certificate["scenario"] as? String == context.scenario)
    #expect(certificate["seed"] as? String == "18446744073709551615")
    #expect(certificate["trials"] as? Int == 10 && certificate["mode"] as? String == "revised")
    let overrides = try #require(certificate["overrides"] as? [[String: Any]])
    #expect(overrides[0]["value"] as? String == "6%" && overrides[0]["file"] is NSNull)
  }

  @Test func noNumberIsNullAndNoQuarterNever() throws {
    var run = SyntheticRun()
    run.trials = 100
    run.kept = ["x", "payback"]
    run.extra = [
      SyntheticRun.quantity("x", values: (0..<100).map { $0 < 90 ? 1 : .infinity })
    ]
    let text = ResultJSON(run.answers).text
    let quantities = try #require(try object(text)["quantities"] as? [[String: Any]])
    let x = try #require(quantities.first { $0["name"] as? String == "x" })
    #expect((x["P95"] as? [String: Any])?["value"] is NSNull)
    let payback = try #require(quantities.first { $0["name"] as? String == "payback" })
    #expect((payback["P95"] as? [String: Any])?["value"] as? String == "never")
  }

  /// Elapsed time is the only thing that differs from run to run.
  @Test func elapsedTimeIsInNoFile() {
    var run = SyntheticRun()
    run.trials = 100
    var context = run.context
    context.elapsedSeconds = 1.25
    let timed = Answers(run.result, context: context)
    #expect(ResultJSON(timed).text == ResultJSON(run.answers).text)
    #expect(QuantitiesCSV(timed).text == QuantitiesCSV(run.answers).text)
    #expect(RunReport(timed, width: 100, palette: .plain).text.contains("1.3 s"))
  }
}
