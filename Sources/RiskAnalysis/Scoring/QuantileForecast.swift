/// A forecast of one number as quantiles at some levels.
///
/// Between levels the distribution function is a straight line; what lies beyond the outermost
/// levels is put on the outermost quantiles. Equal neighbouring quantiles are a point mass.
/// Held by `QuantileForecastTests`.
public struct QuantileForecast: Hashable, Sendable {
  /// Strictly between 0 and 1, ascending.
  public let levels: [Double]
  /// One a level, never descending; in the unit of the quantity.
  public let quantiles: [Double]

  /// - Throws: `noLevels`, `countsDiffer`, `levelOutside`, `levelsNotAscending`, `notFinite`,
  ///   `quantilesDescend`.
  public init(levels: [Double], quantiles: [Double]) throws(RiskAnalysisError) {
    try QuantileForecast.check(levels)
    guard levels.count == quantiles.count else {
      throw .countsDiffer(first: levels.count, second: quantiles.count)
    }
    for quantile in quantiles where !quantile.isFinite {
      throw .notFinite(what: .quantile, value: quantile)
    }
    for index in quantiles.indices.dropFirst() where quantiles[index] < quantiles[index - 1] {
      throw .quantilesDescend(
        level: levels[index], value: quantiles[index], below: quantiles[index - 1])
    }
    self.levels = levels
    self.quantiles = quantiles
  }

  /// Of what was checked where its places are known.
  init(checked levels: [Double], _ quantiles: [Double]) {
    self.levels = levels
    self.quantiles = quantiles
  }

  static func check(_ levels: [Double]) throws(RiskAnalysisError) {
    if levels.isEmpty { throw .noLevels }
    for level in levels where !(level > 0 && level < 1) { throw .levelOutside(level) }
    for (before, level) in zip(levels, levels.dropFirst()) where level <= before {
      throw .levelsNotAscending(level: level, after: before)
    }
  }

  // MARK: Looking up

  /// The quantile at one of the levels.
  /// - Throws: `levelMissing`; nothing is interpolated.
  public func quantile(_ level: Double) throws(RiskAnalysisError) -> Double {
    // 0.05 and (1 - 0.9)/2 are not the same double.
    guard let index = levels.firstIndex(where: { abs($0 - level) < 1e-9 }) else {
      throw .levelMissing(level)
    }
    return quantiles[index]
  }

  /// The central band that holds the outcome with probability `share`: from the quantile at
  /// (1 - share)/2 to that at (1 + share)/2.
  /// - Throws: `levelOutside`, `levelMissing`.
  public func band(_ share: Double) throws(RiskAnalysisError) -> ClosedRange<Double> {
    guard share > 0, share < 1 else { throw .levelOutside(share) }
    return try quantile((1 - share) / 2)...quantile((1 + share) / 2)
  }

  // MARK: Scores

  /// The pinball loss of the quantile at one level: p (y - q) above the quantile q, (1 - p)(q - y)
  /// below (Koenker and Bassett: Regression quantiles, 1978). Its expectation is least for the true
  /// quantile.
  /// - Throws: `levelMissing`, `notFinite`.
  public func pinballLoss(
    level: Double, observation: Double
  ) throws(RiskAnalysisError) -> Double {
    try PinballLoss.loss(level: level, quantile: quantile(level), observation: observation)
  }

  /// The continuous ranked probability score, ∫ (F(x) - 1{x ≥ y})² dx, exact for the distribution
  /// that the grid stands for; in the unit of the quantity.
  ///
  /// With the levels of `ForecastRecord` the score of a normal is off by less than 0.004 of its
  /// standard deviation, wherever the observation lies.
  /// - Throws: `notFinite`.
  public func score(_ observation: Double) throws(RiskAnalysisError) -> Double {
    guard observation.isFinite else { throw .notFinite(what: .observation, value: observation) }
    var sum = max(0, (quantiles.first ?? observation) - observation)
    sum += max(0, observation - (quantiles.last ?? observation))
    for index in quantiles.indices.dropFirst() {
      let (low, high) = (quantiles[index - 1], quantiles[index])
      guard high > low else { continue }
      let (from, to) = (levels[index - 1], levels[index])
      let place = min(max(observation, low), high)
      let middle = from + (to - from) * ((place - low) / (high - low))
      sum += (place - low) * QuantileForecast.meanSquare(from, middle)
      sum += (high - place) * QuantileForecast.meanSquare(1 - middle, 1 - to)
    }
    return sum
  }

  /// The mean of the square of a line from a to b.
  private static func meanSquare(_ a: Double, _ b: Double) -> Double { (a * a + a * b + b * b) / 3 }
}
