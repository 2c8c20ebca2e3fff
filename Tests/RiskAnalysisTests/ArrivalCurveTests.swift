import MonteCarlo
@testable import RiskAnalysis
import SyntheticResults
import Testing

@Suite struct ArrivalCurveTests {
  private func curve(_ values: [Double], quarters: Int) -> ArrivalCurve? {
    ArrivalCurve(
      SyntheticRun.quantity("payback", values: values, style: .quarter), quarters: quarters)
  }

  /// Against counting by hand, with quarters that never come and some that are undefined.
  @Test func countsTrials() throws {
    let values = (0..<1000).map { i -> Double in
      if i % 50 == 0 { return .nan }
      return i % 3 == 0 ? .infinity : Double(1 + (i * i) % 24)
    }
    let curve = try #require(self.curve(values, quarters: 24))
    let ranked = Double(values.filter { !$0.isNaN }.count)
    #expect(curve.reached.count == 24 && curve.during.count == 24)
    for t in 1...24 {
      let by = Double(values.filter { $0 <= Double(t) }.count) / ranked
      let during = Double(values.filter { $0 == Double(t) }.count) / ranked
      #expect(curve.reached[t - 1].value == by, "t \(t): expected \(by)")
      #expect(curve.during[t - 1].value == during, "t \(t): expected \(during)")
      #expect(curve.by(t) == curve.reached[t - 1])
    }
    #expect(curve.by(0) == nil && curve.by(25) == nil)
  }

  @Test func nothingOfWhatIsNoQuarter() {
    #expect(ArrivalCurve(SyntheticRun.quantity("npv", values: [1, 2]), quarters: 4) == nil)
    #expect(curve([.nan, .nan], quarters: 4) == nil)
    #expect(curve([.infinity], quarters: 4)?.reached.allSatisfy { $0.value == 0 } == true)
  }
}

@Suite struct TotalDistributionTests {
  @Test func exceedanceFallsAndKeepsASharedTotalAsAStep() throws {
    let values = (0..<4000).map { i in i % 2 == 0 ? 380.0 : 330 + 0.04 * Double(i) }
    let total = try #require(
      TotalDistribution(SyntheticRun.quantity("totalCapex", values: values), plan: 380))
    let points = total.exceedance
    #expect(points.count > 150)
    for (a, b) in zip(points, points.dropFirst()) {
      #expect(a.value.value <= b.value.value && a.probability > b.probability)
    }
    let step = points.filter { abs($0.value.value - 380) < 0.5 }
    let first = try #require(step.first)
    let last = try #require(step.last)
    let fall = first.probability - last.probability
    #expect(fall > 0.45, "the half that spends 380 falls by \(fall)")
  }

  @Test func noStepBeyondWhatFewTrialsSupport() throws {
    let values = (0..<40).map(Double.init)
    let total = try #require(
      TotalDistribution(SyntheticRun.quantity("totalCapex", values: values), plan: nil))
    #expect(total.exceedance.allSatisfy { $0.value.interval != nil })
    #expect(total.exceedance.allSatisfy { (0.05...0.95).contains($0.probability) })
  }
}
