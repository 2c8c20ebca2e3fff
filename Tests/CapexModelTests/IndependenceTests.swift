import CapexModel
import PathAlgebra
import Testing

/// A draw depends on seed, driver, quarter and trial alone: what else is computed changes no bit.
@Suite struct IndependenceTests {
  private func bits(_ values: [[Double]]) -> [[UInt64]] { values.map { $0.map(\.bitPattern) } }

  private func expectSameBits(_ some: TrialValues, in all: TrialValues) {
    for name in some.names {
      #expect(bits(some[name]) == bits(all[name]), "\(name), seed 51")
    }
  }

  @Test(arguments: ["alibaba-380b", "overseas-push", "capacity-bound", "price-war"])
  func unrelatedSections(scenario: String) throws {
    let assumptions = try Scenarios.assumptions(scenario)
    var fewer = assumptions
    for path in assumptions.paths
    where path.hasPrefix("group.") || path.hasPrefix("indicators.")
      || path.hasPrefix("withoutPlan.")
    { fewer[path] = nil }
    // Investment after the plan ends with the section, and what follows from it.
    let affected = ["depreciation", "ebita", "ebitaMargin", "freeCashFlow"]
    let some = try CapexModel(fewer).model
    let names = some.definitions.filter(\.isReported).map(\.quantity.name)
      .filter { !affected.contains($0) }
    let few = TrialValues(try some.compile(outputs: names), seed: 51, count: 32)
    let all = TrialValues(try CapexModel(assumptions).model.compile(), seed: 51, count: 32)
    #expect(few.names.count < all.names.count)
    expectSameBits(few, in: all)
  }

  @Test func anotherPairAndAnotherMetric() throws {
    let plain = try CapexModel(Scenarios.assumptions("alibaba-380b")).model
    let outputs = ["capex", "cloudRevenue", "npv", "payback", "aiGrowth", "fx.usdcny"]
    let before = TrialValues(try plain.compile(outputs: outputs), seed: 51, count: 32)
    var more = try CapexModel(
      Scenarios.assumptions(
        "alibaba-380b",
        ["fx.eurcny.spot=7.6", "fx.eurcny.process=gbm", "fx.eurcny.volatility=9%"])
    ).model
    more.add(
      Quantity(
        name: "metric", meaning: "", unit: .none, style: .ratio, isByQuarter: false),
      formula: "max(capex / cloudRevenue + normal(cloud.growth), over: plan)", isReported: true)
    expectSameBits(before, in: TrialValues(try more.compile(), seed: 51, count: 32))
  }

  @Test func fewerOutputs() throws {
    let model = try CapexModel(Scenarios.assumptions("yuan-devaluation")).model
    let all = TrialValues(try model.compile(), seed: 51, count: 32)
    for outputs in [["npv"], ["ebita", "crossing"], ["restricted", "payback", "capexUSD"]] {
      expectSameBits(
        TrialValues(try model.compile(outputs: outputs), seed: 51, count: 32), in: all)
    }
  }
}
