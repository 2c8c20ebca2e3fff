import NumericalMethods
import PathAlgebra
import Testing

@testable import MonteCarlo
@testable import RiskAnalysis

/// The printed 95 % intervals hold the true value about 95 times in 100, over 2,000 seeds.
///
/// With 10,000 trials the exact coverage of the intervals for percentiles and probabilities, by sums
/// of binomial probabilities, is 95.1 to 95.2 %: 1,902 to 1,904 of 2,000 are expected, with a
/// standard deviation of 9.6. The band is from 5.5 of these below to 4.2 above.
@Suite struct CoverageTests {
  static let seeds: ClosedRange<UInt64> = 1...2000
  static let trials = 10_000
  static let band = 1849...1944

  /// Normal amounts once a trial and by quarter, and a likely and a rare event.
  private func program() throws -> ColumnProgram {
    var model = Model(axis: TimeAxis(labels: ["2025Q2"], windows: ["horizon": 1...1]))
    let quantities: [(String, ValueStyle, Bool, String)] = [
      ("quarterly", .ratio, true, "31.7 + 4 * normal(quarterly)"),
      ("whole", .ratio, false, "380 + 45 * last(normal(whole), over: horizon)"),
      ("likely", .condition, false, "last(normal(likely), over: horizon) > -0.5"),
      ("rare", .condition, false, "last(normal(rare), over: horizon) > 2"),
    ]
    for (name, style, isByQuarter, formula) in quantities {
      model.add(
        Quantity(name: name, meaning: "", unit: .none, style: style, isByQuarter: isByQuarter),
        formula: formula, isReported: true)
    }
    return try model.compile()
  }

  /// What an interval is of, where to find it, and the true value.
  struct Target: Sendable {
    let name: String
    let truth: Double
    let estimate: @Sendable (PeriodStatistics) -> Estimate?
  }

  private static let targets: [Target] =
    [("quarterly", 31.7, 4.0), ("whole", 380.0, 45.0)].flatMap { name, mean, deviation in
      [Target(name: name, truth: mean) { $0.mean }]
        + [Percentile.p5, .p50, .p95].map { percentile in
          let score = Elementary.normalQuantile(percentile.fraction)
          return Target(name: name, truth: mean + deviation * score) { $0[percentile] }
        }
    }
    + [
      Target(name: "likely", truth: Elementary.normalCDF(0.5)) { $0.probability },
      Target(name: "rare", truth: Elementary.normalCDF(-2)) { $0.probability },
    ]

  @Test func intervalsHoldTheTruth() async throws {
    let program = try program()
    var hits = Self.targets.map { _ in 0 }
    for seed in Self.seeds {
      let simulation = Simulation(program, trials: Self.trials, seed: seed, workers: 1)
      let result = await simulation.run()
      let statistics = result.quantities.map(QuantityStatistics.init)
      for (index, target) in Self.targets.enumerated() {
        let found = try #require(statistics.first { $0.name == target.name })
        let interval = try #require(found.periods.first.flatMap(target.estimate)?.interval)
        if interval.low <= target.truth, target.truth <= interval.high { hits[index] += 1 }
      }
    }
    for (target, hits) in zip(Self.targets, hits) {
      #expect(
        Self.band.contains(hits),
        """
        \(target.name), true value \(target.truth): held by \(hits) of \(Self.seeds.count) \
        intervals, expected \(Self.band), seeds \(Self.seeds)
        """)
    }
  }
}
