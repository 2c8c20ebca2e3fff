import CapexModel
import NumericalMethods
import PathAlgebra
import ScenarioFiles
import Testing

/// Drivers of a scenario's own against plain recurrences over the same draws, and what they leave
/// alone.
@Suite struct OwnDriverTests {
  private static let seed: UInt64 = 51
  private static let trials = 40

  private func values(_ flags: [String]) throws -> TrialValues {
    let model = try CapexModel(Scenarios.assumptions("plan-kept", flags + ["metrics.m=z"])).model
    return TrialValues(
      try model.compile(outputs: ["m"]), seed: Self.seed, count: Self.trials)
  }

  /// The standard normal score of the driver z.
  private func score(_ trial: Int, _ quarter: Int) -> Double {
    Elementary.normalQuantile(
      Stream(seed: Self.seed, name: "z").uniform(trial: UInt64(trial), quarter: quarter))
  }

  private func expect(
    _ flags: [String], _ step: (_ before: Double, _ score: Double) -> Double, start: Double
  ) throws {
    let drawn = try values(flags)
    for trial in 0..<Self.trials {
      var value = start
      for (place, column) in drawn["m"].enumerated() {
        value = step(value, score(trial, place + 1))
        let tolerance = 1e-10 * abs(value)
        #expect(
          abs(column[trial] - value) <= tolerance,
          "quarter \(place + 1), trial \(trial), seed \(Self.seed), tolerance \(tolerance)")
      }
    }
  }

  @Test func geometricMotion() throws {
    try expect(
      [
        "drivers.z.process=gbm", "drivers.z.start=2", "drivers.z.drift=4%",
        "drivers.z.volatility=20%",
      ],
      { $0 * Elementary.exp((0.04 - 0.02) / 4 + 0.1 * $1) }, start: 2)
  }

  @Test func meanReversion() throws {
    let decay = Elementary.exp(-0.8 / 4)
    let deviation = 0.2 * ((1 - Elementary.exp(-1.6 / 4)) / 1.6).squareRoot()
    try expect(
      [
        "drivers.z.process=meanReverting", "drivers.z.start=2", "drivers.z.level=3",
        "drivers.z.speed=0.8", "drivers.z.volatility=20%",
      ],
      { 3 * Elementary.exp(Elementary.log($0 / 3) * decay + deviation * $1) }, start: 2)
  }

  @Test func vasicek() throws {
    let decay = Elementary.exp(-0.8 / 4)
    let deviation = 0.5 * ((1 - Elementary.exp(-1.6 / 4)) / 1.6).squareRoot()
    try expect(
      [
        "drivers.z.process=vasicek", "drivers.z.start=-1", "drivers.z.level=3",
        "drivers.z.speed=0.8", "drivers.z.deviation=0.5",
      ],
      { 3 + ($0 - 3) * decay + deviation * $1 }, start: -1)
  }

  @Test func drawnOnceOrByQuarter() throws {
    let once = try values(["drivers.z=normal(5, 2)"])
    let each = try values(["drivers.z=normal(5, 2)", "drivers.z.by=quarter"])
    #expect(once["m"].count == 1 && each["m"].count == 40)
    for trial in 0..<Self.trials {
      #expect(once["m"][0][trial] == 5 + 2 * score(trial, 0), "trial \(trial)")
      for quarter in 1...40 {
        #expect(each["m"][quarter - 1][trial] == 5 + 2 * score(trial, quarter), "trial \(trial)")
      }
    }
  }

  @Test func pathOverTime() throws {
    let path = try values(["drivers.z={ 2025: 1, 2026: 5 }"])
    #expect(path["m"].prefix(5).map { $0[0] } == [2, 3, 4, 5, 5])
  }

  /// More drivers and metrics change no bit of anything else.
  @Test(arguments: ["alibaba-380b", "capacity-bound", "price-war", "overseas-push"])
  func leaveTheRestAlone(scenario: String) throws {
    let plain = try CapexModel(Scenarios.assumptions(scenario)).model
    let more = try CapexModel(
      Scenarios.assumptions(
        scenario,
        [
          "drivers.aPrice.process=gbm", "drivers.aPrice.start=2", "drivers.aPrice.volatility=30%",
          "drivers.shock=normal(0, 1)", "drivers.shock.by=quarter",
          "quantities.cost=aPrice * capex + shock * capex", "metrics.all=sum(cost, over: plan)",
          "metrics.again=max(capex / cloudRevenue, over: plan)",
        ])
    ).model
    let before = TrialValues(try plain.compile(), seed: Self.seed, count: 32)
    let after = TrialValues(try more.compile(), seed: Self.seed, count: 32)
    #expect(after.names.count == before.names.count + 3)
    for name in before.names {
      #expect(
        before[name].map { $0.map(\.bitPattern) } == after[name].map { $0.map(\.bitPattern) },
        "\(name), seed \(Self.seed)")
    }
    #expect(after["again"] == before["peakCapexToRevenue"])
  }

  /// A pair moves the score of one driver towards that of the other.
  @Test func dependsOnAnother() throws {
    let flags = ["drivers.z=normal(0, 1)", "drivers.z.by=quarter"]
    let pair = ["dependence.pairs=[[fx.usdcny, z, 1]]"]
    let model = try CapexModel(
      Scenarios.assumptions(
        "plan-kept", flags + pair + ["metrics.m=z", "metrics.n=normal(fx.usdcny)"])
    ).model
    let drawn = TrialValues(try model.compile(outputs: ["m", "n"]), seed: 51, count: 8)
    #expect(drawn["m"] == drawn["n"])
    #expect(drawn["m"] != (try values(flags))["m"].map { Array($0.prefix(8)) })
  }
}
