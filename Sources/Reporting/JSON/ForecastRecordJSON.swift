internal import CapexModel
public import RiskAnalysis

/// A forecast record as one JSON object: `format`, `version`, `certificate`, `levels`, and
/// `quantities`, each with `name`, `unit`, its `first` quarter, and in `quarters` one list of
/// quantiles a quarter, one quantile a level; a quarter stands on one line. `ForecastRecordReader` reads it back. Held by
/// `ForecastRecordJSONTests`.
public struct ForecastRecordJSON: Sendable {
  let record: ForecastRecord

  public init(_ record: ForecastRecord) { self.record = record }

  public var text: String {
    JSONValue.object([
      ("format", .text(ForecastRecordReader.format)), ("version", .whole(ForecastRecord.version)),
      ("certificate", certificate), ("levels", .array(record.levels.map { .number($0) })),
      ("quantities", .array(record.quantities.map(quantity))),
    ]).written(widest: 1000) + "\n"
  }

  private var certificate: JSONValue {
    let certificate = record.certificate
    let origin: (String, JSONValue) =
      switch certificate.origin {
      case .file(let path): ("file", .text(path))
      case .builtIn(let name): ("builtIn", .text(name))
      }
    return .object([
      ("scenario", .text(certificate.scenario)), origin, ("digest", .text(certificate.digest)),
      ("asOf", .text(certificate.asOf)),
      (
        "overrides",
        .array(
          certificate.overrides.map {
            .object([("path", .text($0.path)), ("value", .text($0.value))])
          })
      ),
      // A text, since most readers of JSON lose the last digits of 64 bits.
      ("seed", .text(String(certificate.seed))), ("trials", .whole(certificate.trials)),
      ("program", .text(certificate.program)), ("stream", .whole(certificate.stream)),
      ("currency", .text(certificate.currency)),
      (
        "plan",
        .object([
          ("total", .number(certificate.plan.total)),
          ("start", .text(certificate.plan.start.description)),
          ("quarters", .whole(certificate.plan.quarters)),
        ])
      ),
    ])
  }

  private func quantity(_ quantity: RecordedQuantity) -> JSONValue {
    .object([
      ("name", .text(quantity.name)), ("unit", .text(quantity.unit)),
      ("first", .text(quantity.first.description)),
      (
        "quarters",
        .array(quantity.forecasts.map { .array($0.quantiles.map { .number($0) }) })
      ),
    ])
  }
}
