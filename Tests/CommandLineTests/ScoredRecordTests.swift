import Foundation
import Testing

@testable import RiskAnalysis

/// What `score` says of how a forecast was made.
extension ScoreCommandTests {
  /// A forecast that is named twice, itself or as its record, counts once.
  @Test func aForecastCountsOnce() throws {
    try inFolder([:]) { folder in
      let record = folder + "/kept.json"
      let kept = try Tool.run([
        "run", "plan-kept", "--trials", "2000", "--record", record, "--output", folder + "/report",
      ])
      #expect(kept.status == 0, "\(kept.errors)")
      for forecasts in [["plan-kept", record], [record, record]] {
        let run = try Tool.run(
          ["score"] + forecasts + ["--trials", "2000", "--actuals", Self.company])
        #expect(run.status == 64 && run.output == "", "\(run.output)")
        #expect(
          run.errors.contains("\(record) is the same forecast as \(forecasts[0])"), "\(run.errors)")
      }
    }
  }

  /// A ledger may hold a forecast of which nothing is out; a missing figure is named.
  @Test func whatIsNotOutYetIsNamed() throws {
    let table = try String(contentsOfFile: "\(Tool.root)/\(Self.company)", encoding: .utf8)
    let gap = table.split(separator: "\n").filter { !$0.hasPrefix("2025Q2-capex") }
      .joined(separator: "\n")
    try inFolder(["gap.csv": gap + "\n"]) { folder in
      let run = try Tool.run([
        "score", "alibaba-380b", "alibaba-380b-2025q3", "--trials", "2000", "--actuals",
        "\(folder)/gap.csv",
      ])
      #expect(run.status == 0, "\(run.errors)")
      let page = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(
        page.contains("alibaba-380b-2025q3: no figure that it foretells is in these tables yet."),
        "\(page)")
      #expect(
        page.contains("capex of 2025Q2 was foretold by alibaba-380b, and is missing"), "\(page)")
    }
  }

  @Test func fewTrialsSaySo() throws {
    for (trials, says) in [("1", true), ("999", true), ("1000", false)] {
      let run = try Tool.run(["score", "--trials", trials, "--actuals", Self.company])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("mostly chance") == says, "\(run.output)")
    }
  }

  /// A record of another version, or of a scenario that has changed since, is scored and says so.
  @Test func oldRecordsSaySo() throws {
    let base = "extends: alibaba-380b\nname: Mine\n"
    try inFolder(["s.yaml": base + "imports: { hedged: 20% }\n"]) { folder in
      let record = folder + "/kept.json"
      let run = try Tool.run([
        "run", folder + "/s.yaml", "--set", "plan.mode=kept", "--metric",
        "share = capex / cloudRevenue", "--trials", "2000", "--record", record, "--output",
        folder + "/report",
      ])
      #expect(run.status == 0, "\(run.errors)")
      func remarks(_ format: String) throws -> String {
        let run = try Tool.run(
          ["score", record, "--format", format, "--actuals", Self.company])
        #expect(run.status == 0, "\(run.errors)")
        return run.output
      }
      func listed() throws -> [String] {
        let forecasts = try object(try remarks("json"))["forecasts"] as? [[String: Any]]
        return forecasts?.first?["remarks"] as? [String] ?? []
      }
      #expect(try listed() == [], "nothing has changed, flags included")
      // Another assumption today; the same file with a comment is no change.
      try Data((base + "# still\nimports: { hedged: 20% }\n").utf8)
        .write(to: URL(filePath: folder + "/s.yaml"))
      #expect(try listed() == [])
      try Data((base + "imports: { hedged: 30% }\n").utf8)
        .write(to: URL(filePath: folder + "/s.yaml"))
      let text = try String(contentsOfFile: record, encoding: .utf8)
      try Data(text.replacing("\"program\": \"0.1.0\"", with: "\"program\": \"0.0.9\"").utf8)
        .write(to: URL(filePath: record))
      let found = try listed()
      #expect(found.count == 2, "\(found)")
      #expect(found.first == "made by capexsim 0.0.9; this is 0.1.0")
      #expect(found.last?.contains("other assumptions than \(folder)/s.yaml has today") == true)
      let page = try remarks("text").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(page.contains("was made by capexsim 0.0.9; this is 0.1.0."), "\(page)")
      #expect(page.contains("was made from other assumptions"), "\(page)")
      let rows = try remarks("csv").split(separator: "\n").filter { $0.contains(",remark,") }
      #expect(rows.count == 2, "\(rows)")
      try FileManager.default.removeItem(atPath: folder + "/s.yaml")
      #expect(try listed().last?.contains("cannot be read today") == true)
    }
  }
}
