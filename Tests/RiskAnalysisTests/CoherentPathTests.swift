import CapexModel
import MonteCarlo
import ScenarioFiles
import Testing

@testable import RiskAnalysis

/// A path that stands for a percentile is a world of the run, near it, and adds up.
@Suite struct CoherentPathTests {
  private static func run(_ trials: Int) async throws -> (
    Simulation, SimulationResult, ReportContext
  ) {
    let document = try ScenarioReader.readBuiltIn(named: "alibaba-380b").get()
    let run = Simulation(
      try document.model.compile(), trials: trials, seed: 20_250_224, workers: 2)
    let context = ReportContext(
      document.model.scenario, origin: .builtIn("alibaba-380b"), overrides: [],
      programVersion: "0", streamVersion: 1, elapsedSeconds: nil)
    return (run, await run.run(), context)
  }

  @Test(arguments: [0.1, 0.5, 0.9])
  func standsForThePercentileAndAddsUp(level: Double) async throws {
    let (run, result, context) = try await Self.run(20_000)
    let path = try CoherentPath(run, result, near: level, of: "totalCapex")
    #expect(path.candidates == 200)
    let total = try #require(result.quantity("totalCapex"))
    #expect(path.value == total.retained[path.trial])
    // Its rank is within half a hundredth of the level; values that are equal share their ranks.
    let below = total.retained.filter { $0 < path.value }.count
    let upTo = total.retained.filter { $0 <= path.value }.count
    #expect(Double(below) / 20_000 - level <= 0.0051, "\(below) are less")
    #expect(level - Double(upTo) / 20_000 <= 0.0051, "\(upTo) are no more")
    let rows = try #require(PathRows(path, context: context, names: ["fx.usdcny"]))
    #expect(rows.rows.reduce(0) { $0 + $1.capex } == rows.total)
    #expect(rows.rows.last?.cumulative == rows.total)
    #expect(abs(Double(rows.total) / 1000 - path.value) <= 0.0005 + 1e-9)
    #expect(rows.rows.count >= 12)
    for row in rows.rows {
      let exact = try #require(
        path.quantities.first { $0.quantity.name == "capex" }?.values[row.t - 1])
      #expect(abs(Double(row.capex) / 1000 - exact) < 0.001)
    }
  }

  /// The world printed is the one that `explain --trial` prints, bit by bit.
  @Test func isAWorldOfTheRun() async throws {
    let (run, result, _) = try await Self.run(5000)
    let path = try CoherentPath(run, result, near: 0.9, of: "npv")
    let world = try TrialWorld(run.program, trial: path.trial, seed: run.seed)
    for (got, expected) in zip(path.quantities, world.quantities) {
      #expect(got.quantity.name == expected.quantity.name)
      #expect(got.values.map(\.bitPattern) == expected.values.map(\.bitPattern))
    }
  }

  /// Its quarters are nearer to the middle of the candidates than those of most.
  @Test func noQuarterIsFarFromTheOthers() async throws {
    let (run, result, _) = try await Self.run(20_000)
    let path = try CoherentPath(run, result, near: 0.5, of: "totalCapex")
    // Of 121 standard scores of one trial taken blindly the largest is beyond 2.5, mostly.
    #expect(path.farthest < 2.5, "\(path.farthest)")
  }

  @Test func whatHasNoPercentileIsRefused() async throws {
    let (run, result, _) = try await Self.run(2000)
    #expect(throws: CoherentPathError.notOrdered("capex")) {
      try CoherentPath(run, result, near: 0.5, of: "capex")
    }
    #expect(throws: CoherentPathError.notOrdered("paidBackWithinHorizon")) {
      try CoherentPath(run, result, near: 0.5, of: "paidBackWithinHorizon")
    }
    #expect(throws: CoherentPathError.noPercentile("payback", level: 0.99)) {
      try CoherentPath(run, result, near: 0.99, of: "payback")
    }
    let unknown = #expect(throws: CoherentPathError.self) {
      try CoherentPath(run, result, near: 0.5, of: "totalCapx")
    }
    guard case .unknownMetric("totalCapx", let known)? = unknown else {
      Issue.record("\(String(describing: unknown))")
      return
    }
    #expect(known.contains("totalCapex") && !known.contains("capex"))
  }
}
