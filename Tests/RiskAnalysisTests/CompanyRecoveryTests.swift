import NumericalMethods
import Testing

@testable import RiskAnalysis

/// 500 simulated histories of a company a process: the mean estimate is within three standard
/// errors of the truth after the stated bias, and 95 % intervals hold it in 92 to 98 % of them.
@Suite struct CompanyRecoveryTests {
  private static let histories = 500
  private static let quarters = 400

  private static func normals(_ seed: UInt64, _ name: String, _ history: Int) -> [Double] {
    let stream = Stream(seed: seed, name: name)
    return (0...quarters).map {
      Elementary.normalQuantile(stream.uniform(trial: UInt64(history), quarter: $0))
    }
  }

  private static func series(_ logarithms: [Double]) -> RateSeries {
    RateSeries(
      values: logarithms.map { Elementary.exp($0) }, observationsPerYear: 4, firstQuarter: 3)
  }

  /// q and r of 0.25 a quarter: by the filter's fixed point P = (√(q⁴ + 4 q² r²) - q²)/2, the first
  /// quarter has P + 2q² + r² and the fourth P + 5q² + r², which 1 + φ² + φ⁴ + φ⁶ divides.
  @Test func localLevel() throws {
    let (wander, noise) = (0.25, 0.25)
    let fits = try (0..<Self.histories).map { history in
      var level = 0.0
      let steps = Self.normals(21, "level", history)
      let errors = Self.normals(21, "noise", history)
      return try ProcessFit.fit(
        .localLevel,
        to: Self.series(
          zip(steps, errors).map { step, error in
            level += wander * step
            return level + noise * error
          }))
    }
    // python3 -c "from scipy.optimize import brentq; q = r = .0625; P = ((q*q + 4*q*r)**.5 - q)/2;
    // a = P + 2*q + r; m = brentq(lambda m: 1 + m + m*m + m**3 - (a + 3*q)/a, 0, 1);
    // print((a/(1 - m))**.5, m**.5)"
    CalibrationRecoveryTests.check(
      fits, ["volatility": 0.6614004144, "autocorrelation": 0.6950392258], seed: 21)
  }

  @Test func autoregression() throws {
    let (volatility, carried) = (0.4, 0.5)
    let slopes = SlopeDistribution(changes: Self.quarters)
    let fits = try (0..<Self.histories).map { history in
      let shocks = Self.normals(22, "shocks", history)
      var value = volatility * shocks[0]
      return try AutoregressionFit.fit(
        Self.series(
          [value]
            + shocks.dropFirst().map { shock in
              value = carried * value + volatility * (1 - carried * carried).squareRoot() * shock
              return value
            }), slopes: slopes)
    }
    // σ = s/√(1 - φ²) inherits φ/(1 - φ²) times the bias of φ.
    let bias = try #require(fits.first?.bias)
    #expect(bias.key == "autocorrelation")
    let stated = -(1 + 3 * carried) / Double(Self.quarters)
    let inherited = volatility * carried / (1 - carried * carried) * stated
    CalibrationRecoveryTests.check(
      fits, ["volatility": volatility, "autocorrelation": carried],
      bias: ["autocorrelation": stated, "volatility": inherited], seed: 22)
  }

  /// Growth about 20 % a year with seasons of up to 8 %.
  @Test func seasonalReversion() throws {
    let (speed, volatility, level) = (0.8, 0.08, Elementary.log(1.2))
    let seasons = [-0.08, 0.02, 0.01, 0.05]
    let slope = Elementary.exp(-speed / 4)
    let deviation = volatility * ((1 - slope * slope) / (2 * speed)).squareRoot()
    let fits = try (0..<Self.histories).map { history in
      let shocks = Self.normals(23, "growth", history)
      var growth = volatility / (2 * speed).squareRoot() * shocks[0]
      var logarithm = 0.0
      let logarithms = shocks.indices.dropFirst().map { t in
        growth = slope * growth + deviation * shocks[t]
        logarithm += (level + growth) / 4 + seasons[t % 4]
        return logarithm
      }
      return try ProcessFit.fit(.seasonalReversion, to: Self.series([0] + logarithms))
    }
    let bias = GrowthFit.speedBias(slope: slope, count: Double(Self.quarters - 1))
    let kept = slope * slope
    let inherited = volatility * 0.5 * (1 / speed - 0.5 * kept / (1 - kept)) * bias
    CalibrationRecoveryTests.check(
      fits, ["path": 0.2, "speed": speed, "volatility": volatility],
      bias: ["speed": bias, "volatility": inherited], seed: 23)
  }

  /// Growth year on year, as the mean of four quarters' growth, in histories that are long and as
  /// short as the shipped one.
  @Test(arguments: [7, 400])
  func announcedGrowth(quarters: Int) throws {
    let (speed, volatility) = (0.8, 0.1)
    let slope = Elementary.exp(-speed / 4)
    let stationary = volatility / (2 * speed).squareRoot()
    let fits = try (0..<Self.histories).map { history in
      let shocks = Self.normals(24, "announced", history)
      var growth = stationary * shocks[0]
      let rates = shocks.dropFirst().prefix(quarters + 3).map { shock in
        growth = slope * growth + stationary * (1 - slope * slope).squareRoot() * shock
        return growth
      }
      let years = (3..<rates.count).map { rates[($0 - 3)...$0].reduce(0, +) / 4 }
      return try ProcessFit.fit(
        .announcedGrowth,
        to: RateSeries(
          values: years.map { Elementary.exp($0) }, observationsPerYear: 4, firstQuarter: 3,
          speed: speed))
    }
    let share = try #require(fits.first?.growth?.volatilityError)
    CalibrationRecoveryTests.check(
      fits, ["volatility": volatility],
      bias: ["volatility": -volatility * share * share / 2], seed: 24)
  }

  /// A level that never moves, and one without noise, have no peak inside.
  @Test func bordersAreRefused() throws {
    let alternating = (0..<40).map { $0 % 2 == 0 ? 1.0 : 1.3 }
    #expect(throws: CalibrationError.self) {
      try ProcessFit.fit(.localLevel, to: Self.series(alternating))
    }
    #expect(throws: CalibrationError.notQuarterly(.localLevel)) {
      try ProcessFit.fit(
        .localLevel, to: RateSeries(values: alternating.map { $0 + 1 }, observationsPerYear: 12))
    }
    #expect(throws: CalibrationError.tooFewObservations(.seasonalReversion, found: 10, needed: 20))
    {
      try ProcessFit.fit(
        .seasonalReversion, to: Self.series(Array(alternating.prefix(10))))
    }
  }
}
