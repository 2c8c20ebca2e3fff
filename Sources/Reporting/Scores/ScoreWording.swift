internal import RiskAnalysis

/// What reports call forecasters and what became of figures.
enum ScoreWording {
  static func name(_ forecaster: Forecaster) -> String {
    switch forecaster {
    case .model: "forecast"
    case .leastSquares: "least squares"
    case .straightLine: "straight-line plan"
    case .lastValue: "last value"
    case .yearBefore: "year before"
    }
  }

  static func use(_ use: ObservationUse) -> String {
    switch use {
    case .scored: "scored"
    case .known: "known when the forecast was made; rivals start from it"
    case .beforeForecast: "ignored: between the forecast's day and its first quarter"
    case .insideQuarter: "ignored: not the end of a quarter"
    case .afterForecast: "ignored: after the forecast's last quarter"
    case .notForetold: "ignored: not among what was foretold"
    }
  }
}
