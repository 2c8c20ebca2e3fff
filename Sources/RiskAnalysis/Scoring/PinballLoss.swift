/// The pinball loss of one quantile, also called quantile loss or check loss.
public enum PinballLoss {
  /// p (y - q) where y ≥ q, and (1 - p)(q - y) where y < q (Koenker and Bassett: Regression
  /// quantiles, 1978). Held by `PinballLossTests`.
  ///
  /// - Parameters:
  ///   - level: p, strictly between 0 and 1.
  ///   - quantile: q, finite.
  ///   - observation: y, finite.
  /// - Returns: At least 0, in the unit of q and y.
  /// - Throws: `levelOutside`, `notFinite`.
  public static func loss(
    level: Double, quantile: Double, observation: Double
  ) throws(RiskAnalysisError) -> Double {
    guard level > 0, level < 1 else { throw .levelOutside(level) }
    guard quantile.isFinite else { throw .notFinite(what: .quantile, value: quantile) }
    guard observation.isFinite else { throw .notFinite(what: .observation, value: observation) }
    return observation >= quantile
      ? level * (observation - quantile) : (1 - level) * (quantile - observation)
  }
}
