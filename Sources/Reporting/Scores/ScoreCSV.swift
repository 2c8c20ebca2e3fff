internal import CapexModel
public import RiskAnalysis
internal import ScenarioFiles

/// Scores, one number a row: `forecast,made,quantity,unit,forecaster,period,horizon,statistic,value,low,high,label`.
///
/// - Of one quarter: `actual`, `P5` … `P95`, `PIT` (with the range that the forecast allows in `low`
///   and `high`), `CRPS`, `pinball`, `inside50`, `inside90`.
/// - Of all forecasts together, with an empty `forecast` and `period`, and for each horizon:
///   `quarters`, `CRPS`, `pinball`, `coverage50`, `coverage90` with their exact intervals, `uniform`
///   (a p-value).
/// - Each `remark` on a kept forecast: how the tool or the scenario has changed since.
/// - Each row of the figures: `figure`, with what became of it in `label`, and its file and line in
///   `forecast`.
///
/// Held by `ScoreCommandTests`.
public struct ScoreCSV: Sendable {
  let ledger: ScoreLedger

  public init(_ ledger: ScoreLedger) { self.ledger = ledger }

  public static let header =
    "forecast,made,quantity,unit,forecaster,period,horizon,statistic,value,low,high,label"

  public var text: String {
    ([ScoreCSV.header] + quarters + totals + remarks + figures).map { $0 + "\n" }.joined()
  }

  private static func row(
    _ start: [String], _ statistic: String, _ value: Double?, low: Double? = nil,
    high: Double? = nil, label: String = ""
  ) -> String {
    (start.map(CSVText.text) + [statistic]
      + [value, low, high].map(CSVText.number) + [CSVText.text(label)])
      .joined(separator: ",")
  }

  private var quarters: [String] {
    ledger.forecasts.flatMap { forecast in
      forecast.quantities.flatMap { quantity in
        quantity.scores.flatMap { forecaster, scores in
          scores.flatMap { score in
            Self.rows(
              score,
              [
                forecast.name, forecast.day, quantity.name, quantity.unit, forecaster.rawValue,
                score.quarter.description, "\(score.horizon)",
              ])
          }
        }
      }
    }
  }

  private static func rows(_ score: QuarterScore, _ start: [String]) -> [String] {
    let range = score.transform.range
    return [row(start, "actual", score.observation)]
      + Percentile.allCases.map { row(start, $0.name, try? score.forecast.quantile($0.fraction)) }
      + [
        row(start, "PIT", score.place, low: range.lowerBound, high: range.upperBound),
        row(start, "CRPS", score.score), row(start, "pinball", score.pinballLoss),
      ]
      + zip(QuarterScore.bands, score.inside).map { band, inside in
        row(start, "inside\(Int(band * 100))", inside ? 1 : 0)
      }
  }

  private var totals: [String] {
    ledger.quantities.flatMap { total in
      total.scores.flatMap { line in
        let start = [
          "", "", total.name, total.unit, line.forecaster.rawValue, "",
          line.horizon.map { "\($0)" } ?? "",
        ]
        let summary = line.summary
        return [
          Self.row(start, "quarters", Double(summary.quarters)),
          Self.row(start, "CRPS", summary.score), Self.row(start, "pinball", summary.pinballLoss),
        ]
          + summary.coverage.map { coverage in
            Self.row(
              start, "coverage\(Int(coverage.nominal * 100))", coverage.share,
              low: coverage.interval.low, high: coverage.interval.high)
          }
          + (summary.uniformity.map { [Self.row(start, "uniform", $0.pValue)] } ?? [])
      }
    }
  }

  private var remarks: [String] {
    ledger.forecasts.flatMap { forecast in
      forecast.remarks.map {
        Self.row(
          [forecast.name, forecast.day, "", "", "", "", ""], "remark", nil,
          label: ScoreWording.remark($0))
      }
    }
  }

  private var figures: [String] {
    zip(ledger.observations.rows, ledger.uses).map { row, use in
      Self.row(
        ["\(row.file):\(row.line)", "", row.item, row.unit, "", row.period, ""], "figure",
        row.value, label: ScoreWording.use(use))
    }
  }
}
