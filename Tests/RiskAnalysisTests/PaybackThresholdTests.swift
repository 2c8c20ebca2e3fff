import MonteCarlo
@testable import RiskAnalysis
import SyntheticResults
import Testing

@Suite struct PaybackThresholdTests {
  private func threshold(
    _ revenue: [Double], _ payback: [Double], year: Int = 2035
  ) -> PaybackThreshold? {
    PaybackThreshold(
      SimulationResult(
        trials: revenue.count, seed: 1,
        quantities: [
          SyntheticRun.quantity("cloudRevenue.FY\(year - 1)", values: revenue.map { -$0 }),
          SyntheticRun.quantity("cloudRevenue.FY\(year)", values: revenue),
          SyntheticRun.quantity("payback", values: payback, style: .quarter),
        ]))
  }

  private let revenue = (0..<10_000).map { 100 + Double(($0 * 7919) % 10_000) / 100 }

  /// Where revenue alone decides, the threshold is the revenue that decides.
  @Test func findsTheRevenueThatDecides() throws {
    let found = try #require(threshold(revenue, revenue.map { $0 > 170 ? 30 : .infinity }))
    #expect(found.year == 2035)
    #expect(abs(found.revenue.value - 170) < 0.05, "got \(found.revenue.value)")
    #expect(abs(found.expected.value - 150) < 0.05, "got \(found.expected.value)")
    #expect(found.above.value > 0.999 && found.below.value < 0.001)
    let interval = try #require(found.revenue.interval)
    #expect(interval.low < 170 && 170 < interval.high)
  }

  /// With noise it is wrong equally often both ways.
  @Test func errsAsOftenAboveAsBelow() throws {
    let payback: [Double] = revenue.enumerated().map { i, x in
      x + Double((i * 104_729) % 1000) / 20 > 190 ? 30 : .infinity
    }
    let found = try #require(threshold(revenue, payback))
    let failsAbove = zip(revenue, payback).filter {
      $0 > found.revenue.value && !$1.isFinite
    }.count
    let paysBelow = zip(revenue, payback).filter {
      $0 <= found.revenue.value && $1.isFinite
    }.count
    #expect(failsAbove > 100 && abs(failsAbove - paysBelow) <= 5, "\(failsAbove), \(paysBelow)")
    let above = revenue.filter { $0 > found.revenue.value }.count
    #expect(abs(found.above.value - 1 + Double(failsAbove) / Double(above)) < 1e-12)
  }

  @Test func nothingWhereThereIsNothingToTell() {
    #expect(threshold(revenue, revenue.map { _ in 30 }) == nil)
    #expect(threshold(revenue, revenue.map { _ in .infinity }) == nil)
    #expect(threshold(revenue, revenue.map { $0 > 199.2 ? 30 : .infinity }) == nil)
    var run = SyntheticRun()
    run.kept = ["payback", "capex"]
    #expect(run.answers.headline.paybackThreshold == nil)
  }
}
