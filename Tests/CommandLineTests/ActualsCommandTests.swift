import Foundation
import Testing

/// A scenario that knows what has happened, as people run it.
@Suite struct ActualsCommandTests {
  private static let name = "alibaba-380b-2025q3"

  @Test func theSplitOfTheFilesAddsUp() throws {
    let run = try Tool.run(["run", Self.name, "--trials", "2000", "--format", "csv"])
    #expect(run.status == 0, "\(run.errors)")
    var columns: [String: [String: Int]] = [:]
    for line in run.output.split(separator: "\n") where line.hasPrefix("change,") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let words = cells[4].split(separator: " ").map(String.init)
      columns["\(words[0]) \(cells[1])", default: [:]][words[1]] = Int(cells[5])
    }
    #expect(columns.count == 4, "\(columns.keys)")
    for (name, values) in columns {
      let causes = ["timing", "scope", "exchangeRate", "model"].compactMap { values[$0] }
      let change = (values["now"] ?? 0) - (values["before"] ?? 0)
      #expect(causes.count == 4 && causes.reduce(0, +) == change, "\(name): \(values)")
    }
    #expect(run.output.contains("\nphasing,CNY bn,2025Q2,FY2026 Q1,spent,38.676,,,\n"))
    #expect(run.output.contains("\nphasing,CNY bn,2025Q3,FY2026 Q2,spent,31.501,,,\n"))
    #expect(run.output.contains("\nphasing,CNY bn,2025Q4,FY2026 Q3,proRata,30.983,,,\n"))
  }

  /// Each row of both tables, used or ignored.
  @Test func everyRowIsReported() throws {
    let run = try Tool.run(["run", Self.name, "--trials", "100", "--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let actuals = try #require(object?["actuals"] as? [String: Any])
    let tables = try #require(actuals["tables"] as? [[String: Any]])
    for (table, seeds) in zip(tables, ["alibaba-quarterly", "usdcny-daily-later"]) {
      let text = try String(contentsOfFile: Tool.root + "/seeds/\(seeds).csv", encoding: .utf8)
      let rows = try #require(table["rows"] as? [[String: Any]])
      #expect(rows.count == text.split(separator: "\n").count - 1)
      for row in rows {
        let use = row["use"] as? String ?? ""
        let isIgnored = row["isIgnored"] as? Bool
        #expect(isIgnored == use.hasPrefix("ignored: ") && isIgnored != use.hasPrefix("taken "))
      }
    }
    let change = try #require(object?["change"] as? [String: Any])
    #expect(change["against"] as? String == "Alibaba's 380 billion, as of 24 February 2025")
  }

  @Test func theScheduleBeginsWithWhatWasSpent() throws {
    let schedule = try Tool.run(["schedule", Self.name, "--format", "csv"])
    let capex = schedule.output.split(separator: "\n").dropFirst().compactMap {
      Int($0.split(separator: ",")[2])
    }
    #expect(capex.prefix(2) == [38_676, 31_501])
    #expect(capex.count == 12 && capex.reduce(0, +) == 380_000)
    let held = try Tool.run([
      "schedule", Self.name, "--set", "actuals.phasing=holdRunRate", "--format", "csv",
    ])
    #expect(held.output.contains(",31641,"), "\(held.output)")
  }

  @Test func aTotalThatIsAnOutcomeSaysSo() throws {
    let run = try Tool.run([
      "run", Self.name, "--trials", "500", "--set", "actuals.phasing=holdRunRate", "--set",
      "plan.mode=kept",
    ])
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in [
      "mode: holdRunRate", "The total is an outcome.", "total capex (holdRunRate), CNY bn",
    ] { #expect(words.contains(part), "no \(part)") }
  }

  /// The page has what the text has, and pictures of it.
  @Test func thePageShowsWhatHasHappened() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "x.html").path
    let charts = folder.appending(path: "charts").path
    let run = try Tool.run([
      "report", Self.name, "--trials", "2000", "--output", path, "--charts", charts,
    ])
    #expect(run.status == 0, "\(run.errors)")
    let page = try String(contentsOfFile: path, encoding: .utf8)
    #expect(page.utf8.count < 500_000, "\(page.utf8.count) bytes")
    for part in [
      "Spent until 2025Q3: 70,177 million CNY.", "simulated from 2025Q4",
      "Change against Alibaba&#39;s 380 billion, as of 24 February 2025",
      "../seeds/alibaba-quarterly.csv, 101 rows, 2017Q2 – 2025Q3",
    ] { #expect(page.contains(part), "no \(part)") }
    let files = try FileManager.default.contentsOfDirectory(atPath: charts)
    for name in ["history", "change-totalCapex-CNY", "change-totalCapex-USD", "capex"] {
      #expect(files.contains("\(name).svg") && files.contains("\(name).vl.json"), "no \(name)")
    }
  }

  @Test func mistakesHaveTheirPlace() throws {
    let run = try Tool.run([
      "run", Self.name, "--set", "actuals.until=2025Q4",
    ])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(
      run.errors.contains("error: the table has no figure for 2025Q4")
        && run.errors.contains("its last is for 2025Q3"), "\(run.errors)")
  }

  /// What was done about a quarter without a figure is said, also before the start, and that months
  /// are averages.
  @Test func whatIsMissingIsSaid() throws {
    let shipped = try String(
      contentsOfFile: "\(Tool.root)/seeds/alibaba-quarterly.csv", encoding: .utf8)
    let rest = shipped.split(separator: "\n").filter { !$0.hasPrefix("2025Q1-cloud-revenue,") }
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data((rest.joined(separator: "\n") + "\n").utf8).write(
      to: folder.appending(path: "gap.csv"))
    try Data(
      "extends: alibaba-380b\nactuals: { file: gap.csv, until: 2025Q3 }\n".utf8
    ).write(to: folder.appending(path: "gap.yaml"))
    try FileManager.default.copyItem(
      atPath: "\(Tool.root)/seeds/usdcny-monthly-later.csv", toPath: "\(folder.path)/rates.csv")
    let run = try Tool.run([
      "run", "\(folder.path)/gap.yaml", "--trials", "256", "--set", "fx.usdcny.actuals=rates.csv",
    ])
    #expect(run.status == 0, "\(run.errors)")
    for part in [
      "gap.yaml:2:18: warning: no cloud revenue for 2025Q1; simulated",
      "warning: rates.csv holds averages (\"average of the month\")",
    ] {
      #expect(run.errors.contains(part), "no \(part) in \(run.errors)")
    }
  }
}
