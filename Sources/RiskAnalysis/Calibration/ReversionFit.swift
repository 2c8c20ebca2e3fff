internal import NumericalMethods

/// meanReverting: the logarithm after a step is θ + b (x - θ) plus a normal number, b = e^{-κΔ}, so
/// that least squares of a logarithm on the one before is maximum likelihood given the first.
///
/// κ = -ln b / Δ, level = e^θ, and σ is the volatility whose exact step, σ √((1 - b²)/(2κ)), has the
/// deviation of the residuals. Errors of level and σ by the delta method; the interval of κ by
/// `SlopeDistribution`, since in short histories κ is far from normal and too high. Held by
/// `CalibrationRecoveryTests` and `ShippedRatesTests`.
enum ReversionFit {
  /// - Parameter slopes: for this length, where many histories are fitted.
  static func fit(
    _ series: RateSeries, slopes given: SlopeDistribution? = nil
  ) throws(CalibrationError) -> ProcessFit {
    let regression = LagRegression(series.logarithms)
    let fitted = try estimate(series, regression)
    let slope = regression.slope
    let step = series.step
    let slopes = given ?? SlopeDistribution(changes: Int(regression.count))
    let range = slopes.interval(of: slope)
    return ProcessFit(
      process: .meanReverting,
      parameters: [
        FittedParameter(
          positive: "level", .exchangeRate, fitted.level, error: fitted.levelError),
        FittedParameter(
          "speed", .perYear, fitted.speed, error: fitted.speedError,
          low: range.high >= 1 ? 0 : -Elementary.log(range.high) / step,
          high: -Elementary.log(range.low) / step),
        FittedParameter(
          positive: "volatility", .fraction, fitted.volatility, error: fitted.volatilityError),
      ],
      logLikelihood: NormalSample.logLikelihood(
        squares: regression.squares, count: regression.count),
      parameterCount: 3,
      residuals: ResidualChecks(regression.standardisedResiduals, fitted: 1),
      reversion: ReversionEvidence(
        speedBias: speedBias(slope: slope, changes: regression.count, step: step),
        residualVolatility: (regression.variance / step).squareRoot(),
        chanceWithoutReversion: slopes.chance(ofAtMost: slope)))
  }

  struct Estimate {
    let level: Double
    let speed: Double
    let volatility: Double
    let levelError: Double
    let speedError: Double
    let volatilityError: Double
  }

  /// The parameters with their errors, and without the interval of the speed.
  static func estimate(_ series: RateSeries) throws(CalibrationError) -> Estimate {
    try estimate(series, LagRegression(series.logarithms))
  }

  private static func estimate(
    _ series: RateSeries, _ regression: LagRegression
  ) throws(CalibrationError) -> Estimate {
    let slope = regression.slope
    guard regression.variance > 1e-24 else { throw .noResidual(.meanReverting) }
    guard slope > 0, slope < 1 else { throw .noReversion(.meanReverting, slope: slope) }
    let step = series.step
    let speed = -Elementary.log(slope) / step
    let level = Elementary.exp(regression.meanBefore + regression.meanChange / (1 - slope))
    let remaining = 1 - slope * slope
    let volatility = (regression.variance * 2 * speed / remaining).squareRoot()
    // d ln σ / db
    let sensitivity = 0.5 * (-1 / (slope * step * speed) + 2 * slope / remaining)
    return Estimate(
      level: level, speed: speed, volatility: volatility,
      levelError: level * logLevelError(regression),
      speedError: regression.slopeError / (slope * step),
      volatilityError: volatility
        * (1 / (2 * regression.degrees)
        + sensitivity * sensitivity * regression.slopeError * regression.slopeError).squareRoot())
  }

  /// (5 + 2/b + 1/b²) / (2 n Δ): about four over the years of history (Tang and Chen: Parameter
  /// estimation and bias correction for diffusion processes, 2009).
  static func speedBias(slope: Double, changes: Double, step: Double) -> Double {
    (5 + 2 / slope + 1 / (slope * slope)) / (2 * changes * step)
  }

  /// θ is the mean before plus d/(1 - b), with the mean change d independent of b.
  private static func logLevelError(_ regression: LagRegression) -> Double {
    let distance = 1 - regression.slope
    let lever = regression.meanChange * regression.slopeError / (distance * distance)
    return
      (regression.variance / (regression.count * distance * distance) + lever * lever)
      .squareRoot()
  }
}

/// Least squares of each number of a sequence on the one before.
struct LagRegression {
  /// Of pairs.
  let count: Double
  let slope: Double
  let meanBefore: Double
  /// The mean after less the mean before.
  let meanChange: Double
  /// The sum of the squared residuals.
  let squares: Double
  let slopeError: Double
  private let residuals: [Double]

  init(_ numbers: [Double]) {
    let before = NormalSample(Array(numbers.dropLast()))
    let after = NormalSample(Array(numbers.dropFirst()))
    var products = 0.0
    for (a, b) in zip(numbers, numbers.dropFirst()) {
      products += (a - before.mean) * (b - after.mean)
    }
    let slope = products / before.squares
    residuals = zip(numbers, numbers.dropFirst()).map {
      $1 - after.mean - slope * ($0 - before.mean)
    }
    squares = residuals.reduce(0) { $0 + $1 * $1 }
    self.slope = slope
    count = before.count
    meanBefore = before.mean
    meanChange = after.mean - before.mean
    slopeError = (squares / (before.count - 2) / before.squares).squareRoot()
  }

  /// Two coefficients are fitted.
  var degrees: Double { count - 2 }
  var variance: Double { squares / degrees }
  var standardisedResiduals: [Double] {
    let deviation = variance.squareRoot()
    return residuals.map { $0 / deviation }
  }
}
