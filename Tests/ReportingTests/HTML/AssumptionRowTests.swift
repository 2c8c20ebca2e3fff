import CapexModel
@testable import Reporting
import Testing

@Suite struct AssumptionRowTests {
  /// As the reader of scenarios writes values, with numbers of the key's measure by `number`.
  private func row(_ path: String, _ values: [Double], form: String = "") throws -> String {
    var assumptions = Assumptions()
    assumptions[path] = Assumption(.numbers(values), source: "judgement")
    let rows = AssumptionRow.all(assumptions, currency: "CNY") { _, number in
      form + values.map(number).joined(separator: ",") + (form.isEmpty ? "" : ")")
    }
    return try #require(rows.first).value
  }

  @Test func numbersHaveTheirUnits() throws {
    #expect(try row("plan.total", [380]) == "380bn CNY")
    #expect(
      try row("plan.revision.total", [330, 400, 520], form: "pert(")
        == "pert(330bn CNY, 400bn CNY, 520bn CNY)")
    #expect(try row("fx.usdcny.volatility", [0.0422]) == "4.22%")
    #expect(try row("fx.usdcny.spot", [7.2476]) == "7.2476")
    #expect(try row("fx.usdcny.speed", [0.465]) == "0.465 a year")
    #expect(try row("profit.servers.life", [3, 5, 6], form: "pert(") == "pert(3, 5, 6) years")
    #expect(try row("indicators.quark.threshold", [100]) == "100m")
    #expect(try row("cloud.seasonal", [0.946, 1.061]) == "0.946, 1.061")
    #expect(try row("withoutPlan.growth", [12.5]) == "1,250%")
    #expect(try row("cloud.seasonal", [3, 150, 300, 1250]) == "3, 150, 300, 1,250")
  }

  @Test func rowsFollowTheCatalogueAndLeaveOutTheName() {
    var assumptions = Assumptions()
    for path in [
      "fx.usdcny.spot", "name", "cloud.revenue", "plan.total", "start", "metrics.a.formula",
    ] {
      assumptions[path] = Assumption(.number(1), source: nil, note: "n")
    }
    let rows = AssumptionRow.all(assumptions, currency: "CNY") { path, _ in path }
    #expect(
      rows.map(\.path) == [
        "start", "plan.total", "fx.usdcny.spot", "cloud.revenue", "metrics.a.formula",
      ])
    #expect(rows.allSatisfy { !$0.meaning.isEmpty && $0.note == "n" && $0.source == nil })
  }
}
