import MonteCarlo
@testable import RiskAnalysis
import SyntheticResults
import Testing

@Suite struct TotalHistogramTests {
  private func made(_ values: [Double], plan: Double) -> TotalHistogram? {
    TotalHistogram(SyntheticRun.quantity("totalCapex", values: values), plan: plan)
  }

  @Test func sharesSumToOneWithTheTails() throws {
    let values: [Double] = (0..<4999).map { 300 + 0.04 * Double($0) } + [4000]
    let histogram = try #require(made(values, plan: 380))
    let sum = histogram.below + histogram.above + histogram.shares.reduce(0, +)
    #expect(abs(sum - 1) < 1e-9, "got \(sum)")
    #expect(histogram.above > 0)
    #expect((10...20).contains(histogram.shares.count), "got \(histogram.shares.count)")
    #expect(histogram.bin(of: 250) == -1)
    #expect(histogram.bin(of: 5000) == histogram.shares.count)
  }

  /// Half of the trials spend the plan's total to the million: its bin holds them.
  @Test(arguments: [380.0, 376, 75.5, 1000, 6.6])
  func thePlansSpikeFallsIntoThePlansBin(plan: Double) throws {
    let values: [Double] = (0..<2000).map { i in
      i % 2 == 0 ? plan : plan * (0.8 + 0.0002 * Double(i))
    }
    let histogram = try #require(made(values, plan: plan))
    let share = histogram.shares[histogram.bin(of: plan)]
    #expect(share >= 0.5 && share < 0.6, "plan \(plan): got \(share)")
  }

  @Test func oneNumberOrNone() {
    #expect(made(Array(repeating: 380, count: 100), plan: 380) == nil)
    #expect(made(Array(repeating: .nan, count: 100), plan: 380) == nil)
  }

  @Test(arguments: [(0.7, 1.0), (1, 1), (1.2, 2), (13.7, 20), (21, 50), (0.03, 0.05), (0.3, 0.5)])
  func roundSteps(x: Double, step: Double) {
    #expect(RoundStep.atLeast(x) == step)
  }

  @Test func noStepForWhatIsNoLength() {
    #expect(RoundStep.atLeast(0) == nil && RoundStep.atLeast(.nan) == nil)
    #expect(RoundStep.atLeast(.infinity) == nil && RoundStep.atLeast(-1) == nil)
  }
}
