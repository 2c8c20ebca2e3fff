public import CapexModel
internal import NumericalMethods

/// One forecast of one quarter against what came.
public struct QuarterScore: Sendable {
  public let quarter: Quarter
  /// From 1 at the forecast's first quarter.
  public let horizon: Int
  public let observation: Double
  public let forecast: QuantileForecast
  /// The continuous ranked probability score, in the quantity's unit.
  public let score: Double
  /// The mean of the pinball losses at `pinballLevels`, in the quantity's unit.
  public let pinballLoss: Double
  public let transform: ProbabilityIntegralTransform
  /// Drawn in the transform's range; the same again for the same seed, quantity and quarter.
  public let place: Double
  /// Inside the bands of `bands`.
  public let inside: [Bool]

  /// P5, P25, P50, P75 and P95.
  public static let pinballLevels = Percentile.allCases.map(\.fraction)
  /// The probability that each central band should hold.
  public static let bands = [0.5, 0.9]

  /// - Throws: `levelMissing` where the forecast lacks the quantiles that reports show; `notFinite`.
  init(
    _ forecast: QuantileForecast, quarter: Quarter, horizon: Int, observation: Double, draws: Stream
  ) throws(RiskAnalysisError) {
    self.quarter = quarter
    self.horizon = horizon
    self.observation = observation
    self.forecast = forecast
    score = try forecast.score(observation)
    var losses = 0.0
    for level in QuarterScore.pinballLevels {
      losses += try forecast.pinballLoss(level: level, observation: observation)
    }
    pinballLoss = losses / Double(QuarterScore.pinballLevels.count)
    transform = try ProbabilityIntegralTransform(forecast, observation: observation)
    place = transform.value(
      uniform: draws.uniform(trial: UInt64(horizon), quarter: quarter.index))
    var inside: [Bool] = []
    for band in QuarterScore.bands {
      inside.append(try forecast.band(band).contains(observation))
    }
    self.inside = inside
  }
}

/// What several quarters say together.
public struct ScoreSummary: Sendable {
  public let quarters: Int
  public let score: Double
  public let pinballLoss: Double
  /// One for each of `QuarterScore.bands`.
  public let coverage: [BandCoverage]
  /// Nil for more quarters than the test takes.
  public let uniformity: UniformityTest?

  /// - Parameter scores: at least one.
  init(_ scores: [QuarterScore]) throws(RiskAnalysisError) {
    quarters = scores.count
    let count = Double(scores.count)
    score = scores.reduce(0) { $0 + $1.score } / count
    pinballLoss = scores.reduce(0) { $0 + $1.pinballLoss } / count
    var coverage: [BandCoverage] = []
    for band in QuarterScore.bands {
      coverage.append(
        try BandCoverage(
          nominal: band, forecasts: scores.map(\.forecast),
          observations: scores.map(\.observation)))
    }
    self.coverage = coverage
    uniformity =
      UniformityTest.sizes.contains(scores.count) ? try UniformityTest(scores.map(\.place)) : nil
  }
}
