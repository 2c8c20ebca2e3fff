import MonteCarlo
import NumericalMethods
import PathAlgebra
import Testing

/// Cloud revenue of quarters that nobody has reported, and growth whose parameters are drawn.
@Suite struct UncertainGrowthTests {
  private static let trials = 400_000
  private static let seed: UInt64 = 8
  private static let overrides = [
    "cloud.growth.path=20%", "cloud.growth.speed=0.8", "cloud.growth.volatility=10%",
    "cloud.growth.errors.volatility=40%", "cloud.growth.errors.path=60%",
    "cloud.growth.errors.start=80%", "cloud.quarter=2024Q3", "cloud.history=~",
    "cloud.seasonal=~", "metrics.logarithm=log(cloudRevenue / 31.742bn CNY)",
  ]

  /// T quarters after the last report, the logarithm is that of the path plus a normal number of
  /// variance V times the trial's share of the volatility, a lognormal of deviation ρ, so that its
  /// variance is V e^{2ρ²}. V is (T dt)² of the path's error; (dt Σ a^j)² of the first growth's;
  /// and for the shock of each quarter, s, the square of dt Σ a^j over the quarters from it on.
  @Test(arguments: [1, 4, 12])
  func spreadsFromTheLastReport(quarter: Int) async throws {
    let program = try Scenarios.program("alibaba-380b", Self.overrides, outputs: ["logarithm"])
    let result = await Simulation(
      program, trials: Self.trials, seed: Self.seed, workers: 2
    ).run()
    let found = try #require(result.quantity("logarithm")).summaries[quarter - 1]
    let (dt, speed, volatility) = (0.25, 0.8, 0.1)
    let since = quarter + 2
    let kept = Elementary.exp(-speed * dt)
    let step = volatility * ((1 - kept * kept) / (2 * speed)).squareRoot()
    func reach(_ quarters: Int) -> Double {
      (0..<quarters).reduce(0) { $0 + dt * Elementary.power(kept, Double($1)) }
    }
    var variance = Elementary.power(Double(since) * dt * 0.06, 2)
    variance += Elementary.power(0.08 * kept * reach(since), 2)
    for quarters in 1...since { variance += Elementary.power(step * reach(quarters), 2) }
    let relative = 0.4 * 0.4
    let expected = variance * Elementary.exp(2 * relative)
    let got = found.standardDeviation * found.standardDeviation
    // The fourth moment of the mixture is 3 V² e^{8ρ²}.
    let spread = (3 * variance * variance * Elementary.exp(8 * relative) - expected * expected)
    let count = Double(Self.trials)
    #expect(
      abs(got - expected) < 4 * (spread / count).squareRoot(),
      "variance: expected \(expected), got \(got), seed \(Self.seed)")
    let mean = Elementary.log(1.2) * Double(since) * dt
    #expect(
      abs(found.mean - mean) < 4 * (expected / count).squareRoot(),
      "mean: expected \(mean), got \(found.mean), seed \(Self.seed)")
  }

  /// A quarter's growth is measured from what the year before was in the same trial.
  @Test func growthIsFromTheSameTrial() throws {
    let program = try Scenarios.program(
      "alibaba-380b",
      ["metrics.before=cloudRevenue / (1 + cloudGrowth)", "metrics.start=cloud.start"],
      outputs: ["before", "start"])
    let values = TrialValues(program, seed: Self.seed, count: 64)
    for trial in 0..<64 {
      #expect(abs(values["before"][3][trial] / values["start"][0][trial] - 1) < 1e-12)
      // Reported: 2024Q4.
      #expect(abs(values["before"][2][trial] / 31.742 - 1) < 1e-12)
    }
    #expect(Set(values["start"][0]).count == 64)
  }

  /// No other driver's draws move when growth's parameters are drawn.
  @Test func otherDrawsStay() throws {
    func values(_ overrides: [String]) throws -> TrialValues {
      TrialValues(try Scenarios.program("alibaba-380b", overrides), seed: Self.seed, count: 64)
    }
    let drawn = try values([])
    let known = try values(["cloud.growth.errors=~"])
    #expect(drawn["cloudRevenue"] != known["cloudRevenue"])
    for name in ["fx.usdcny", "capex", "groupRevenue", "totalCapex"] {
      #expect(drawn[name] == known[name] && !drawn[name].isEmpty, "\(name) has moved")
    }
  }
}
