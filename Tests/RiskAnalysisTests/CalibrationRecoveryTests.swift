import Testing

@testable import NumericalMethods
@testable import RiskAnalysis

/// 500 simulated histories a process: the mean estimate is within three standard errors of the
/// truth, and 95 % intervals hold it in 92 to 98 % of them.
@Suite struct CalibrationRecoveryTests {
  static let histories = 500

  @Test func gbm() async throws {
    let rates = SimulatedRates(months: 240, seed: 11)
    let fits = try await Self.fits {
      try ProcessFit.fit(.gbm, to: rates.gbm($0, drift: 0.03, volatility: 0.06))
    }
    Self.check(fits, ["drift": 0.03, "volatility": 0.06], seed: rates.seed)
  }

  @Test func meanReverting() async throws {
    let rates = SimulatedRates(months: 480, seed: 12)
    let slopes = SlopeDistribution(changes: rates.months)
    let fits = try await Self.fits {
      try ReversionFit.fit(
        rates.meanReverting($0, speed: 1.5, volatility: 0.05), slopes: slopes)
    }
    let bias = ReversionFit.speedBias(
      slope: Elementary.exp(-1.5 / 12), changes: Double(rates.months), step: 1.0 / 12)
    #expect(abs(bias - 0.1) < 0.02, "four over forty years is 0.1, got \(bias)")
    // σ is computed with the speed, so it inherits d ln σ/dκ times that bias.
    let kept = Elementary.exp(-2 * 1.5 / 12)
    let inherited = 0.05 * 0.5 * (1 / 1.5 - 2 / 12.0 * kept / (1 - kept)) * bias
    Self.check(
      fits, ["level": 7, "speed": 1.5, "volatility": 0.05],
      bias: ["speed": bias, "volatility": inherited], seed: rates.seed)
  }

  /// Jumps that stand out; docs/calibration.md says what comes of those that do not.
  @Test func jumpDiffusion() async throws {
    let rates = SimulatedRates(months: 800, seed: 13)
    let truth = [
      "drift": 0.02, "volatility": 0.04, "jumps.rate": 4.8, "jumps.mean": 0.08,
      "jumps.deviation": 0.02,
    ]
    let fits = try await Self.fits {
      try ProcessFit.fit(
        .jumpDiffusion,
        to: rates.jumpDiffusion(
          $0, drift: 0.02, volatility: 0.04, rate: 4.8, mean: 0.08, deviation: 0.02))
    }
    Self.check(fits, truth, seed: rates.seed)
  }

  /// As short as the shipped history, where the speed is far from normal and often a random walk
  /// cannot be told apart.
  @Test func speedInShortHistories() {
    let rates = SimulatedRates(months: 114, seed: 14)
    let slopes = SlopeDistribution(changes: rates.months)
    let truth = Elementary.exp(-0.465 / 12)
    let held = (0..<Self.histories).filter { history in
      let series = rates.meanReverting(history, speed: 0.465, volatility: 0.04)
      let range = slopes.interval(of: LagRegression(series.logarithms).slope)
      return range.low <= truth && truth <= range.high
    }.count
    let share = Double(held) / Double(Self.histories)
    #expect((0.92...0.98).contains(share), "expected 92 to 98 %, got \(share), seed 14")
  }

  /// 5 % of -13.7 for n (b - 1) is the tabulated critical value of the unit root (Fuller:
  /// Introduction to statistical time series, 1976, table 8.5.1, n = 100).
  @Test func randomWalksAreKnown() {
    let chance = SlopeDistribution(changes: 100).chance(ofAtMost: 1 - 13.7 / 100)
    #expect(abs(chance - 0.05) < 0.015, "expected 0.05 within 0.015, got \(chance)")
  }

  /// Three standard errors around 95 %: 92 to 98 % of 500 histories.
  static func coverage(histories: Int) -> ClosedRange<Double> {
    let reach = 3.08 * (0.95 * 0.05 / Double(histories)).squareRoot()
    return 0.95 - reach...min(0.95 + reach, 1)
  }

  static func fits(
    _ histories: Int = histories,
    _ fit: @escaping @Sendable (Int) throws -> ProcessFit
  ) async throws -> [ProcessFit] {
    try await withThrowingTaskGroup(of: (Int, ProcessFit).self) { group in
      for history in 0..<histories {
        group.addTask { (history, try fit(history)) }
      }
      var fits: [(Int, ProcessFit)] = []
      for try await result in group { fits.append(result) }
      return fits.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  static func check(
    _ fits: [ProcessFit], _ truth: [String: Double], bias: [String: Double] = [:], seed: UInt64
  ) {
    #expect(fits.first.map { $0.parameters.map(\.key).sorted() } == truth.keys.sorted())
    for (key, value) in truth.sorted(by: { $0.key < $1.key }) {
      let parameters = fits.compactMap { $0.parameter(key) }
      let n = Double(parameters.count)
      let mean = parameters.reduce(0) { $0 + $1.value } / n
      let variance =
        parameters.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) } / (n - 1)
      let error = mean - value - (bias[key] ?? 0)
      let tolerance = 3 * (variance / n).squareRoot()
      #expect(
        abs(error) <= tolerance,
        "\(key): expected mean \(value + (bias[key] ?? 0)), got \(mean), tolerance \(tolerance), seed \(seed)"
      )
      let held = parameters.filter { $0.low <= value && value <= $0.high }.count
      let share = Double(held) / n
      #expect(
        coverage(histories: parameters.count).contains(share),
        "\(key): expected 95 % of \(parameters.count), got \(share), seed \(seed)")
    }
  }
}
