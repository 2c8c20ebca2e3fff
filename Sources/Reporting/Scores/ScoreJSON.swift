internal import CapexModel
public import RiskAnalysis
internal import ScenarioFiles

/// Scores as one JSON object: `forecasts`, each with its certificate's seed, trials and digest and the
/// scores of its quarters; `totals` of all of them, as a whole and by horizon; and `figures`, every row
/// with what became of it. Held by `ScoreCommandTests`.
public struct ScoreJSON: Sendable {
  let ledger: ScoreLedger

  public init(_ ledger: ScoreLedger) { self.ledger = ledger }

  public var text: String { JSONValue.object(members).written() + "\n" }

  var members: [(String, JSONValue)] {
    [
      ("forecasts", .array(ledger.forecasts.map(forecast))),
      ("totals", .array(ledger.quantities.map(total))),
      ("figures", .array(zip(ledger.observations.rows, ledger.uses).map(figure))),
    ]
  }

  private func forecast(_ forecast: ScoredForecast) -> JSONValue {
    let certificate = forecast.certificate
    return .object([
      ("name", .text(forecast.name)), ("scenario", .text(certificate.scenario)),
      ("made", .text(forecast.day)), ("asOf", .text(certificate.asOf)),
      ("digest", .text(certificate.digest)), ("seed", .text(String(certificate.seed))),
      ("trials", .whole(certificate.trials)), ("program", .text(certificate.program)),
      ("stream", .whole(certificate.stream)),
      ("remarks", .array(forecast.remarks.map { .text(ScoreWording.remark($0)) })),
      ("quantities", .array(forecast.quantities.map(quantity))),
    ])
  }

  private func quantity(_ quantity: ScoredQuantity) -> JSONValue {
    .object([
      ("name", .text(quantity.name)), ("unit", .text(quantity.unit)),
      ("lastKnown", .text(quantity.known.last?.quarter.description)),
      ("missing", .array(quantity.known.missing.map { .text($0.description) })),
      (
        "forecasters",
        .array(
          quantity.scores.map { forecaster, scores in
            .object([
              ("forecaster", .text(forecaster.rawValue)), ("quarters", .array(scores.map(quarter))),
            ])
          })
      ),
    ])
  }

  private func quarter(_ score: QuarterScore) -> JSONValue {
    let range = score.transform.range
    return .object(
      [
        ("period", .text(score.quarter.description)), ("horizon", .whole(score.horizon)),
        ("actual", .number(score.observation)),
      ]
        + Percentile.allCases.map {
          ($0.name, .number(try? score.forecast.quantile($0.fraction)))
        } + [
          ("PIT", .number(score.place)),
          ("PITRange", .array([.number(range.lowerBound), .number(range.upperBound)])),
          ("CRPS", .number(score.score)), ("pinball", .number(score.pinballLoss)),
        ]
        + zip(QuarterScore.bands, score.inside).map { band, inside in
          ("inside\(Int(band * 100))", .boolean(inside))
        })
  }

  private func total(_ total: ScoreLedger.Total) -> JSONValue {
    .object([
      ("name", .text(total.name)), ("unit", .text(total.unit)),
      ("scores", .array(total.scores.map(line))),
    ])
  }

  private func line(_ line: ScoreLedger.Line) -> JSONValue {
    let summary = line.summary
    return .object(
      [
        ("forecaster", .text(line.forecaster.rawValue)),
        ("horizon", line.horizon.map { .whole($0) } ?? .null),
        ("quarters", .whole(summary.quarters)), ("CRPS", .number(summary.score)),
        ("pinball", .number(summary.pinballLoss)),
      ]
        + summary.coverage.map { coverage in
          (
            "coverage\(Int(coverage.nominal * 100))",
            .object([
              ("inside", .whole(coverage.inside)), ("share", .number(coverage.share)),
              (
                "interval",
                .array([.number(coverage.interval.low), .number(coverage.interval.high)])
              ),
            ])
          )
        } + [("uniform", .number(summary.uniformity?.pValue))])
  }

  private func figure(_ row: Observations.Row, _ use: ObservationUse) -> JSONValue {
    .object([
      ("file", .text(row.file)), ("line", .whole(row.line)), ("item", .text(row.item)),
      ("period", .text(row.period)), ("value", .number(row.value)), ("unit", .text(row.unit)),
      ("used", .boolean(use.isUsed)), ("use", .text(ScoreWording.use(use))),
    ])
  }
}
