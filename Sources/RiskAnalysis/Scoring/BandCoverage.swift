internal import NumericalMethods

/// How often central bands of a nominal probability held what came, with the exact interval of the
/// true probability (Clopper and Pearson, 1934).
///
/// The interval takes the outcomes as independent. Quarters of one forecast are not: an early
/// surprise moves all that follow, so the interval is then too narrow. Held by `BandCoverageTests`.
public struct BandCoverage: Equatable, Sendable {
  /// The probability that the band should hold, such as 0.9.
  public let nominal: Double
  public let inside: Int
  public let observations: Int
  /// Level `Estimate.level`.
  public let interval: Estimate.Interval

  /// inside / observations.
  public var share: Double { Double(inside) / Double(observations) }

  /// Whether the interval holds the nominal probability.
  public var isConsistent: Bool { interval.low <= nominal && nominal <= interval.high }

  /// - Parameters:
  ///   - nominal: Strictly between 0 and 1; every forecast has its two levels.
  ///   - forecasts: At least one.
  ///   - observations: One for each forecast, finite; on the edge is inside.
  /// - Throws: `countsDiffer`, `sampleSize`, `levelOutside`, `levelMissing`, `notFinite`.
  public init(
    nominal: Double, forecasts: [QuantileForecast], observations: [Double]
  ) throws(RiskAnalysisError) {
    guard forecasts.count == observations.count else {
      throw .countsDiffer(first: forecasts.count, second: observations.count)
    }
    guard !forecasts.isEmpty else { throw .sampleSize(found: 0, least: 1, most: Int.max) }
    var inside = 0
    for (forecast, observation) in zip(forecasts, observations) {
      guard observation.isFinite else { throw .notFinite(what: .observation, value: observation) }
      if try forecast.band(nominal).contains(observation) { inside += 1 }
    }
    let exact = ProportionInterval.clopperPearson(
      successes: inside, trials: forecasts.count, level: Estimate.level)
    self.nominal = nominal
    self.inside = inside
    self.observations = forecasts.count
    interval = Estimate.Interval(low: exact.low, high: exact.high)
  }
}
