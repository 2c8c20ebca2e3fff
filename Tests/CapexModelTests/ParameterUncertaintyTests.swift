import CapexModel
import MonteCarlo
import NumericalMethods
import PathAlgebra
import ScenarioFiles
import Testing

/// Parameters that are drawn from where their standard errors say they may lie.
@Suite struct ParameterUncertaintyTests {
  private static let trials = 400_000
  private static let seed: UInt64 = 5

  private func summaries(
    _ overrides: [String], of name: String
  ) async throws -> [Summary] {
    let program = try Scenarios.program("alibaba-380b", overrides, outputs: [name])
    let result = await Simulation(
      program, trials: Self.trials, seed: Self.seed, workers: 2
    ).run()
    return result.quantity(name)?.summaries ?? []
  }

  /// A mean and a variance fitted to T years of normal changes with ν degrees of freedom: so much
  /// later, t years, the logarithm is m t + s √(t + t²/T) times Student's t.
  @Test func predictsStudentT() async throws {
    let (volatility, freedom, years, drift) = (0.1, 8.0, 2.0, 0.02)
    let error = volatility / (2 * freedom).squareRoot()
    let driftError =
      (volatility * volatility / years + volatility * volatility * error * error).squareRoot()
    let found = try await summaries(
      [
        "fx.usdcny.process=gbm", "fx.usdcny.drift=\(drift)", "fx.usdcny.volatility=\(volatility)",
        "fx.usdcny.parameterUncertainty=true", "fx.usdcny.standardErrors.volatility=\(error)",
        "fx.usdcny.standardErrors.drift=\(driftError)",
      ], of: "fx.usdcny")
    let student = try Distribution.studentT(degreesOfFreedom: freedom)
    for quarter in [1, 4, 40] {
      let time = Double(quarter) / 4
      let scale = volatility * (time + time * time / years).squareRoot()
      let centre = (drift - volatility * volatility / 2) * time
      for p in [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99] {
        let logarithm = Elementary.log(found[quarter - 1].quantile(p) / 7.2476)
        let got = student.cumulative((logarithm - centre) / scale)
        let tolerance = 4 * (p * (1 - p) / Double(Self.trials)).squareRoot()
        #expect(
          abs(got - p) < tolerance,
          "quarter \(quarter): expected \(p), got \(got), tolerance \(tolerance), seed \(Self.seed)"
        )
      }
    }
  }

  /// Far ahead the variance is that of the level's logarithm plus E σ² E 1/(2κ), where
  /// E σ² = σ² ν/(ν - 2) and, for a gamma of shape a and mean κ, E 1/κ = a/((a - 1) κ).
  @Test func revertsToAnUncertainLevel() async throws {
    let found = try await summaries(
      [
        "fx.usdcny.level=7", "fx.usdcny.speed=4", "fx.usdcny.volatility=10%",
        "fx.usdcny.parameterUncertainty=true", "fx.usdcny.standardErrors.level=0.35",
        "fx.usdcny.standardErrors.speed=0.4", "fx.usdcny.standardErrors.volatility=1%",
        "metrics.logarithm=log(fx.usdcny / fx.usdcny.spot)",
      ], of: "logarithm")
    let last = try #require(found.last)
    let expected = 0.05 * 0.05 + 0.01 * (50.0 / 48) * (100.0 / 99) / (2 * 4)
    let variance = last.standardDeviation * last.standardDeviation
    let count = Double(Self.trials)
    let tolerance = 4 * expected * (2 / count).squareRoot()
    #expect(
      abs(variance - expected) < tolerance,
      "expected \(expected), got \(variance), tolerance \(tolerance), seed \(Self.seed)")
    let mean = Elementary.log(7 / 7.2476)
    #expect(
      abs(last.mean - mean) < 4 * (expected / count).squareRoot(),
      "expected \(mean), got \(last.mean), seed \(Self.seed)")
  }

  /// Standard errors alone change nothing, and no other driver's draws move when they count.
  @Test func otherDrawsStay() throws {
    func values(_ overrides: [String]) throws -> TrialValues {
      TrialValues(
        try Scenarios.program("alibaba-380b", overrides), seed: Self.seed, count: 64)
    }
    let off = ["fx.usdcny.parameterUncertainty=false"]
    let plain = try values(off)
    let other = try values(
      off + [
        "fx.usdcny.standardErrors.volatility=3%", "fx.usdcny.standardErrors.speed=3",
        "fx.usdcny.standardErrors.level=1",
      ])
    for name in plain.names { #expect(plain[name] == other[name], "\(name) has moved") }
    let on = try values([])
    #expect(on["fx.usdcny"] != plain["fx.usdcny"])
    for name in ["cloudRevenue", "restricted", "groupRevenue", "aiRevenue"]
    where !plain[name].isEmpty {
      #expect(plain[name] == on[name], "\(name) has moved")
    }
  }

  @Test func needsStandardErrors() {
    let read = ScenarioReader.readBuiltIn(
      named: "peers/bytedance", overrides: ["fx.usdcny.parameterUncertainty=true"])
    guard case .failure(let failure) = read else {
      Issue.record("accepted without standard errors")
      return
    }
    #expect(
      failure.rendered.contains("fx.usdcny.standardErrors.volatility"), "\(failure.rendered)")
  }
}
