internal import NumericalMethods

/// gbm: log changes are independent N((μ - σ²/2) Δ, σ² Δ), so least squares is exact.
///
/// Intervals are exact for σ (chi-squared) and nearly so for μ (Student t). Held by
/// `CalibrationRecoveryTests`.
enum DiffusionFit {
  static func fit(_ series: RateSeries) throws(CalibrationError) -> ProcessFit {
    let changes = series.logChanges
    let sample = NormalSample(changes)
    let degrees = sample.count - 1
    let variance = sample.squares / degrees
    // Equal changes differ by rounding only.
    guard variance > 1e-24 else { throw .noVariation(change: sample.mean) }
    let perYear = series.observationsPerYear
    let volatility = (variance * perYear).squareRoot()
    let volatilityError = volatility / (2 * degrees).squareRoot()
    let drift = sample.mean * perYear + volatility * volatility / 2
    let meanVariance = variance * perYear * perYear / sample.count
    let driftError =
      (meanVariance + volatility * volatility * volatilityError * volatilityError).squareRoot()
    let reach = StudentT.quantile(0.975, degreesOfFreedom: degrees) * driftError
    return ProcessFit(
      process: .gbm,
      parameters: [
        FittedParameter(
          "drift", .fraction, drift, error: driftError, low: drift - reach, high: drift + reach),
        FittedParameter(
          "volatility", .fraction, volatility, error: volatilityError,
          low: volatility
            * (degrees / ChiSquared.quantile(0.975, degreesOfFreedom: degrees)).squareRoot(),
          high: volatility
            * (degrees / ChiSquared.quantile(0.025, degreesOfFreedom: degrees)).squareRoot()),
      ],
      logLikelihood: NormalSample.logLikelihood(squares: sample.squares, count: sample.count),
      parameterCount: 2,
      residuals: ResidualChecks(
        changes.map { ($0 - sample.mean) / variance.squareRoot() }, fitted: 0),
      reversion: nil)
  }
}

enum StudentT {
  /// The quantile of Student's t, for at least one degree of freedom.
  static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    let t = try? Distribution.studentT(degreesOfFreedom: degreesOfFreedom)
    return t?.quantile(p) ?? .nan
  }
}
