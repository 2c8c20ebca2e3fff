import Foundation
import Testing

@Suite struct ExplainCommandTests {
  @Test func everyBuiltInScenarioIsExplained() throws {
    let list = try Tool.run(["scenarios"])
    let names = list.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(names.count >= 19)
    for name in names {
      let explained = try Tool.run(["explain", String(name)])
      #expect(explained.status == 0, "\(name): \(explained.errors)")
      #expect(explained.output.contains("= first(cumulativeCapex >= plan.total"), "\(name)")
      let widest = explained.output.split(separator: "\n").map(\.count).max() ?? 0
      #expect(widest <= 100, "\(name): \(widest) columns")
    }
  }

  @Test func oneWorldIsPrinted() throws {
    let text = try Tool.run(["explain", "--trial", "4711"])
    #expect(text.status == 0, "\(text.errors)")
    for part in ["trial 4,711", "Drawn once", "imports.share", "2035Q1", "cloudRevenue, CNY bn"] {
      #expect(text.output.contains(part), "no \(part)")
    }
    let csv = try Tool.run(["explain", "--trial", "4711", "--format", "csv"])
    let rows = csv.output.split(separator: "\n").map { $0.split(separator: ",") }
    // What is spent by quarter sums to what is spent.
    let capex = rows.filter { $0[0] == "capex" }.compactMap { Double($0[5]) }
    let total = rows.first { $0[0] == "totalCapex" }.flatMap { Double($0[3]) }
    #expect(capex.count == 40)
    #expect(abs(capex.reduce(0, +) - (total ?? .nan)) < 1e-9, "\(capex) against \(total as Any)")
    let same = try Tool.run(["explain", "--trial", "4.711k", "--format", "csv"])
    #expect(same.output == csv.output, "\(same.errors)")
    let other = try Tool.run(["explain", "--trial", "4711", "--format", "csv", "--seed", "1"])
    #expect(other.output != csv.output)
    let json = try Tool.run([
      "explain", "power-bill", "powerBill", "--trial", "3", "--format", "json",
    ])
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let quantities = object?["quantities"] as? [[String: Any]] ?? []
    #expect(quantities.map { $0["name"] as? String } == ["powerBill"])
    #expect((quantities.first?["values"] as? [Double])?.count == 40)
  }

  /// With every draw and step the world can be followed: the rate from its draws and parameters.
  @Test func allOfAWorldIsPrinted() throws {
    let run = try Tool.run([
      "explain", "yuan-devaluation", "--trial", "7", "--all", "--format", "csv",
    ])
    #expect(run.status == 0, "\(run.errors)")
    var values: [String: [Double]] = [:]
    for line in run.output.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      values[String(cells[0]), default: []].append(Double(cells[5]) ?? .nan)
    }
    let rates = try #require(values["fx.usdcny"])
    let normals = try #require(values["normal(fx.usdcny)"])
    let floating = try #require(values["fx.usdcny.floating"])
    let central = try #require(values["fx.usdcny.central"])
    #expect(
      normals.count == 40 && floating.count == 40 && values["uniform(fx.usdcny.regime)"] != nil)
    var (change, before) = (0.0, 0.0)
    for quarter in 0..<40 {
      if floating[quarter] > 0 {
        change += 0.08 * 0.5 * normals[quarter] - 0.08 * 0.08 / 8
      } else {
        change =
          central[quarter] + (change - before) * exp(-0.5)
          + 0.02 * ((1 - exp(-1)) / 4).squareRoot() * normals[quarter]
      }
      before = central[quarter]
      let expected = 7.2476 * exp(change)
      #expect(abs(rates[quarter] - expected) < 1e-9, "\(quarter): \(expected), \(rates[quarter])")
    }
    let text = try Tool.run(["explain", "yuan-devaluation", "--trial", "7", "--all"])
    for part in ["Drawn in each quarter", "normal(fx.usdcny)", "fx.usdcny.central"] {
      #expect(text.output.contains(part), "no \(part)")
    }
    let usual = try Tool.run(["explain", "yuan-devaluation", "--trial", "7"])
    #expect(!usual.output.contains("normal(fx.usdcny)"))
  }

  @Test(arguments: [
    (["explain", "--all"], 64, "--all needs --trial"),
    (["explain", "alibaba-380b", "capex", "--trial", "1", "--all"], 64, "leave out the names"),
    (["explain", "alibaba-380b", "capx"], 64, "did you mean 'capex'?"),
    (["explain", "--trial", "-1"], 64, "a trial is a whole number"),
    (["explain", "--trial", "4000000000"], 64, "a trial is a whole number"),
    (["explain", "--format", "csv"], 64, "--format csv needs --trial"),
    (["explain", "capex"], 64, "the scenario comes first: explain alibaba-380b capex"),
    (["explain", "nowhere"], 66, "nowhere"),
  ])
  func refusals(arguments: [String], status: Int, part: String) throws {
    let outcome = try Tool.run(arguments)
    #expect(outcome.status == Int32(status), "\(outcome.errors)")
    #expect(outcome.errors.contains(part), "\(outcome.errors)")
  }

  @Test func ownMetricsAreReported() throws {
    let run = try Tool.run([
      "run", "power-bill", "--trials", "2000", "--metric", "often = capexAboveRevenueEver",
      "--metric", "share = sum(capex, over: plan) / plan.total",
    ])
    #expect(run.status == 0, "\(run.errors)")
    for part in [
      "Own metrics   ", "power bill, CNY bn, 2025Q2", "power bill of the plan's quarters, CNY bn",
      "power bill ÷ cloud revenue, %, 2028Q1", "Own metrics, probability, %",
      "power bill above 2 % of cloud revenue in FY2028", "often ", "share ",
      "metrics.share.formula = sum(capex, over: plan) / plan.total (not in the file)",
    ] { #expect(run.output.contains(part), "no \(part)") }
    let csv = try Tool.run(["run", "power-bill", "--trials", "2000", "--format", "csv"])
    for part in [
      "\npowerBillOfPlan,CNY bn,,,mean,", "\nenergy,bn kWh,2025Q2,FY2026 Q1,mean,",
      "\npowerBillHeavy,,,,probability,",
    ] { #expect(csv.output.contains(part), "no \(part)") }
  }
}
