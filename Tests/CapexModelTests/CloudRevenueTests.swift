import CapexModel
import Testing

/// What holds for cloud revenue in every trial.
@Suite struct CloudRevenueTests {
  @Test func capacityOnlyTakesFromDemand() throws {
    func revenue(_ scenario: String) throws -> [[Double]] {
      let program = try Scenarios.program(scenario, outputs: ["cloudRevenue"])
      return TrialValues(program, seed: 41, count: 256)["cloudRevenue"]
    }
    let demand = try revenue("alibaba-380b")
    let limited = try revenue("capacity-bound")
    var bound = 0
    for (quarter, (demand, limited)) in zip(demand, limited).enumerated() {
      for (trial, (demand, limited)) in zip(demand, limited).enumerated() {
        if limited < demand { bound += 1 }
        #expect(
          limited <= demand,
          "trial \(trial), quarter \(quarter + 1): \(limited) above \(demand), seed 41")
      }
    }
    #expect(bound > 256, "capacity limits some quarters")
  }

  @Test(arguments: [
    ("alibaba-380b", ["cloud.ai.volatility=60%"]), ("price-war", []), ("capacity-bound", []),
    ("overseas-push", []),
    (
      "overseas-push",
      [
        "cloud.rule=capacity", "cloud.capacity.revenuePerYuan=0.05", "cloud.capacity.lag=2",
        "cloud.capacity.retirement=30%",
      ]
    ),
  ])
  func artificialIntelligenceIsAPart(scenario: String, overrides: [String]) throws {
    let program = try Scenarios.program(
      scenario, overrides, outputs: ["aiRevenue", "cloudRevenue"])
    let values = TrialValues(program, seed: 42, count: 256)
    for (quarter, (part, all)) in zip(values["aiRevenue"], values["cloudRevenue"]).enumerated() {
      for (trial, (part, all)) in zip(part, all).enumerated() {
        #expect(
          part > 0 && part <= all,
          "\(scenario), trial \(trial), quarter \(quarter + 1): \(part) of \(all), seed 42")
      }
    }
  }
}
