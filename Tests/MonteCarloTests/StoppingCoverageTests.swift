import NumericalMethods
import PathAlgebra
import Testing

@testable import MonteCarlo

/// Runs that stop by themselves meet their tolerance as often as they say: in at least 94 % of
/// 1,000 repetitions the estimate lies within the tolerance of the true value.
@Suite struct StoppingCoverageTests {
  private static let repetitions = 1000

  /// How often an estimate was within its tolerance, and the trials that it took in all.
  private func hits(
    _ formula: String, _ style: ValueStyle, _ statistic: PrecisionTarget.Statistic,
    within tolerance: Double, of truth: Double
  ) async throws -> (hits: Int, stages: Set<Int>) {
    var small = SmallModel()
    small.output("x", formula, style: style)
    let program = try small.model.compile()
    let target = PrecisionTarget(
      statistic, quantity: 0, period: 0, within: .absolute(tolerance), subject: "x",
      toleranceText: "")
    var hits = 0
    var stages = Set<Int>()
    for seed in 0..<UInt64(Self.repetitions) {
      let run = await Simulation(program, trials: 10_000_000, seed: 7_000 + seed, workers: 2)
        .run(until: [target])
      let attained = try #require(run.attained.first)
      guard attained.isMet else {
        Issue.record("not met: got \(attained), seed \(7_000 + seed)")
        break
      }
      if abs(attained.value - truth) <= tolerance { hits += 1 }
      stages.insert(run.result.trials)
    }
    return (hits, stages)
  }

  private func expectCovered(_ got: (hits: Int, stages: Set<Int>), _ name: String) {
    let share = Double(got.hits) / Double(Self.repetitions)
    #expect(
      share >= 0.94,
      "\(name): got \(share), expected 0.94 and above, seeds from 7000, trials \(got.stages.sorted())"
    )
    // All of them within would mean that far too many trials are run.
    #expect(share < 0.995, "\(name): got \(share)")
  }

  /// P90 of a standard normal is 1.2816. With density 0.1755 there, a half width of 0.0175 takes
  /// about 37,000 trials: just beyond the first stage, where luck tempts most to stop.
  @Test(arguments: [0.0175, 0.011])
  func percentile(tolerance: Double) async throws {
    let got = try await hits(
      "normal(w)", .ratio, .quantile(0.9), within: tolerance, of: 1.2815515655446004)
    expectCovered(got, "P90 within \(tolerance)")
    #expect(got.stages.contains { $0 > StagePlan.first }, "trials \(got.stages)")
  }

  /// The mean of a lognormal, exp(1/8), with a skewness of 1.75.
  @Test func skewedMean() async throws {
    let got = try await hits(
      "exp(0.5 * normal(w))", .ratio, .mean, within: 0.0055, of: 1.1331484530668263)
    expectCovered(got, "mean within 0.0055")
  }

  @Test func probability() async throws {
    let got = try await hits(
      "uniform(w) < 0.03", .condition, .probability, within: 0.0015, of: 0.03)
    expectCovered(got, "probability within 0.0015")
  }
}
