import NumericalMethods
import Testing

@testable import MonteCarlo

/// Quantiles, shares and intervals of samples whose answers are known.
@Suite struct QuantileTests {
  @Test func uniformGrid() {
    // (i + 1/2)/n for i < n: the p-quantile is p, but for a step of the grid.
    let n = 10_000
    let summary = Summary(of: (0..<n).map { (Double($0) + 0.5) / Double(n) })
    for p in stride(from: 0.01, through: 0.99, by: 0.007) {
      #expect(abs(summary.quantile(p) - p) < 1e-4, "p \(p): got \(summary.quantile(p))")
      #expect(abs(summary.share(atMost: p) - p) < 1e-4, "at \(p)")
    }
    #expect(summary.minimum == 0.5 / Double(n) && summary.maximum == 1 - 0.5 / Double(n))
    #expect(summary.share(atMost: -1) == 0 && summary.share(atMost: 2) == 1)
  }

  @Test func bothSignsAndManyMagnitudes() {
    // exp and -exp of a grid: the median is between them, the quartiles are ∓ 1.
    let n = 20_000
    let grid = (0..<n).map { Elementary.exp(20 * ((Double($0) + 0.5) / Double(n) - 0.5)) }
    let summary = Summary(of: grid + grid.map { -$0 })
    #expect(abs(summary.quantile(0.75) - 1) < 2e-3)
    #expect(abs(summary.quantile(0.25) + 1) < 2e-3)
    #expect(abs(summary.quantile(0.5)) < 1e-4)
    for p in [0.01, 0.1, 0.3, 0.6, 0.9, 0.99] {
      #expect(abs(summary.share(atMost: summary.quantile(p)) - p) < 1e-6, "p \(p)")
    }
    let quantiles = stride(from: 0.001, to: 1, by: 0.001).map(summary.quantile)
    #expect(quantiles == quantiles.sorted())
  }

  @Test func pointMasses() {
    let values = Array(repeating: 2.5, count: 700) + Array(repeating: 7.0, count: 300)
    let summary = Summary(of: values)
    // A mass fills its bin, of relative width 2⁻¹⁴.
    for p in [0.01, 0.3, 0.69] { #expect(abs(summary.quantile(p) / 2.5 - 1) <= 0x1p-14) }
    for p in [0.71, 0.9, 0.999] { #expect(abs(summary.quantile(p) / 7 - 1) <= 0x1p-14) }
    #expect(abs(summary.share(atMost: 5) - 0.7) < 1e-12)
  }

  @Test func wholeNumbersAreNotInterpolated() {
    // -2 once, 0 twice, 1 three times, 12 four times.
    let values: [Double] = [-2, 0, 0, 1, 1, 1, 12, 12, 12, 12]
    let summary = Summary(of: values, isWhole: true)
    let expected: [(Double, Double)] = [
      (0.05, -2), (0.1, -2), (0.11, 0), (0.3, 0), (0.35, 1), (0.6, 1), (0.61, 12), (0.99, 12),
    ]
    for (p, value) in expected {
      #expect(summary.quantile(p) == value, "p \(p): got \(summary.quantile(p))")
    }
    #expect(summary.share(atMost: 0) == 0.3 && summary.share(atMost: 11.9) == 0.6)
    #expect(summary.share(atMost: -3) == 0 && summary.share(atMost: 12) == 1)
  }

  @Test func infinitiesHaveTheirPlaceAndUndefinedValuesNone() {
    let values: [Double] = [3, .infinity, .nan, -.infinity, 5, .infinity, .nan, 4, 3, .infinity]
    let summary = Summary(of: values, isWhole: true)
    #expect(summary.count == 10 && summary.finite == 4 && summary.above == 3)
    #expect(summary.below == 1 && summary.undefined == 2 && summary.firstUndefinedTrial == 2)
    #expect(summary.minimum == 3 && summary.maximum == 5 && summary.mean == 3.75)
    // Eight have a rank: -∞, 3, 3, 4, 5, ∞, ∞, ∞.
    #expect(summary.quantile(0.1) == -.infinity && summary.quantile(0.9) == .infinity)
    #expect(summary.quantile(0.3) == 3 && summary.quantile(0.5) == 4)
    #expect(summary.quantile(0.62) == 5 && summary.quantile(0.63) == .infinity)
    #expect(summary.share(atMost: 4) == 0.5 && summary.share(atMost: .infinity) == 1)
  }

  /// The first undefined trial counts from the start of the run, over all blocks.
  @Test func firstUndefinedTrialOfARun() async throws {
    var small = SmallModel()
    small.outputOnce("x", "if(last(uniform(a), over: horizon) < 0.001, 0 / 0, 1)")
    let program = try small.model.compile()
    let result = await Simulation(program, trials: 10_000, seed: 111, workers: 3).run()
    let stream = Stream(seed: 111, name: "a")
    let bad = (0..<10_000).filter { stream.uniform(trial: UInt64($0), quarter: 1) < 0.001 }
    let summary = try #require(result["x"].first)
    #expect(summary.undefined == bad.count && summary.firstUndefinedTrial == bad.first)
  }

  /// Order-statistic intervals of 95 % hold the true quantile about that often.
  @Test func intervalsCover() throws {
    let samples = 150
    let probabilities = [0.05, 0.5, 0.99]
    var covered = probabilities.map { _ in 0 }
    for sample in 0..<samples {
      let stream = Stream(seed: 121, name: "sample \(sample)")
      let values = (0..<1000).map { 1 + stream.uniform(trial: UInt64($0), quarter: 1) }
      let summary = Summary(of: values)
      for (place, p) in probabilities.enumerated() {
        let interval = try #require(summary.quantileInterval(p, level: 0.95))
        #expect(interval.low < interval.high)
        if interval.low <= 1 + p, 1 + p <= interval.high { covered[place] += 1 }
      }
    }
    for (p, covered) in zip(probabilities, covered) {
      // Exact coverage is 95 to 98 %; 4.5 standard errors below that are 87 %.
      let share = Double(covered) / Double(samples)
      #expect(share > 0.87 && share < 1, "p \(p): got \(share), seed 121")
    }
  }

  @Test func tooFewTrialsHaveNoInterval() {
    #expect(Summary(of: (0..<367).map(Double.init)).quantileInterval(0.99, level: 0.95) == nil)
    #expect(Summary(of: (0..<368).map(Double.init)).quantileInterval(0.99, level: 0.95) != nil)
    #expect(Summary.minimumTrials(quantile: 0.99, level: 0.95) == 368)
  }

  /// The order statistics themselves, known for a sample of its own ranks.
  @Test func intervalOfRanks() throws {
    let summary = Summary(of: (1...1000).map(Double.init))
    let interval = try #require(summary.quantileInterval(0.5, level: 0.95))
    #expect(abs(interval.low - 469) <= 1 && abs(interval.high - 532) <= 1, "\(interval)")
    let tail = try #require(summary.quantileInterval(0.05, level: 0.95))
    #expect(abs(tail.low - 37) <= 1 && abs(tail.high - 65) <= 1, "\(tail)")
  }

  @Test func probabilityAndItsInterval() {
    let values = (0..<1000).map { $0 < 950 ? 1.0 : 0.0 }
    let summary = Summary(of: values, isWhole: true)
    #expect(summary.probability == 0.95)
    let interval = summary.probabilityInterval(level: 0.95)
    #expect(abs(interval.low - 0.934609512085) < 1e-11)
    #expect(abs(interval.high - 0.962664602395) < 1e-11)
  }

  @Test func sharesInBins() {
    let summary = Summary(of: (0..<1000).map { Double($0) + 0.5 })
    let shares = summary.histogram(bins: 4, low: 0, high: 1000)
    for share in shares { #expect(abs(share - 0.25) < 1e-3, "\(shares)") }
  }
}
