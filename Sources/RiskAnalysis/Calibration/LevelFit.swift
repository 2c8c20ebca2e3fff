internal import NumericalMethods

/// localLevel: the logarithm is a level, which takes normal steps of deviation q a quarter, plus
/// noise of deviation r (Muth: Optimal properties of exponentially weighted forecasts, 1960).
///
/// Maximum likelihood by the Kalman filter, given the first value. A plan at the level known when it
/// was made, one quarter before the last one known is over, would be missed by N(0, P + (h + 1) q² + r²) in
/// its h-th quarter, P the variance of the level. The scenario's noise, of variance
/// σ² (1 - φ^2h), has the same in the first quarter and in the fourth. Held by
/// `CompanyRecoveryTests`.
enum LevelFit {
  static func fit(_ series: RateSeries) throws(CalibrationError) -> ProcessFit {
    guard series.firstQuarter != nil else { throw .notQuarterly(.localLevel) }
    let logarithms = series.logarithms
    let best = LevelFilter.best(logarithms)
    guard best.scale > 1e-24 else { throw .noVariation(change: 0) }
    let keys = ["volatility", "autocorrelation"]
    func values(_ point: [Double]) -> [Double] {
      let noise = best.noise(deviations: point.map { Elementary.exp($0) })
      return [noise.volatility, noise.autocorrelation]
    }
    let point = best.deviations.map { Elementary.log($0) }
    func refusal(_ stop: CalibrationError.Stop) -> CalibrationError {
      .notConverged(
        .localLevel, stop,
        last: zip(["wander", "noise"], best.deviations).map { .init(key: $0, value: $1) },
        logLikelihood: best.logLikelihood, steps: LevelFilter.steps)
    }
    if best.share <= LevelFilter.border { throw refusal(.border(key: "wander")) }
    if best.share >= 1 - LevelFilter.border { throw refusal(.border(key: "noise")) }
    let curvature = Curvature(at: point, lengths: [1e-3, 1e-3]) { moved in
      -LevelFilter.logLikelihood(logarithms, deviations: moved.map { Elementary.exp($0) })
    }
    guard let covariance = curvature.inverse else { throw refusal(.flat) }
    let errors = DeltaMethod.errors(at: point, covariance: covariance, values)
    let fitted = values(point)
    let reach = FittedParameter.normalScore * errors[1]
    var fit = ProcessFit(
      process: .localLevel,
      parameters: [
        FittedParameter(positive: keys[0], .fraction, fitted[0], error: errors[0]),
        FittedParameter(
          keys[1], .plain, fitted[1], error: errors[1],
          low: max(0, fitted[1] - reach), high: min(1, fitted[1] + reach)),
      ],
      logLikelihood: best.logLikelihood, parameterCount: 2,
      residuals: ResidualChecks(best.innovations, fitted: 1), reversion: nil)
    fit.level = LevelEvidence(
      level: Elementary.exp(best.level), wander: best.deviations[0], noise: best.deviations[1])
    return fit
  }
}

/// What a level says besides the parameters.
public struct LevelEvidence: Sendable {
  /// The last level, in the unit of the values.
  public let level: Double
  /// q, the deviation of a quarter's step of the level's logarithm.
  public let wander: Double
  /// r, the deviation of the noise about it.
  public let noise: Double
}

/// The Kalman filter of a level in noise, at its most likely share of wandering.
struct LevelFilter {
  /// q² / (q² + r²).
  let share: Double
  /// q² + r².
  let scale: Double
  let logLikelihood: Double
  /// The last level, and its variance.
  let level: Double
  let levelVariance: Double
  /// Standardised errors of the forecasts of one quarter ahead.
  let innovations: [Double]
  private let changes: Int

  static let steps = 100
  static let border = 1e-4

  /// q and r.
  var deviations: [Double] {
    [(share * scale).squareRoot(), ((1 - share) * scale).squareRoot()]
  }

  private init(_ logarithms: [Double], share: Double) {
    var level = logarithms[0]
    var variance = 1 - share
    var squares = 0.0
    var logarithm = 0.0
    var errors: [Double] = []
    for value in logarithms.dropFirst() {
      variance += share
      let total = variance + 1 - share
      let error = value - level
      errors.append(error / total.squareRoot())
      squares += error * error / total
      logarithm += Elementary.log(total)
      let gain = variance / total
      level += gain * error
      variance *= 1 - gain
    }
    let count = Double(errors.count)
    let scale = squares / count
    self.share = share
    self.scale = scale
    self.level = level
    levelVariance = variance * scale
    logLikelihood =
      NormalSample.logLikelihood(squares: squares, count: count) - 0.5 * logarithm
    innovations = errors.map { $0 / scale.squareRoot() }
    changes = errors.count
  }

  /// The most likely share between 0 and 1, ends included, by a grid and bisection into thirds.
  static func best(_ logarithms: [Double]) -> LevelFilter {
    func filter(_ share: Double) -> LevelFilter { LevelFilter(logarithms, share: share) }
    let width = 1 / Double(steps)
    var best = filter(0)
    for step in 1...steps {
      let other = filter(min(Double(step) * width, 1))
      if other.logLikelihood > best.logLikelihood { best = other }
    }
    var low = max(0, best.share - width)
    var high = min(1, best.share + width)
    for _ in 0..<60 {
      let (first, second) = (low + (high - low) / 3, high - (high - low) / 3)
      if filter(first).logLikelihood < filter(second).logLikelihood {
        low = first
      } else {
        high = second
      }
    }
    let found = filter((low + high) / 2)
    return found.logLikelihood > best.logLikelihood ? found : best
  }

  static func logLikelihood(_ logarithms: [Double], deviations: [Double]) -> Double {
    let scale = deviations.reduce(0) { $0 + $1 * $1 }
    let filter = LevelFilter(logarithms, share: deviations[0] * deviations[0] / scale)
    let count = Double(filter.changes)
    // The likelihood at the best scale, moved to this one.
    let ratio = filter.scale / scale
    return filter.logLikelihood - 0.5 * count * (ratio - 1 - Elementary.log(ratio))
  }

  /// The variance of the logarithm so many quarters after the last one known.
  func variance(ahead quarters: Double) -> Double {
    levelVariance + quarters * share * scale + (1 - share) * scale
  }

  /// σ and φ of the scenario's noise with the same variance in the first and the fourth quarter of
  /// a plan, two and five quarters after the last one known.
  var noise: (volatility: Double, autocorrelation: Double) {
    let first = variance(ahead: 2)
    // 1 + φ² + φ⁴ + φ⁶, at most 4.
    let ratio = variance(ahead: 5) / first
    var low = 0.0
    var high = 1.0
    for _ in 0..<60 {
      let square = (low + high) / 2
      if 1 + square * (1 + square * (1 + square)) < ratio { low = square } else { high = square }
    }
    return ((first / (1 - low)).squareRoot(), low.squareRoot())
  }

  /// The same for other deviations q and r after as many quarters.
  func noise(deviations: [Double]) -> (volatility: Double, autocorrelation: Double) {
    let scale = deviations.reduce(0) { $0 + $1 * $1 }
    let share = deviations[0] * deviations[0] / scale
    var variance = 1 - share
    for _ in 0..<changes {
      variance += share
      variance *= 1 - variance / (variance + 1 - share)
    }
    return LevelFilter(
      share: share, scale: scale, logLikelihood: logLikelihood, level: level,
      levelVariance: variance * scale, innovations: innovations, changes: changes
    ).noise
  }

  private init(
    share: Double, scale: Double, logLikelihood: Double, level: Double, levelVariance: Double,
    innovations: [Double], changes: Int
  ) {
    self.share = share
    self.scale = scale
    self.logLikelihood = logLikelihood
    self.level = level
    self.levelVariance = levelVariance
    self.innovations = innovations
    self.changes = changes
  }
}
