import CapexModel
import MonteCarlo
import NumericalMethods
import ScenarioFiles
import Testing

/// What holds for spending in every trial, or on average.
@Suite struct SpendingTests {
  private static let seed: UInt64 = 31

  @Test func keptPlanSpendsItsTotalInEveryTrial() async throws {
    let program = try Scenarios.program(
      "plan-kept", ["supply.available=100%"], outputs: ["totalCapex", "crossing"])
    let result = await Simulation(program, trials: 4096, seed: Self.seed, workers: 2).run()
    let totals = try #require(result.quantity("totalCapex")).retained
    #expect(totals.count == 4096)
    for (trial, total) in totals.enumerated() where abs(total - 380) > 1e-9 {
      Issue.record("trial \(trial): got \(total), expected 380 within 1e-9, seed \(Self.seed)")
    }
    #expect(try #require(result.quantity("crossing")).retained.allSatisfy { $0 <= 12 })
  }

  /// E capex_t = s_t e^{drift t dt}.
  @Test func paceIsTheScheduleOnAverage() async throws {
    let program = try Scenarios.program(
      "pace-continues", ["supply.available=100%", "plan.drift=12%"], outputs: ["capex", "schedule"])
    let result = await Simulation(program, trials: 1 << 15, seed: Self.seed, workers: 2).run()
    let capex = try #require(result.quantity("capex")).summaries
    let schedule = try #require(result.quantity("schedule")).summaries
    for t in 1...12 {
      let expected = schedule[t - 1].minimum * Elementary.exp(0.12 * Double(t) / 4)
      let z = (capex[t - 1].mean - expected) / capex[t - 1].meanStandardError
      #expect(
        abs(z) <= 4.5,
        "quarter \(t): got \(capex[t - 1].mean), expected \(expected), z \(z), seed \(Self.seed)")
    }
  }

  @Test func revisedTotalIsTheOldOrTheNewOne() throws {
    let assumptions = try Scenarios.assumptions("alibaba-380b", ["supply.available=100%"])
    guard case .distribution(let revised)? = assumptions.content("plan.revision.total") else {
      Issue.record("the revised total is a distribution")
      return
    }
    let program = try Scenarios.program(
      "alibaba-380b", ["supply.available=100%"], outputs: ["totalCapex", "cumulativeCapex"])
    let values = TrialValues(program, seed: Self.seed, count: 512)
    var revisions = 0
    for trial in 0..<512 {
      let draw = { (name: String) in
        Stream(seed: Self.seed, name: name).uniform(trial: UInt64(trial), quarter: 0)
      }
      let isRevised = draw("plan.revision") < 0.5
      revisions += isRevised ? 1 : 0
      let outcome = isRevised ? revised.quantile(draw("plan.revision.total")) : 380
      // Four quarters have passed; what was spent in them stays spent.
      let expected = max(outcome, values["cumulativeCapex"][3][trial])
      let got = values["totalCapex"][0][trial]
      #expect(
        abs(got - expected) < 1e-9,
        "trial \(trial): got \(got), expected \(expected) within 1e-9, seed \(Self.seed)")
    }
    #expect((200...312).contains(revisions), "half of 512 within five standard deviations")
  }

  @Test func fullHedgeRemovesEveryEffectOfTheExchangeRate() throws {
    func capex(_ overrides: [String]) throws -> [[Double]] {
      let program = try Scenarios.program(
        "alibaba-380b", ["imports.rule=volume"] + overrides, outputs: ["capex"])
      return TrialValues(program, seed: Self.seed, count: 64)["capex"]
    }
    let calm = try capex(["imports.hedged=100%"])
    #expect(try capex(["imports.hedged=100%", "fx.usdcny.volatility=60%"]) == calm)
    #expect(try capex(["imports.hedged=99%", "fx.usdcny.volatility=60%"]) != calm)
  }

  @Test func backlogIsGoneWhenSupplyReopensForGood() throws {
    let overrides = [
      "supply.start=restricted", "supply.restrict=0%", "supply.reopen=15%", "supply.catchUp=1",
    ]
    let program = try Scenarios.program(
      "plan-kept", overrides, outputs: ["backlog", "restricted", "totalCapex"])
    let values = TrialValues(program, seed: Self.seed, count: 512)
    var reopened = 0
    for trial in 0..<512 {
      let backlog = values["backlog"].map { $0[trial] }
      #expect(backlog.allSatisfy { $0 >= 0 }, "trial \(trial): \(backlog), seed \(Self.seed)")
      guard values["restricted"][19][trial] == 0 else { continue }
      reopened += 1
      #expect(backlog[39] == 0, "trial \(trial): \(backlog), seed \(Self.seed)")
      #expect(abs(values["totalCapex"][0][trial] - 380) < 1e-9)
    }
    #expect(reopened > 450, "got \(reopened) of 512, expected about 492")
  }
}
