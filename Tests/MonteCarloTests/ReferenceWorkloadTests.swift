import CapexModel
import MonteCarlo
import NumericalMethods
import ScenarioFiles
import Testing

/// The reference workload's exact answers, through its scenario file.
@Suite struct ReferenceWorkloadTests {
  private static let trials = 1 << 20
  private static let seed: UInt64 = 71

  /// Quarter, and the quantiles 5 %, 50 % and 95 %: lognormal, so exact.
  private static let rates: [(Int, [Double])] = [
    (1, [7.010523323, 7.244984415, 7.487286861]), (4, [6.832328134, 7.232765950, 7.656673135]),
    (12, [6.710255833, 7.214086431, 7.755746478]),
  ]
  private static let revenues: [(Int, [Double])] = [
    (1, [32.053923960, 33.125940650, 34.233810041]),
    (4, [32.624959277, 37.642159324, 43.430924972]),
    (12, [34.517301577, 52.192681888, 78.919148318]),
  ]
  private static let meanCapex = [(1, 31.660768907), (4, 31.644467687), (12, 31.616468840)]

  @Test func exactAnswers() async throws {
    let assumptions = try ScenarioReader.readBuiltIn(named: "reference-workload").get().assumptions
    let program = try CapexModel(assumptions).compile()
    let result = await Simulation(
      program, trials: Self.trials, seed: Self.seed, workers: 2
    ).run()
    for (name, known) in [("fx.usdcny", Self.rates), ("cloudRevenue", Self.revenues)] {
      for (quarter, quantiles) in known {
        let summary = result[name][quarter - 1]
        for (p, exact) in zip([0.05, 0.5, 0.95], quantiles) {
          let z = Elementary.normalQuantile(p)
          let deviation =
            Elementary.log(quantiles[2] / quantiles[0]) / (2 * Elementary.normalQuantile(0.95))
          let density = Elementary.normalDensity(z) / (exact * deviation)
          expect(.quantile("\(name), quarter \(quarter)", p, exact, density: density), summary)
        }
      }
    }
    for (quarter, exact) in Self.meanCapex {
      expect(.mean("capex, quarter \(quarter)", exact), result["capex"][quarter - 1])
    }
    expect(.mean("totalCapex", 379.626455797), try #require(result["totalCapex"].first))
  }

  private func expect(_ check: ClosedFormCheck, _ summary: Summary) {
    let z = check.distance(summary)
    #expect(
      abs(z) <= 4.5,
      """
      \(check.output), \(check.statistic): got \(check.estimate(summary)), expected \
      \(check.exact), tolerance \(4.5 * check.error(summary)), z \(z), seed \(Self.seed)
      """)
  }
}
