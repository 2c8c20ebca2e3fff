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

  /// Moments whose powers overflow or vanish are none; the same values in a fitting unit have them.
  @Test(arguments: [(1e200, false, false), (1e120, true, false), (1, true, true)])
  func powersBeyondDoubles(scale: Double, hasDeviation: Bool, hasSkewness: Bool) {
    for unit in [scale, 1 / scale] {
      let summary = Summary(of: [1, 2, 3, 10].map { $0 * unit })
      #expect(summary.standardDeviation.isFinite == hasDeviation, "\(unit): \(summary)")
      #expect((summary.meanInterval(level: 0.95) != nil) == hasDeviation, "\(unit): \(summary)")
      #expect(summary.skewness.isFinite == hasSkewness, "\(unit): got \(summary.skewness)")
    }
  }

  /// Two values are always symmetric, and say nothing of the tails.
  @Test func fewValuesHaveNoSkewness() {
    #expect(Summary(of: [1, 2]).skewness.isNaN && Summary(of: [1, 2]).standardDeviation > 0)
    #expect(Summary(of: [1, 2, 3]).skewness == 0)
  }

  /// Of 1, 2, 3, 10: mean 4, standard error √(50/3/4), t of three degrees 3.182446.
  @Test func fewTrialsHaveStudentsInterval() throws {
    let interval = try #require(Summary(of: [1, 2, 3, 10]).meanInterval(level: 0.95))
    let half = 3.18244630528 * (50.0 / 12).squareRoot()
    #expect(abs(interval.high - 4 - half) < 1e-9, "got \(interval), expected 4 ± \(half)")
    #expect(abs(4 - interval.low - half) < 1e-9, "got \(interval), expected 4 ± \(half)")
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
