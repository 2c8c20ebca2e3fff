import NumericalMethods

@testable import RiskAnalysis

/// Normal forecasts as quantile grids.
enum NormalGrid {
  static func quantile(_ p: Double) -> Double { Elementary.normalQuantile(p) }

  static func forecast(
    mean: Double = 0, deviation: Double = 1
  ) throws -> QuantileForecast {
    let levels = ForecastRecord.levels
    return try QuantileForecast(
      levels: levels, quantiles: levels.map { mean + deviation * quantile($0) })
  }
}
