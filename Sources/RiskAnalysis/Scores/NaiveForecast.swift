public import CapexModel
internal import NumericalMethods

/// Forecasts that need no model: what a forecast must beat to be worth its trouble.
public enum NaiveForecast {
  /// Fewer past errors than these say nothing about their size.
  public static let fewestErrors = 3

  /// The last value known, or that of the same quarter in the last year known, times e^N(0, s²): s
  /// is the root mean square of the errors that the rule made in the known values, in logarithms,
  /// as far ahead. Where some value is not positive, errors are differences. With fewer than three
  /// errors the forecast is a point.
  ///
  /// - Returns: nil where nothing is known to start from. Held by `ScoredForecastTests`.
  public static func forecast(
    _ rule: Forecaster, of quarter: Quarter, from known: KnownValues, levels: [Double]
  ) throws(RiskAnalysisError) -> QuantileForecast? {
    guard let last = known.last, last.quarter < quarter else { return nil }
    var distance = last.quarter.distance(to: quarter)
    if rule == .yearBefore { distance = (distance + 3) / 4 * 4 }
    guard let value = known[quarter.advanced(by: -distance)] else { return nil }
    let isPositive = known.values.allSatisfy { $0.value > 0 }
    let errors = known.values.compactMap { later -> Double? in
      known[later.quarter.advanced(by: -distance)].map { earlier in
        isPositive ? Elementary.log(later.value / earlier) : later.value - earlier
      }
    }
    let deviation =
      errors.count < fewestErrors
      ? 0 : (errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)).squareRoot()
    return try QuantileForecast(
      levels: levels,
      quantiles: levels.map { level in
        let error = deviation * Elementary.normalQuantile(level)
        return isPositive ? value * Elementary.exp(error) : value + error
      })
  }

  /// The plan's total over its quarters, the same in each; nil after its end.
  static func straightLine(
    _ plan: ForecastRecord.Certificate.Plan, of quarter: Quarter, levels: [Double]
  ) throws(RiskAnalysisError) -> QuantileForecast? {
    guard (0..<plan.quarters).contains(plan.start.distance(to: quarter)) else { return nil }
    let value = plan.total / Double(plan.quarters)
    return try QuantileForecast(levels: levels, quantiles: levels.map { _ in value })
  }
}
