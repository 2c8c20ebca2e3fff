internal import NumericalMethods

/// autoregression: the logarithm reverts to a fixed level, n_t = φ n_{t-1} + σ √(1 - φ²) z, by least
/// squares of a logarithm on the one before.
///
/// Short histories give too low a φ, by (1 + 3φ)/n (Kendall: Note on bias in the estimation of
/// autocorrelation, 1954); its interval allows for that (see `SlopeDistribution`). Held by
/// `CompanyRecoveryTests`.
enum AutoregressionFit {
  /// - Parameter slopes: for this length, where many histories are fitted.
  static func fit(
    _ series: RateSeries, slopes given: SlopeDistribution? = nil
  ) throws(CalibrationError) -> ProcessFit {
    guard series.firstQuarter != nil else { throw .notQuarterly(.autoregression) }
    let regression = LagRegression(series.logarithms)
    let slope = regression.slope
    guard regression.variance > 1e-24 else { throw .noResidual(.autoregression) }
    guard slope > 0, slope < 1 else { throw .noReversion(.autoregression, slope: slope) }
    let remaining = 1 - slope * slope
    let volatility = (regression.variance / remaining).squareRoot()
    // d ln σ / dφ is φ / (1 - φ²).
    let lever = slope / remaining * regression.slopeError
    let volatilityError = volatility * (1 / (2 * regression.degrees) + lever * lever).squareRoot()
    let slopes = given ?? SlopeDistribution(changes: Int(regression.count))
    let range = slopes.interval(of: slope)
    var fit = ProcessFit(
      process: .autoregression,
      parameters: [
        FittedParameter(positive: "volatility", .fraction, volatility, error: volatilityError),
        FittedParameter(
          "autocorrelation", .plain, slope, error: regression.slopeError, low: range.low,
          high: range.high),
      ],
      logLikelihood: NormalSample.logLikelihood(
        squares: regression.squares, count: regression.count),
      parameterCount: 3, residuals: ResidualChecks(regression.standardisedResiduals, fitted: 1),
      reversion: nil)
    fit.bias = ProcessFit.Bias(
      key: "autocorrelation", value: -(1 + 3 * slope) / regression.count)
    return fit
  }
}
