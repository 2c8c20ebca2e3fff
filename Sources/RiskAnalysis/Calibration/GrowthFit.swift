internal import NumericalMethods

/// seasonalReversion: growth g = 4 ln(R_t / R_{t-1}) of a quarter less its season reverts to a level,
/// by least squares on the growth before and a constant for each calendar quarter.
///
/// κ = -4 ln b, level and σ as in `ReversionFit`. With four constants the slope's bias is
/// (-4b + 2b (1 - b²)/(1 + b²))/n: to Kendall's -2b/n each frequency w that the constants take out
/// adds (b - cos w)(1 - b²)/|1 - b e^{iw}|², here w = 0, π and ±π/2. Held by
/// `CompanyRecoveryTests`.
enum GrowthFit {
  private static let seasons = 4
  private static let step = 0.25

  static func fit(_ series: RateSeries) throws(CalibrationError) -> ProcessFit {
    guard let first = series.firstQuarter else { throw .notQuarterly(.seasonalReversion) }
    let growth = series.logChanges.map { $0 / step }
    let pairs = zip(growth, growth.dropFirst()).enumerated().map { place, pair in
      // The later growth is that into this calendar quarter.
      (season: (first + 1 + place) % seasons, before: pair.0, after: pair.1)
    }
    let means = (0..<seasons).map { season in
      let own = pairs.filter { $0.season == season }
      let count = Double(own.count)
      return (
        before: own.reduce(0) { $0 + $1.before } / count,
        after: own.reduce(0) { $0 + $1.after } / count
      )
    }
    let centred = pairs.map {
      (before: $0.before - means[$0.season].before, after: $0.after - means[$0.season].after)
    }
    let squaresBefore = centred.reduce(0) { $0 + $1.before * $1.before }
    let slope = centred.reduce(0) { $0 + $1.before * $1.after } / squaresBefore
    let residuals = centred.map { $0.after - slope * $0.before }
    let squares = residuals.reduce(0) { $0 + $1 * $1 }
    let count = Double(pairs.count)
    let degrees = count - Double(seasons) - 1
    let variance = squares / degrees
    guard variance > 1e-24 else { throw .noResidual(.seasonalReversion) }
    guard slope > 0, slope < 1 else { throw .noReversion(.seasonalReversion, slope: slope) }
    let slopeError = (variance / squaresBefore).squareRoot()
    return fit(
      slope: slope, slopeError: slopeError, variance: variance, degrees: degrees, count: count,
      means: means, squares: squares, residuals: residuals)
  }

  private static func fit(
    slope: Double, slopeError: Double, variance: Double, degrees: Double, count: Double,
    means: [(before: Double, after: Double)], squares: Double, residuals: [Double]
  ) -> ProcessFit {
    let meanBefore = means.reduce(0) { $0 + $1.before } / Double(seasons)
    let meanAfter = means.reduce(0) { $0 + $1.after } / Double(seasons)
    let distance = 1 - slope
    let level = meanBefore + (meanAfter - meanBefore) / distance
    let lever = (meanAfter - meanBefore) * slopeError / (distance * distance)
    let levelError = (variance / (count * distance * distance) + lever * lever).squareRoot()
    let factor = Elementary.exp(level)
    let reach = FittedParameter.normalScore * levelError
    let speed = -Elementary.log(slope) / step
    let remaining = 1 - slope * slope
    let volatility = (variance * 2 * speed / remaining).squareRoot()
    let sensitivity = 0.5 * (-1 / (slope * step * speed) + 2 * slope / remaining)
    let volatilityError =
      volatility
      * (1 / (2 * degrees) + sensitivity * sensitivity * slopeError * slopeError).squareRoot()
    let slopeReach = FittedParameter.normalScore * slopeError
    var fit = ProcessFit(
      process: .seasonalReversion,
      parameters: [
        FittedParameter(
          "path", .fraction, factor - 1, error: factor * levelError,
          low: factor * Elementary.exp(-reach) - 1, high: factor * Elementary.exp(reach) - 1),
        FittedParameter(
          "speed", .perYear, speed, error: slopeError / (slope * step),
          low: slope + slopeReach >= 1 ? 0 : -Elementary.log(slope + slopeReach) / step,
          high: -Elementary.log(max(slope - slopeReach, 1e-9)) / step),
        FittedParameter(positive: "volatility", .fraction, volatility, error: volatilityError),
      ],
      logLikelihood: NormalSample.logLikelihood(squares: squares, count: count),
      parameterCount: 3 + seasons,
      residuals: ResidualChecks(residuals.map { $0 / variance.squareRoot() }, fitted: 1),
      reversion: nil)
    fit.bias = ProcessFit.Bias(key: "speed", value: speedBias(slope: slope, count: count))
    return fit
  }

  /// -ln b is convex, which adds half its second derivative times the slope's variance.
  static func speedBias(slope: Double, count: Double) -> Double {
    let square = slope * slope
    return (4 - 2 * (1 - square) / (1 + square) + (1 - square) / (2 * square)) / (count * step)
  }
}
