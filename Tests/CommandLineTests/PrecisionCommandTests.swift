import Foundation
import Testing

/// `--until` and several scenarios, as people call them.
@Suite struct PrecisionCommandTests {
  private static let small = ["--set", "quarters=16", "--threads", "2"]

  /// What a run wrote without the lines on what it was asked for.
  private func without(_ lines: (Substring) -> Bool, _ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).filter { !lines($0) }
      .joined(separator: "\n")
  }

  /// The run stops, says so in every form, and is otherwise the run of as many trials.
  @Test func stopsAndIsThePlainRun() throws {
    let until = ["run", "--until", "P90 totalCapex within 0.7bn CNY, mean npv within 1bn CNY"]
    let csv = try Tool.run(until + ["--format", "csv"] + Self.small)
    #expect(csv.status == 0 && csv.errors == "", "\(csv.errors)")
    let rows = csv.output.split(separator: "\n").filter { $0.hasPrefix("until,") }
    #expect(rows.count == 2 && rows.allSatisfy { $0.hasSuffix(": reached") }, "\(rows)")
    #expect(rows.first?.hasPrefix("until,CNY bn,,,P90 totalCapex,") ?? false, "\(rows)")
    let trials =
      try #require(csv.output.split(separator: "\n").first { $0.contains(",trials,") })
      .split(separator: ",").last ?? ""
    #expect(Int(trials).map { $0 > 32_768 && $0.isMultiple(of: 2048) } ?? false, "\(trials)")

    let plain = ["run", "--trials", String(trials)]
    let plainCSV = try Tool.run(plain + ["--format", "csv"] + Self.small)
    #expect(without({ $0.hasPrefix("until,") }, csv.output) == plainCSV.output)

    let json = try Tool.run(until + ["--format", "json"] + Self.small)
    let plainJSON = try Tool.run(plain + ["--format", "json"] + Self.small)
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let asked = try #require(object?["until"] as? [[String: Any]])
    #expect(asked.map { $0["reached"] as? Bool } == [true, true])
    // The member stands on lines of its own.
    var inside = false
    let rest = without(
      { line in
        let isOurs = inside || line == "  \"until\": ["
        inside = isOurs && line != "  ],"
        return isOurs
      }, json.output)
    #expect(rest == plainJSON.output)

    let text = try Tool.run(until + Self.small)
    let lines = text.output.split(separator: "\n").filter { $0.hasSuffix("  reached") }
    #expect(lines.count == 2 && lines[0].contains("P90 totalCapex within 0.7bn CNY"), "\(lines)")
  }

  @Test func theCapIsStatusThree() throws {
    let run = try Tool.run(
      ["run", "--until", "P90 totalCapex within 1mn CNY", "--max-trials", "5000"] + Self.small)
    #expect(run.status == 3 && run.errors == "", "\(run.status) \(run.errors)")
    #expect(run.output.contains("5,000 trials"))
    let line = run.output.split(separator: "\n").first { $0.contains("within 1mn CNY") } ?? ""
    #expect(line.contains("not reached: needs about ") && line.hasSuffix(" trials"), "\(line)")
  }

  /// The reports follow each other, each the same as alone.
  @Test func severalScenarios() throws {
    let names = ["peers/amazon", "peers/meta"]
    let common = ["--trials", "3000", "--format"]
    let csv = try Tool.run(["run"] + names + common + ["csv"])
    let json = try Tool.run(["run"] + names + common + ["json"])
    #expect(csv.status == 0 && json.status == 0, "\(csv.errors)\(json.errors)")
    let objects = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [Any]
    #expect(objects?.count == 2)
    var rows: [String] = []
    for (place, name) in names.enumerated() {
      let alone = try Tool.run(["run", name] + common + ["csv"])
      let own = alone.output.split(separator: "\n").map(String.init)
      if place == 0 { rows.append("scenario," + own[0]) }
      rows += own.dropFirst().map { "\(name),\($0)" }
      let object = try JSONSerialization.jsonObject(
        with: Data(try Tool.run(["run", name] + common + ["json"]).output.utf8))
      #expect((objects?[place] as? NSObject) == (object as? NSObject), "\(name)")
    }
    #expect(csv.output == rows.map { $0 + "\n" }.joined())

    let text = try Tool.run(["run"] + names + ["--trials", "3000"])
    let titles = text.output.split(separator: "\n").filter { $0.contains("mode: ") }
    #expect(titles.count == 2, "\(titles)")
  }

  @Test func severalScenariosIntoAFolder() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = try Tool.run([
      "run", "peers/amazon", "scenarios/peers/meta.yaml", "--trials", "600", "--output", folder,
    ])
    #expect(run.status == 0, "\(run.errors)")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    let names = ["peers-amazon", "scenarios-peers-meta"]
    let expected = names.flatMap { name in
      [name] + ["quantities.csv", "report.txt", "result.json"].map { "\(name)/\($0)" }
    }
    #expect(files == expected, "\(files)")
  }

  /// Each scenario goes on until its own conditions hold, and one that misses makes the status 3.
  @Test func untilAcrossScenarios() throws {
    let run = try Tool.run([
      "run", "peers/amazon", "peers/meta", "--format", "csv", "--max-trials", "300k", "--until",
      "mean totalCapex within 1%", "--until", "peers/meta: P50 totalCapex within 1mn USD",
    ])
    #expect(run.status == 3, "\(run.status) \(run.errors)")
    let lines = run.output.split(separator: "\n")
    let trials = lines.filter { $0.contains(",certificate,,,,trials,") }
    #expect(trials.count == 2 && trials[1].hasSuffix(",300000"), "\(trials)")
    let asked = lines.filter { $0.contains(",until,") }
    #expect(asked.count == 3 && asked[2].hasSuffix(": not reached"), "\(asked)")
    let wrong = try Tool.run([
      "run", "alibaba-380b", "peers/meta", "--until", "P50 totalCapex within 1bn CNY",
    ])
    #expect(wrong.status == 2 && wrong.output == "")
    #expect(wrong.errors.hasPrefix("in scenario peers/meta:\n--until P50"), "\(wrong.errors)")
  }

  /// Overflow in a few trials: counted, named with trial, quantity and quarter, status 0.
  @Test func overflowIsNamed() throws {
    let arguments = [
      "run", "--trials", "2048", "--set", "quarters=80", "--set", "cloud.growth.volatility=499%",
      "--set", "cloud.growth.speed=0.01", "--format", "csv",
    ]
    let run = try Tool.run(arguments)
    #expect(run.status == 0, "\(run.errors)")
    let warning = run.output.split(separator: "\n").first {
      $0.hasPrefix("warning,,,,infinite,,,,\"cloudRevenue is infinite in ")
    }
    let text = try #require(warning)
    #expect(text.contains("; the first is trial ") && text.contains(" in 204"), "\(text)")
    let report = try Tool.run(arguments.dropLast(2) + ["--format", "text"])
    #expect(report.output.contains("warning: Cloud revenue in the quarter, CNY bn is infinite in"))
  }
}
