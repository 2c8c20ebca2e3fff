import NumericalMethods
import SyntheticResults
import Testing

@testable import MonteCarlo
@testable import RiskAnalysis

/// Verdicts on differences are right as often as they claim.
@Suite struct PairedDifferenceTests {
  private static let trials = 4096

  /// Normal values from a stream of their own.
  private static func normals(_ name: String, seed: UInt64) -> [Double] {
    let stream = Stream(seed: seed, name: name)
    return (0..<trials).map {
      Elementary.normalQuantile(stream.uniform(trial: UInt64($0), quarter: 1, draw: 0))
    }
  }

  private static func quantity(_ values: [Double]) -> SimulatedQuantity {
    SyntheticRun.quantity("x", values: values)
  }

  /// Two seeds, one distribution.
  @Test(arguments: [ComparedStatistic.mean, .p50, .p90])
  func twoSeedsAreNoise(statistic: ComparedStatistic) throws {
    var noise = 0
    for seed in 0..<500 as Range<UInt64> {
      let (a, b) = (Self.normals("a", seed: seed), Self.normals("a", seed: seed + 1000))
      let difference = try #require(
        PairedDifference(statistic, of: Self.quantity(b), less: Self.quantity(a)))
      if difference.verdict == .noise { noise += 1 }
    }
    // 475 are expected; 465 are 93 %, and 494 would be an interval that is too wide.
    #expect((465...494).contains(noise), "\(statistic): \(noise) of 500")
  }

  /// Runs that hardly differ: their percentiles hang on a few trials, and are no more real for that.
  @Test(arguments: [1e-5, 1e-3, 1e-2, 0.1, 1])
  func whatHardlyDiffersIsNoise(size: Double) throws {
    for statistic in [ComparedStatistic.p50, .p90] {
      var real = 0
      for seed in 0..<200 as Range<UInt64> {
        let a = Self.normals("a", seed: seed)
        // Of one distribution, however large the part that is their own.
        let scale = 1 / (1 + size * size).squareRoot()
        let b = zip(a, Self.normals("b", seed: seed)).map { ($0 + size * $1) * scale }
        let difference = try #require(
          PairedDifference(statistic, of: Self.quantity(b), less: Self.quantity(a)))
        if difference.verdict == .real { real += 1 }
      }
      // Ten of 200 are expected at most; 19 are three standard deviations more.
      #expect(real <= 19, "\(statistic), \(size): \(real) of 200")
    }
  }

  /// The second run is the first, moved, plus noise of its own: the error is that of the noise.
  @Test func aShiftOfThreeStandardErrorsIsReal() throws {
    var real = 0
    let spread = 0.1
    let shift = 3 * spread / Double(Self.trials).squareRoot()
    for seed in 0..<500 as Range<UInt64> {
      let a = Self.normals("a", seed: seed)
      let b = zip(a, Self.normals("b", seed: seed)).map { $0 + shift + spread * $1 }
      let difference = try #require(
        PairedDifference(.mean, of: Self.quantity(b), less: Self.quantity(a)))
      if difference.verdict == .real { real += 1 }
    }
    // The power at three standard errors is 85 %.
    #expect((400...450).contains(real), "\(real) of 500")
  }

  @Test func equalRunsAreTheSame() throws {
    let a = Self.quantity(Self.normals("a", seed: 1))
    for statistic in [ComparedStatistic.mean, .p50, .p90] {
      let difference = try #require(PairedDifference(statistic, of: a, less: a))
      #expect(difference.verdict == .same)
      #expect(difference.value == 0)
      #expect(difference.trialsToSettle == nil)
    }
  }

  /// The same numbers, summed in another order, differ in their last bits.
  @Test func roundingIsNoDifference() throws {
    let a = Self.normals("a", seed: 1).map { 380 + 20 * $0 }
    let noises = Self.normals("b", seed: 1)
    for (size, isSame) in [(3e-16, true), (1e-9, false)] {
      let b = zip(a, noises).map { $0 * (1 + size * $1) }
      #expect(a != b)
      for statistic in [ComparedStatistic.mean, .p50, .p90] {
        let difference = try #require(
          PairedDifference(statistic, of: Self.quantity(b), less: Self.quantity(a)))
        #expect((difference.verdict == .same) == isSame, "\(statistic): \(difference)")
      }
    }
  }

  /// A constant shift is known without error, even of a percentile.
  @Test func aConstantShiftIsExact() throws {
    let a = Self.normals("a", seed: 2)
    for statistic in [ComparedStatistic.mean, .p50, .p90] {
      let difference = try #require(
        PairedDifference(statistic, of: Self.quantity(a.map { $0 + 5 }), less: Self.quantity(a)))
      #expect(difference.verdict == .real)
      #expect(abs(difference.value - 5) < 0.01, "\(difference.value)")
    }
  }

  @Test func probabilitiesAreCompared() throws {
    let a = Self.normals("a", seed: 3)
    let events = { (limit: Double) in
      SyntheticRun.quantity("e", values: a.map { $0 < limit ? 1 : 0 }, style: .condition)
    }
    let difference = try #require(
      PairedDifference(.probability, of: events(0.5), less: events(0)))
    let expected = Double(a.filter { (0..<0.5).contains($0) }.count) / Double(a.count)
    #expect(abs(difference.value - expected) < 1e-12)
    #expect(difference.verdict == .real)
  }

  @Test func theTrialsThatSettleGrowWithTheSquare() throws {
    let a = Self.normals("a", seed: 4)
    let noise = Self.normals("b", seed: 4)
    let mean = noise.reduce(0, +) / Double(noise.count)
    let deviation = 1.0
    // Half an interval is 1.96 standard errors; the shift is a quarter of that.
    let shift = 0.25 * 1.96 * deviation / Double(Self.trials).squareRoot()
    let b = zip(a, noise).map { $0 + ($1 - mean) + shift }
    let difference = try #require(
      PairedDifference(.mean, of: Self.quantity(b), less: Self.quantity(a)))
    #expect(difference.verdict == .noise)
    let trials = try #require(difference.trialsToSettle)
    #expect(abs(trials / Double(Self.trials) / 16 - 1) < 0.1, "\(trials)")
  }

  @Test func tooFewPairsGiveNoVerdictOnAPercentile() {
    let few = SyntheticRun.quantity("x", values: (0..<2047).map(Double.init))
    #expect(PairedDifference(.p90, of: few, less: few) == nil)
    #expect(PairedDifference(.mean, of: few, less: few) != nil)
  }

  @Test func placesAddUp() throws {
    let ranks = try #require(RankProbabilities([[1, 2, 3, 3], [2, 1, 3, 0], [0, 0, 0, 9]]))
    // The third trial ties for the first place, the others have an order.
    #expect(ranks.probabilities[0] == [0.375, 0.625, 0])
    #expect(ranks.probabilities[1] == [0.375, 0.375, 0.25])
    #expect(ranks.probabilities[2] == [0.25, 0, 0.75])
    #expect(RankProbabilities([[1, .nan], [1, 2]]) == nil)
  }
}
