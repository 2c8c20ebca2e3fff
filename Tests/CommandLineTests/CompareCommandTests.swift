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
}
