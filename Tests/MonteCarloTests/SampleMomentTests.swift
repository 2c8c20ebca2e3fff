import Testing

@testable import MonteCarlo

/// Moments of data with certified answers (National Institute of Standards and Technology,
/// Statistical reference datasets, univariate summary statistics).
@Suite struct SampleMomentTests {
  private func numAcc(_ first: Double) -> [Double] {
    [first] + (0..<500).flatMap { _ in [first - 0.1, first + 0.1] }
  }

  /// The digits that decimal data rounded to doubles leave of the standard deviation.
  @Test(arguments: [
    (1, 10_000_002, 1, 1e-15), (2, 1.2, 0.1, 1e-15), (3, 1_000_000.2, 0.1, 4e-10),
    (4, 10_000_000.2, 0.1, 6e-9),
  ])
  func numericalAccuracy(set: Int, mean: Double, deviation: Double, tolerance: Double) {
    let values =
      set == 1 ? [10_000_001, 10_000_003, 10_000_002] : numAcc(mean)
    let summary = Summary(of: values)
    #expect(abs(summary.mean / mean - 1) < 2e-16, "set \(set): got \(summary.mean)")
    #expect(
      abs(summary.standardDeviation / deviation - 1) < tolerance,
      "set \(set): got \(summary.standardDeviation), expected \(deviation) within \(tolerance)")
  }

  @Test func higherMoments() {
    // Of 1, 2, 3, 10 about 4: squares 50, cubes 180, fourth powers 1394.
    let summary = Summary(of: [1, 2, 3, 10])
    #expect(summary.mean == 4)
    #expect(abs(summary.standardDeviation - (50.0 / 3).squareRoot()) < 1e-15)
    #expect(abs(summary.skewness - 45 / (12.5 * 12.5.squareRoot())) < 1e-14)
    #expect(abs(summary.excessKurtosis - (348.5 / 156.25 - 3)) < 1e-14)
  }

  @Test func constantsAndSingleValues() {
    let constant = Summary(of: Array(repeating: 0.1, count: 1000))
    #expect(constant.mean == 0.1 && constant.standardDeviation == 0 && constant.skewness == 0)
    #expect(constant.quantile(0.5) == 0.1 && constant.quantile(0.999) == 0.1)
    let single = Summary(of: [7])
    #expect(single.mean == 7 && single.standardDeviation.isNaN && single.quantile(0.5) == 7)
    let none = Summary(of: [.nan])
    #expect(none.mean.isNaN && none.quantile(0.5).isNaN && none.undefined == 1)
  }
}
