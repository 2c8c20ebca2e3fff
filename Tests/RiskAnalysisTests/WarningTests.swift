import RiskAnalysis
import SyntheticResults
import Testing

@Suite struct WarningTests {
  private func warnings(_ values: [Double]) -> [Warning] {
    var run = SyntheticRun()
    run.trials = values.count
    run.kept = ["x"]
    run.extra = [SyntheticRun.quantity("x", values: values)]
    return run.answers.warnings
  }

  @Test func aCleanRunHasNone() {
    #expect(warnings((0..<400).map { Double($0 % 100) }).isEmpty)
  }

  @Test func undefinedValuesAreCountedWithTheFirst() {
    let values = (0..<400).map { $0 == 12 || $0 == 300 ? .nan : Double($0) }
    #expect(
      warnings(values) == [
        .undefined(quantity: "x", count: 2, of: 400, first: .init(trial: 12, t: nil))
      ])
  }

  @Test func infiniteValuesAreCounted() {
    let values = (0..<400).map { $0 < 3 ? -.infinity : Double($0) }
    #expect(warnings(values) == [.infinite(quantity: "x", count: 3, of: 400, first: nil)])
  }

  /// Past the horizon is no fault of a count, and the share of it is a result.
  @Test func aCountPastTheHorizonIsNoWarning() throws {
    var run = SyntheticRun()
    run.trials = 400
    run.kept = ["x"]
    run.extra = [
      SyntheticRun.quantity(
        "x", values: (0..<400).map { $0 < 100 ? .infinity : Double($0 % 2) }, style: .count)
    ]
    #expect(run.answers.warnings.isEmpty, "got \(run.answers.warnings)")
    let whole = try #require(run.answers.quantity("x")?.whole)
    #expect(whole.never?.value == 0.25 && whole.mean == nil, "got \(whole)")
    run.extra = [
      SyntheticRun.quantity(
        "x", values: (0..<400).map { $0 < 3 ? -.infinity : Double($0 % 2) }, style: .count)
    ]
    #expect(run.answers.warnings == [.infinite(quantity: "x", count: 3, of: 400, first: nil)])
  }

  /// One trial in 400 at 1: the skewness is (1 - 2p)/√(p(1 - p)), about 19.925; 25 G² is 9,925.06.
  @Test func aHeavyTailNeedsMoreTrials() throws {
    let found = warnings((0..<400).map { $0 == 0 ? 1 : 0 })
    guard case .skewed(_, let skewness, trials: 400, let needed)? = found.first else {
      Issue.record("expected a warning of skewness, got \(found)")
      return
    }
    #expect(abs(skewness - 19.92493) < 1e-4, "got \(skewness)")
    #expect(needed == 9926, "got \(needed)")
  }

  @Test func tooFewTrialsForTheTails() {
    let found = warnings((0..<50).map(Double.init))
    #expect(
      found == [
        .tooFewTrials(percentile: .p5, trials: 50, needed: 72),
        .tooFewTrials(percentile: .p95, trials: 50, needed: 72),
      ])
  }

  private func warnings(byQuarter quarters: [[Double]]) -> [Warning] {
    var run = SyntheticRun()
    run.trials = 400
    run.kept = ["x"]
    run.extra = [SyntheticRun.quantity("x", quarters: quarters)]
    return run.answers.warnings
  }

  /// The earliest trial over all quarters, and the first quarter in which it went wrong.
  @Test func theQuarterOfTheFirstTrialIsNamed() {
    let whole = (0..<400).map { Double($0 % 100) }
    var (early, late) = (whole, whole)
    late[12] = .nan
    late[300] = .nan
    early[40] = .nan
    #expect(
      warnings(byQuarter: [whole, early, late, late]) == [
        .undefined(quantity: "x", count: 5, of: 1600, first: .init(trial: 12, t: 3))
      ])
  }

  /// Quarters whose means cannot be trusted are counted, and the worst is named.
  @Test func skewedMeansByQuarter() throws {
    let even = (0..<400).map { Double($0 % 100) }
    let skewed = (0..<400).map { $0 < 4 ? 1.0 : 0 }
    let worse = (0..<400).map { $0 == 0 ? 1.0 : 0 }
    let found = warnings(byQuarter: [even, skewed, worse, even])
    guard
      case .skewedQuarters(
        "x", count: 2, of: 4, worst: 3, let skewness, trials: 400, needed: 9926)? = found.first
    else {
      Issue.record("got \(found)")
      return
    }
    #expect(abs(skewness - 19.92493) < 1e-4 && found.count == 1, "got \(found)")
  }

  /// Squares that are too large to hold leave no standard error.
  @Test func unknownErrorOfAMean() {
    #expect(
      warnings((0..<400).map { $0 == 7 ? 1e200 : Double($0) }) == [
        .momentsOverflow(quantity: "x", t: nil)
      ])
    #expect(
      warnings((0..<400).map { Double($0) * 1e-200 }) == [
        .momentsUnderflow(quantity: "x", t: nil)
      ])
  }
}
