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
    case .calibrates: "forecasts are calibrated on it"
    case .notForetold: "ignored: not among what was foretold"
    }
  }

  static func remark(_ remark: RecordRemark) -> String {
    switch remark {
    case .otherProgram(let recorded, let current):
      "made by capexsim \(recorded); this is \(current)"
    case .otherStream(let recorded, let current):
      "made with version \(recorded) of the random numbers; today's is \(current)"
    case .scenarioChanged(let name, let recorded, let current):
      "made from other assumptions than \(name) has today (digest \(recorded.prefix(12)), today "
        + "\(current.prefix(12)))"
    case .fewTrials(let trials):
      "made from \(NumberText.trials(trials)), so its bands and scores are mostly chance; give a "
        + "thousand at the least"
    case .scenarioGone(let name):
      "made from \(name), which cannot be read today, so whether it has changed is not known"
    }
  }
}
