/// announcedGrowth: the volatility of growth from growth year on year, as companies announce it, for a
/// speed of reversion that is taken as known, since so few changes do not tell it: see
/// `GrowthChanges`.
///
/// There is no likelihood to compare: announced figures are rounded, which an exact one would take
/// for information. Held by `CompanyRecoveryTests`.
enum AnnouncedGrowthFit {
  /// - Parameter series: one plus growth, by quarter.
  static func fit(_ series: RateSeries) throws(CalibrationError) -> ProcessFit {
    guard series.firstQuarter != nil else { throw .notQuarterly(.announcedGrowth) }
    guard let speed = series.speed,
      let changes = GrowthChanges(changes: series.logChanges, speed: speed)
    else {
      throw .tooFewObservations(
        .announcedGrowth, found: series.values.count,
        needed: FittedProcess.announcedGrowth.fewestObservations)
    }
    var fit = ProcessFit(
      process: .announcedGrowth,
      parameters: [
        FittedParameter(
          positive: "volatility", .fraction, changes.volatility,
          error: changes.volatility * changes.volatilityError)
      ],
      logLikelihood: nil, parameterCount: 1, residuals: nil, reversion: nil)
    fit.growth = changes
    // The root of an unbiased variance: E √X is E X less an eighth of its relative variance.
    let square = changes.volatilityError * changes.volatilityError
    fit.bias = ProcessFit.Bias(key: "volatility", value: -changes.volatility * square / 2)
    return fit
  }
}
