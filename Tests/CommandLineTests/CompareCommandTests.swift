import Foundation
import Testing

@Suite struct CompareCommandTests {
  @Test func variantsShareTheirDraws() throws {
    let outcome = try Tool.run([
      "compare", "alibaba-380b", "price-war", "--trials", "4000", "--format", "csv",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rows = outcome.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    // Price cuts leave spending alone, trial by trial, and lower revenue.
    let total = try #require(
      rows.first { $0[0] == "totalCapex" && $0[2] == "mean" && $0[3] == "price-war" })
    #expect(total[7] == "0.0" || total[7] == "0", "\(total)")
    #expect(total[10] == "same")
    let revenue = try #require(
      rows.first { $0[0] == "cloudRevenue.FY2027" && $0[2] == "mean" && $0[3] == "price-war" })
    #expect(Double(revenue[7]).map { $0 < 0 } == true, "\(revenue)")
    #expect(revenue[10] == "real")
  }

  @Test func companiesInOneCurrency() throws {
    let outcome = try Tool.run([
      "compare", "scenarios/alibaba-380b.yaml", "scenarios/peers/amazon.yaml",
      "scenarios/peers/meta.yaml", "--metric", "capexUSD", "--over", "2025", "--trials", "4000",
      "--format", "json",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let parsed =
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let result = try #require(parsed)
    let runs = try #require(result["runs"] as? [[String: Any]])
    #expect(
      runs.map { $0["span"] as? String } == [
        "2025Q2 – 2025Q4", "2025Q1 – 2025Q4", "2025Q1 – 2025Q4",
      ])
    // Each company has luck of its own.
    #expect(Set(runs.compactMap { $0["seed"] as? String }).count == 3)
    let quantity = try #require((result["quantities"] as? [[String: Any]])?.first)
    let places = try #require(quantity["placeProbabilities"] as? [String: Any])
    let shares = try #require(places["runs"] as? [[Double]])
    for row in shares { #expect(abs(row.reduce(0, +) - 1) < 1e-9) }
    // Amazon planned about 100 bn dollars for the year, Alibaba spends some 18.
    #expect(shares[1][0] > 0.99, "\(shares)")
    #expect(shares[0][2] > 0.99, "\(shares)")
  }

  @Test(arguments: [
    (["compare", "alibaba-380b"], 64, "two scenarios or more"),
    (["compare", "alibaba-380b", "alibaba-380b"], 64, "given twice"),
    (["compare", "alibaba-380b", "price-war", "--metric", "nothing"], 64, "no quantity 'nothing'"),
    (["compare", "alibaba-380b", "price-war", "--over", "2025"], 64, "--over needs --metric"),
    (
      ["compare", "alibaba-380b", "price-war", "--metric", "capex", "--over", "1999"], 64,
      "no quarter in 1999"
    ),
    (
      ["compare", "alibaba-380b", "price-war", "--metric", "npv", "--over", "2026"], 64,
      "one number a trial"
    ),
    (["compare", "alibaba-380b", "no-such-scenario"], 66, "no-such-scenario"),
    (["path", "--near", "P100"], 64, "P0.1 to P99.9"),
    (["path", "--near", "P99.9", "--trials", "100"], 64, "P99.9 needs at least 3,688 trials"),
    (["path", "--metric", "totalCapx"], 64, "did you mean 'totalCapex'"),
    (["path", "--metric", "capex"], 64, "has no percentile"),
  ])
  func whatCannotBeComparedIsSaid(arguments: [String], status: Int32, words: String) throws {
    let outcome = try Tool.run(arguments + (arguments.count > 2 ? ["--trials", "2000"] : []))
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func aPathAddsUpToTheMillion() throws {
    let outcome = try Tool.run([
      "path", "--near", "P50", "--metric", "totalCapex", "--trials", "5000", "--format", "csv",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rows = outcome.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let millions = rows.filter { $0[0] == "capexMillions" }.compactMap { Int($0[5]) }
    let total = try #require(
      rows.first { $0[0] == "totalCapex" }.flatMap { Double($0[5]) })
    #expect(millions.count >= 12)
    #expect(millions.reduce(0, +) == Int((total * 1000).rounded()))
  }

  /// The page is written beside what is printed, and says how to get it again.
  @Test func aPageBesideTheText() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let arguments = [
      "compare", "alibaba-380b", "price-war", "--trials", "4000", "--set",
      "fx.usdcny.volatility=6%",
    ]
    let plain = try Tool.run(arguments)
    let path = folder.appending(path: "x.html").path
    let run = try Tool.run(
      arguments + ["--html", path, "--charts", folder.appending(path: "charts").path])
    #expect(run.status == 0 && run.errors == plain.errors, "\(run.errors)")
    #expect(run.output == plain.output)
    let page = try String(contentsOfFile: path, encoding: .utf8)
    #expect(page.hasPrefix("<!DOCTYPE html>\n") && page.hasSuffix("</html>\n"))
    #expect(page.utf8.count < 500_000, "\(page.utf8.count) bytes")
    for part in [
      "priceCuts.rate", "1 a year", "<figure id=\"differences\">", "<figure id=\"capex-both\">",
      "The same in both scenarios.",
    ] { #expect(page.contains(part), "no \(part)") }
    let charts = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "charts").path
    ).sorted()
    let names = ["capex-both", "cloudRevenue-both", "differences", "differences-probabilities"]
    #expect(charts == names.flatMap { ["\($0).svg", "\($0).vl.json"] }.sorted())
    let command = try #require(Tool.command(on: page, of: "compare"))
    let again = try Tool.shell(
      "cd '\(folder.path)' && \"$CAPEXSIM\" compare \(command) --threads 1 > /dev/null")
    #expect(again.status == 0, "\(command): \(again.errors)")
    let second = folder.appending(path: "compare.html").path
    #expect(try String(contentsOfFile: second, encoding: .utf8) == page)
  }

  @Test func companiesHaveTheirPlaces() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "x.html").path
    let run = try Tool.run([
      "compare", "alibaba-380b", "peers/amazon", "peers/meta", "--metric", "capexUSD", "--over",
      "2025", "--trials", "4000", "--html", path,
    ])
    #expect(run.status == 0, "\(run.errors)")
    let page = try String(contentsOfFile: path, encoding: .utf8)
    #expect(page.contains("amazon has the largest mean quarterly capexUSD in 2025 in"))
    #expect(page.contains("<figure id=\"places\">") && page.contains("2025Q2 – 2025Q4"))
    let command = try #require(Tool.command(on: page, of: "compare"))
    #expect(command.contains("--metric capexUSD --over 2025 --trials 4000"), "\(command)")
  }

  /// Nothing is printed, and the old page is as it was.
  @Test func aPageThatCannotBeWrittenIsAnError() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("old".utf8).write(to: folder.appending(path: "x.html"))
    for (limit, path, reason) in [
      ("", "/nowhere/x.html", "no such folder"), ("", "/dev/full", "it is not a plain file"),
      ("ulimit -f 16 && ", "x.html", "the file is larger than allowed"),
    ] {
      let run = try Tool.shell(
        "cd '\(folder.path)' && \(limit)\"$CAPEXSIM\" compare alibaba-380b price-war --trials 600 "
          + "--html \(path)")
      #expect(run.status == 74 && run.output.isEmpty, "\(run.status): \(run.errors)")
      #expect(run.errors.contains(reason), "\(run.errors)")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files == ["x.html"])
    #expect(try String(contentsOf: folder.appending(path: "x.html"), encoding: .utf8) == "old")
  }
}
