import CapexModel
import MonteCarlo
import NumericalMethods
import PathAlgebra
import ScenarioFiles
import Testing

/// What has happened is the same in every trial, and the rest goes on from it.
@Suite struct ActualsTests {
  private static let name = "alibaba-380b-2025q3"
  private static let seed: UInt64 = 61

  /// Kept: the total to the million in every trial; revised: the trial's own; an outcome otherwise,
  /// and the scenario says so.
  @Test(arguments: ["kept", "pace", "revised"], PhasingRule.allCases)
  func totalIsKeptOrSaidToBeAnOutcome(mode: String, rule: PhasingRule) async throws {
    let assumptions = try Scenarios.assumptions(
      Self.name,
      ["plan.mode=\(mode)", "actuals.phasing=\(rule.rawValue)", "supply.available=100%"])
    let model = try CapexModel(assumptions)
    var outputs = ["totalCapex", "planCompleteOnTime"]
    if mode == "revised" { outputs.append("outcomeTotal") }
    let result = await Simulation(
      try model.model.compile(outputs: outputs), trials: 1 << 16, seed: Self.seed, workers: 2
    ).run()
    let totals = try #require(result.quantity("totalCapex")).retained
    #expect(totals.count == 1 << 16)
    #expect(model.scenario.totalIsOutcome == (mode == "pace" || rule == .holdRunRate))
    if model.scenario.totalIsOutcome {
      #expect(Set(totals.map { ($0 * 1000).rounded() }).count > 1000)
      return
    }
    let wanted = result.quantity("outcomeTotal")?.retained ?? totals.map { _ in 380 }
    for (trial, (total, wanted)) in zip(totals, wanted).enumerated()
    where abs(total - wanted) > 0.0005 {
      Issue.record(
        "\(mode), \(rule), trial \(trial): got \(total), expected \(wanted), seed \(Self.seed)")
      break
    }
  }

  /// What cannot be bought waits; nothing of the total is lost.
  @Test func whatIsNotSpentIsInTheBacklog() async throws {
    let program = try Scenarios.program(
      Self.name, ["plan.mode=kept", "metrics.left=last(backlog, over: horizon)"],
      outputs: ["totalCapex", "left"])
    let result = await Simulation(program, trials: 1 << 16, seed: Self.seed, workers: 2).run()
    let totals = try #require(result.quantity("totalCapex")).retained
    let left = try #require(result.quantity("left")).retained
    #expect(left.contains { $0 > 0 })
    for (trial, (total, left)) in zip(totals, left).enumerated()
    where abs(total + left - 380) > 0.0005 {
      Issue.record("trial \(trial): spent \(total), left \(left), seed \(Self.seed)")
      break
    }
  }

  @Test func quartersThatHappenedReadExactly() throws {
    let model = try CapexModel(Scenarios.assumptions(Self.name))
    #expect(model.scenario.known?.phasing?.spent == [38_676, 31_501])
    let values = TrialValues(try model.model.compile(), seed: Self.seed, count: 64)
    let expected: [(String, [Double])] = [
      ("capex", [38.676, 31.501]), ("cloudRevenue", [33.398, 39.824]),
      ("groupRevenue", [247.652, 247.795]), ("fx.usdcny", [7.1636, 7.1328]),
    ]
    for (name, quarters) in expected {
      for (t, value) in quarters.enumerated() {
        #expect(values[name][t].allSatisfy { $0 == value }, "\(name) \(t + 1): \(values[name][t])")
      }
      #expect(Set(values[name][2]).count > 1, "\(name) is known after what has happened")
    }
  }

  /// Streams keep their names, so the draws of later quarters are those of the view before.
  @Test func laterDrawsDoNotMove() throws {
    let drivers = [
      "capex.execution", "cloud.growth", "fx.usdcny", "group.revenue", "profit.margin",
    ]
    let metrics =
      drivers.enumerated().map { "metrics.z\($0.offset)=normal(\($0.element))" }
      + ["metrics.u=uniform(supply.state)", "metrics.once=imports.share"]
    func values(_ name: String) throws -> TrialValues {
      TrialValues(
        try Scenarios.program(
          name, metrics, outputs: drivers.indices.map { "z\($0)" } + ["u", "once"]),
        seed: Self.seed, count: 32)
    }
    let (before, after) = (try values("alibaba-380b"), try values(Self.name))
    #expect(before.names.count == 7)
    for name in before.names {
      #expect(
        before[name].map { $0.map(\.bitPattern) } == after[name].map { $0.map(\.bitPattern) },
        "\(name)")
    }
  }

  @Test func everyRowHasAFate() throws {
    let known = try #require(
      try CapexModel(Scenarios.assumptions(Self.name, ["actuals.phasing=holdRunRate"]))
        .scenario.known)
    #expect(
      known.tables.map(\.file) == [
        "../seeds/alibaba-quarterly.csv", "../seeds/usdcny-daily-later.csv",
      ])
    func uses(_ table: Int, _ figure: String, _ period: String) -> RowUse? {
      known.tables[table].rows.first { $0.figure == figure && $0.period == period }?.use
    }
    #expect(uses(0, "capital expenditure", "2025Q2") == .clamped(quantity: "capex"))
    #expect(uses(0, "capital expenditure", "2025Q1") == .setsPace)
    #expect(uses(0, "capital expenditure", "2024Q3") == .ignored(.beforeStart))
    #expect(uses(0, "cloud revenue", "2025Q1") == .startsFrom)
    #expect(uses(0, "cloud revenue", "2024Q4") == .ignored(.same(path: "cloud.revenue")))
    #expect(uses(0, "cloud revenue", "2024Q2") == .ignored(.same(path: "cloud.history")))
    #expect(uses(0, "cloud adjusted EBITA", "2025Q3") == .ignored(.notTaken))
    #expect(uses(1, "fx.usdcny", "2025-06-30") == .clamped(quantity: "fx.usdcny"))
    #expect(uses(1, "fx.usdcny", "2025-06-27") == .ignored(.notLastOfQuarter))
    #expect(uses(1, "fx.usdcny", "2025-02-25") == .ignored(.beforeStart))
    #expect(known.phasing?.planned.first == 31_641, "the mean of four quarters")
    let early = try CapexModel(
      Scenarios.assumptions(Self.name, ["actuals.until=2025Q2", "group=~"])
    ).scenario.known
    let rows = try #require(early?.tables.first?.rows)
    #expect(rows.contains { $0.use == .ignored(.afterUntil) })
    #expect(rows.contains { $0.use == .ignored(.noSection("group")) })
  }
}
