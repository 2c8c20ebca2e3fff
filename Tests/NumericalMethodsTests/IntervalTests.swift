import Testing

@testable import NumericalMethods

@Suite struct IntervalTests {
  @Test(arguments: [
    (0, 0.0, 0.003682083897), (950, 0.934609512085, 0.962664602395), (1000, 0.996317916103, 1.0),
  ])
  func clopperPearsonOfAThousand(successes: Int, low: Double, high: Double) {
    let got = ProportionInterval.clopperPearson(successes: successes, trials: 1000, level: 0.95)
    #expect(abs(got.low - low) <= 1e-12, "expected \(low), got \(got.low)")
    #expect(abs(got.high - high) <= 1e-12, "expected \(high), got \(got.high)")
  }

  @Test func clopperPearsonMirrors() {
    for trials in [1, 10, 1_000_000, 1_000_000_000] {
      for successes in [0, 1, trials / 3, trials] {
        let one = ProportionInterval.clopperPearson(
          successes: successes, trials: trials, level: 0.9)
        let two = ProportionInterval.clopperPearson(
          successes: trials - successes, trials: trials, level: 0.9)
        #expect(abs(one.low - (1 - two.high)) <= 1e-15, "\(successes) of \(trials)")
        let share = Double(successes) / Double(trials)
        #expect(one.low <= share && share <= one.high)
      }
    }
  }

  /// `python3 -c "from scipy.stats import t; print(t.ppf(0.975, n - 1))"`, scipy's t; a normal beyond.
  @Test(arguments: [
    (2, 12.706204736174694), (3, 4.302652729749462), (10, 2.262157162798205),
    (100, 1.9842169515864174), (1000, 1.9623414611334493), (1001, 1.959963984540054),
  ])
  func meansOfFewValues(count: Int, expected: Double) throws {
    let got = try #require(MeanInterval.standardErrors(count: count, level: 0.95))
    #expect(abs(got / expected - 1) < 1e-12, "\(count): expected \(expected), got \(got)")
  }

  @Test func oneValueHasNoInterval() {
    for count in 0...1 { #expect(MeanInterval.standardErrors(count: count, level: 0.95) == nil) }
  }

  struct Ranks: Sendable {
    let n: Int
    let p: Double
    let lower: Int
    let upper: Int
  }

  /// The narrowest ranks with at most 2.5 % beyond each.
  static let ranks = [
    Ranks(n: 100, p: 0.05, lower: 1, upper: 11), Ranks(n: 100, p: 0.5, lower: 40, upper: 61),
    Ranks(n: 100, p: 0.95, lower: 90, upper: 100), Ranks(n: 1000, p: 0.01, lower: 4, upper: 18),
    Ranks(n: 1000, p: 0.05, lower: 37, upper: 65),
    Ranks(n: 1000, p: 0.5, lower: 469, upper: 532),
    Ranks(n: 1000, p: 0.95, lower: 936, upper: 964),
    Ranks(n: 1000, p: 0.99, lower: 983, upper: 997),
    Ranks(n: 10_000, p: 0.01, lower: 81, upper: 121),
    Ranks(n: 10_000, p: 0.05, lower: 458, upper: 544),
    Ranks(n: 10_000, p: 0.5, lower: 4902, upper: 5099),
    Ranks(n: 10_000, p: 0.95, lower: 9457, upper: 9543),
    Ranks(n: 10_000, p: 0.99, lower: 9880, upper: 9920),
    Ranks(n: 100_000, p: 0.01, lower: 939, upper: 1063),
    Ranks(n: 100_000, p: 0.05, lower: 4865, upper: 5137),
    Ranks(n: 100_000, p: 0.5, lower: 49690, upper: 50311),
    Ranks(n: 100_000, p: 0.95, lower: 94864, upper: 95136),
    Ranks(n: 100_000, p: 0.99, lower: 98938, upper: 99062),
  ]

  @Test(arguments: ranks)
  func orderStatistics(expected: Ranks) throws {
    let got = try #require(OrderStatistics.interval(n: expected.n, p: expected.p, level: 0.95))
    #expect(
      got.lower == expected.lower && got.upper == expected.upper,
      "n \(expected.n), p \(expected.p): expected \(expected.lower), \(expected.upper), got \(got)")
  }

  /// The narrowest ranks, by trying them all with sums of binomial probabilities.
  @Test(arguments: [0.01, 0.05, 0.3, 0.5, 0.95])
  func orderStatisticsOfSmallSamples(p: Double) {
    for n in 1...120 {
      var chance = (0..<n).reduce(1.0) { product, _ in product * (1 - p) }
      var atMost: [Double] = []
      for k in 0...n {
        atMost.append((atMost.last ?? 0) + chance)
        chance *= Double(n - k) / Double(k + 1) * p / (1 - p)
      }
      let lower = (1...n).last { atMost[$0 - 1] <= 0.025 }
      let upper = (1...n).first { 1 - atMost[$0 - 1] <= 0.025 }
      let got = OrderStatistics.interval(n: n, p: p, level: 0.95)
      if let lower, let upper {
        #expect(got?.lower == lower && got?.upper == upper, "n \(n), p \(p): \(lower), \(upper)")
      } else {
        #expect(got == nil, "n \(n), p \(p)")
      }
    }
  }

  @Test func tooFewTrialsHaveNoInterval() {
    #expect(OrderStatistics.interval(n: 100, p: 0.01, level: 0.95) == nil)
    #expect(OrderStatistics.minimumTrials(p: 0.01, level: 0.95) == 368)
    for p in [0.01, 0.05, 0.5, 0.95, 0.999] {
      let least = OrderStatistics.minimumTrials(p: p, level: 0.95)
      #expect(OrderStatistics.interval(n: least, p: p, level: 0.95) != nil, "p \(p), n \(least)")
      #expect(
        OrderStatistics.interval(n: least - 1, p: p, level: 0.95) == nil, "p \(p), n \(least - 1)")
    }
  }
}
