import CapexModel
import Foundation
import ScenarioFiles
import Testing

@testable import MonteCarlo
@testable import NumericalMethods
@testable import RiskAnalysis

/// Histories that the model itself simulates: what a fit claims is right on average after the stated
/// bias, and held by 95 % intervals. A fit takes seconds, so there are few of them; with
/// CAPEXSIM_HISTORIES=500 intervals must hold in 92 to 98 %.
@Suite struct ManagedRecoveryTests {
  private static let histories =
    ProcessInfo.processInfo.environment["CAPEXSIM_HISTORIES"].flatMap { Int($0) } ?? 16

  /// Rates by history, from the model's own equations.
  private static func rates(
    quarters: Int, seed: UInt64, _ parameters: [String]
  ) throws -> [RateSeries] {
    let flags =
      [
        "quarters=\(quarters)", "fx.usdcny.drift=1%", "fx.usdcny.speed=2",
        "fx.usdcny.volatility=2%",
      ]
      + parameters.map { "fx.usdcny.\($0)" }
    let document = try ScenarioReader.readBuiltIn(named: "yuan-devaluation", overrides: flags).get()
    guard case .number(let spot)? = document.assumptions["fx.usdcny.spot"]?.content else {
      Issue.record("no spot rate")
      return []
    }
    var values = [[Double]](repeating: [spot], count: histories)
    ColumnEngine(
      try document.model.model.compile(outputs: ["fx.usdcny"]), seed: seed,
      blockLength: Simulation.blockLength
    ).run(first: 0, count: histories) { column, _ in
      for (history, value) in column.enumerated() { values[history].append(value) }
    }
    return values.map { RateSeries(values: $0, observationsPerYear: 4) }
  }

  /// A search may say that it did not converge, once in twenty histories at most.
  private static func fits(_ rates: [RateSeries]) async -> [ProcessFit] {
    let slopes = SlopeDistribution(changes: rates[0].values.count - 1, hasTrend: true)
    let fits = await withTaskGroup(of: (Int, ProcessFit?).self) { group in
      for history in 0..<histories {
        group.addTask { (history, try? ManagedFit.fit(rates[history], slopes: slopes)) }
      }
      var fits: [(Int, ProcessFit)] = []
      for await (history, fit) in group {
        if let fit { fits.append((history, fit)) }
      }
      return fits.sorted { $0.0 < $1.0 }.map(\.1)
    }
    #expect(Double(histories - fits.count) <= max(1, 0.05 * Double(histories)))
    return fits
  }

  /// Of the speed; and what the volatility, computed with it, inherits.
  private static func biases(quarters: Double) -> [String: Double] {
    let speed = 2.0
    let bias = ManagedFit.speedBias(
      slope: Elementary.exp(-speed / 4), changes: quarters, years: 0.25)
    let kept = Elementary.exp(-2 * speed / 4)
    return ["speed": bias, "volatility": 0.02 * 0.5 * (1 / speed - 0.5 * kept / (1 - kept)) * bias]
  }

  /// Neither resets nor leaving: nothing is taken for either, but in a few histories.
  @Test func quiet() async throws {
    let fits = try await Self.fits(
      Self.rates(quarters: 240, seed: 31, ["leave=0%", "reset.probability=0%"]))
    CalibrationRecoveryTests.check(
      fits, ["drift": 0.01, "speed": 2, "volatility": 0.02], bias: Self.biases(quarters: 240),
      seed: 31)
    let alarms = fits.filter { $0.managed?.extensions.contains(where: \.isTaken) == true }.count
    let share = Double(alarms) / Double(Self.histories)
    let most = 0.05 + 3.08 * (0.05 * 0.95 / Double(Self.histories)).squareRoot()
    #expect(share <= most, "expected at most 5 % false alarms, got \(share), seed 31")
    // The rule of three, exactly.
    let bound = fits.lazy.compactMap { fit in
      fit.managed?.untold.first { $0.key == "leave" }.flatMap { untold -> Double? in
        if case .noEvent(240, let most) = untold.reason { most } else { nil }
      }
    }.first
    #expect(abs((bound ?? 1) - 0.012405) < 1e-6, "1 - 0.05^(1/240) is 0.012405, got \(bound ?? 1)")
  }

  /// About nineteen resets that stand out among quarters of 0.8 %.
  @Test func resets() async throws {
    let fits = try await Self.fits(
      Self.rates(
        quarters: 320, seed: 32,
        ["leave=0%", "reset.probability=6%", "reset.mean=12%", "reset.deviation=3%"]))
    CalibrationRecoveryTests.check(
      fits,
      [
        "drift": 0.01, "speed": 2, "volatility": 0.02, "reset.probability": 0.06,
        "reset.mean": 0.12, "reset.deviation": 0.03,
      ], bias: Self.biases(quarters: 320 - 19), seed: 32)
  }

  /// One departure a history says little of its probability, which is not claimed, and all that can
  /// be known of the volatility after it.
  @Test func floating() async throws {
    let fits = try await Self.fits(
      Self.rates(
        quarters: 240, seed: 33, ["leave=1%", "reset.probability=0%", "floatingVolatility=8%"]))
    let claims = fits.compactMap { $0.parameter("floatingVolatility") }
    #expect(Double(claims.count) > 0.6 * Double(Self.histories), "\(claims.count) claims")
    let mean = claims.reduce(0) { $0 + $1.value } / Double(claims.count)
    let squares = claims.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) }
    let tolerance =
      3 * (squares / Double(claims.count)).squareRoot() / Double(claims.count).squareRoot()
    #expect(abs(mean - 0.08) < tolerance, "expected 0.08, got \(mean), tolerance \(tolerance)")
    let share =
      Double(claims.filter { $0.low <= 0.08 && 0.08 <= $0.high }.count) / Double(claims.count)
    #expect(
      CalibrationRecoveryTests.coverage(histories: claims.count).contains(share),
      "expected 95 % of \(claims.count), got \(share), seed 33")
    #expect(fits.allSatisfy { $0.parameter("leave") == nil })
  }
}
