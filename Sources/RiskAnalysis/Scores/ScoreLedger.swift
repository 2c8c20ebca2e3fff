public import ScenarioFiles

/// Several forecasts, of one day or of many, against what came.
public struct ScoreLedger: Sendable {
  public let observations: Observations
  public let forecasts: [ScoredForecast]
  /// What the forecasts say together of each quantity.
  public let quantities: [Total]
  /// Quantities that forecasts were calibrated on.
  private let calibrating: Set<String>

  public struct Total: Sendable {
    public let name: String
    public let unit: String
    /// Of all horizons, then of each.
    public let scores: [Line]
  }

  public struct Line: Sendable {
    public let forecaster: Forecaster
    /// Nil for all.
    public let horizon: Int?
    public let summary: ScoreSummary
  }

  /// - Parameter calibrating: quantities that the forecasts were calibrated on.
  /// - Throws: as scores do.
  public init(
    _ forecasts: [ScoredForecast], observations: Observations, calibrating: Set<String> = []
  ) throws(RiskAnalysisError) {
    self.calibrating = calibrating
    self.observations = observations
    self.forecasts = forecasts
    var totals: [Total] = []
    for quantity in forecasts.flatMap(\.quantities)
    where !totals.contains(where: { $0.name == quantity.name && $0.unit == quantity.unit }) {
      let same = forecasts.flatMap(\.quantities).filter {
        $0.name == quantity.name && $0.unit == quantity.unit
      }
      totals.append(
        Total(name: quantity.name, unit: quantity.unit, scores: try ScoreLedger.lines(same)))
    }
    quantities = totals
  }

  /// The best use that some forecast made of each row.
  public var uses: [ObservationUse] {
    observations.rows.enumerated().map { place, row in
      let best = forecasts.map { $0.uses[place] }.min { $0.rawValue < $1.rawValue } ?? .notForetold
      return best == .notForetold && calibrating.contains(row.quantity) ? .calibrates : best
    }
  }

  private static func lines(
    _ quantities: [ScoredQuantity]
  ) throws(RiskAnalysisError) -> [Line] {
    let scores = Forecaster.allCases.map { forecaster in
      (
        forecaster,
        quantities.flatMap { quantity in
          quantity.scores.filter { $0.forecaster == forecaster }.flatMap(\.quarters)
        }
      )
    }
    let horizons = Set(scores.flatMap { $0.1.map(\.horizon) }).sorted()
    var lines: [Line] = []
    for horizon in [nil] + horizons.map(Optional.some) {
      for (forecaster, quarters) in scores {
        let chosen = quarters.filter { horizon == nil || $0.horizon == horizon }
        if chosen.isEmpty { continue }
        lines.append(
          Line(forecaster: forecaster, horizon: horizon, summary: try ScoreSummary(chosen)))
      }
    }
    return lines
  }
}
