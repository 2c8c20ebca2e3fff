internal import NumericalMethods

/// The continuous ranked probability score of a normal forecast.
public enum NormalScore {
  /// With z = (y - μ)/σ,
  ///
  ///     CRPS = σ (z (2 Φ(z) - 1) + 2 φ(z) - 1/√π),
  ///
  /// and |y - μ| for σ = 0 (Gneiting, Raftery, Westveld and Goldman: Calibrated probabilistic
  /// forecasting using ensemble model output statistics and minimum CRPS estimation, 2005). Held by
  /// `NormalScoreTests`.
  ///
  /// - Parameters:
  ///   - mean: μ, finite.
  ///   - standardDeviation: σ, finite and at least 0.
  ///   - observation: y, finite, in the unit of both.
  /// - Returns: The score in that unit, at least 0.
  /// - Throws: `notFinite`, `negativeDeviation`.
  public static func score(
    mean: Double, standardDeviation: Double, observation: Double
  ) throws(RiskAnalysisError) -> Double {
    guard mean.isFinite else { throw .notFinite(what: .mean, value: mean) }
    guard standardDeviation.isFinite else {
      throw .notFinite(what: .standardDeviation, value: standardDeviation)
    }
    guard observation.isFinite else { throw .notFinite(what: .observation, value: observation) }
    guard standardDeviation >= 0 else { throw .negativeDeviation(standardDeviation) }
    let distance = abs(observation - mean)
    let z = distance / standardDeviation
    // Far out, or for a deviation too small to divide by, 2 φ(z) and 1 - Φ(z) vanish.
    guard z < 40 else { return distance - standardDeviation * inverseRootOfPi }
    let density = inverseRootOfTwoPi * Elementary.exp(-z * z / 2)
    let middle = 1 - 2 * Elementary.normalCDF(-z)
    return standardDeviation * (z * middle + 2 * density - inverseRootOfPi)
  }

  private static let inverseRootOfPi = 0.564_189_583_547_756_3
  private static let inverseRootOfTwoPi = 0.398_942_280_401_432_7
}
