internal import CapexModel
public import RiskAnalysis

/// Forecasts against what came, as text.
public struct ScoreReport: Sendable {
  let ledger: ScoreLedger
  let width: Int
  let palette: Palette
  /// More quarters than these are for the files.
  private static let mostQuarters = 40

  public init(_ ledger: ScoreLedger, width: Int?, palette: Palette) {
    self.ledger = ledger
    self.width = ReportWidth.used(width)
    self.palette = palette
  }

  public var text: String { ReportWidth.joined([head] + body) }

  /// All but the head.
  var body: [[String]] {
    ledger.quantities.flatMap { [quarters($0), totals($0), horizons($0)] }
      + [remarks, FigureSection(ledger).lines(width: width, palette: palette)]
  }

  private var head: [String] {
    ledger.forecasts.flatMap { forecast in
      let certificate = forecast.certificate
      let own =
        certificate.scenario == forecast.name ? "" : " (\(EscapedText.of(forecast.name)))"
      return Paragraph.lines(
        "\(EscapedText.of(certificate.scenario))\(own), made on \(forecast.day)", width: width,
        hanging: "  "
      ).map { palette($0, .title) }
    }
  }

  // MARK: Quarter by quarter

  private func quarters(_ total: ScoreLedger.Total) -> [String] {
    // Forecasts of one day are told apart by their names.
    let isByDay = Set(ledger.forecasts.map(\.day)).count == ledger.forecasts.count
    let found = ledger.forecasts.flatMap { forecast in
      let origin = isByDay ? forecast.day : EscapedText.of(forecast.name).cut(to: 24)
      return forecast.quantities.filter { $0.name == total.name && $0.unit == total.unit }
        .flatMap { quantity in
          (quantity.scores.first { $0.forecaster == .model }?.quarters ?? [])
            .map { (origin, $0) }
        }
    }
    guard !found.isEmpty, found.count <= Self.mostQuarters else { return [] }
    let decimals = FittedText.decimals(found[0].1.observation)
    let rows = found.map { origin, score in
      let shown = [0.05, 0.5, 0.95].map { (try? score.forecast.quantile($0)) ?? .nan }
      return TextTable.Row(
        cells: [score.quarter.description, origin]
          + ([score.observation] + shown).map { NumberText.fixed($0, decimals: decimals) }
          + [Self.place(score.transform)]
          + [score.score, score.pinballLoss].map { NumberText.fixed($0, decimals: decimals) }
          + score.inside.map { $0 ? "yes" : "no" })
    }
    return TextTable(
      title: Self.title(total),
      columns: [
        .init(title: "quarter", alignment: .left),
        .init(title: isByDay ? "made on" : "forecast", importance: isByDay ? 1 : 100),
        .init(title: "actual"), .init(title: "P5", group: "forecast"),
        .init(title: "P50", group: "forecast"), .init(title: "P95", group: "forecast"),
        .init(title: "PIT, %"), .init(title: "CRPS"), .init(title: "pinball", importance: 2),
        .init(title: "50 %", group: "in the band of"),
        .init(title: "90 %", group: "in the band of"),
      ], rows: rows
    ).lines(width: width, palette: palette)
  }

  /// The share of the forecast below what came, or its ends beyond the outermost quantiles.
  private static func place(_ transform: ProbabilityIntegralTransform) -> String {
    let range = transform.range
    func percent(_ x: Double) -> String { NumberText.fixed(x * 100, decimals: 0) }
    if range.upperBound - range.lowerBound < 0.005 { return percent(range.lowerBound) }
    if range.lowerBound == 0 { return "<\(percent(range.upperBound))" }
    if range.upperBound == 1 { return ">\(percent(range.lowerBound))" }
    return "\(percent(range.lowerBound))–\(percent(range.upperBound))"
  }

  static func title(_ total: ScoreLedger.Total) -> String {
    EscapedText.of(total.name) + (total.unit.isEmpty ? "" : ", \(EscapedText.of(total.unit))")
  }

  // MARK: Together

  private func totals(_ total: ScoreLedger.Total) -> [String] {
    let lines = total.scores.filter { $0.horizon == nil }
    let scale = lines.map(\.summary.score).max() ?? 1
    let decimals = FittedText.decimals(scale)
    let rows = lines.map { line in
      TextTable.Row(
        cells: [ScoreWording.name(line.forecaster), "\(line.summary.quarters)"]
          + [line.summary.score, line.summary.pinballLoss].map {
            NumberText.fixed($0, decimals: decimals)
          } + line.summary.coverage.flatMap(Self.cells)
          + [
            line.summary.uniformity.map { NumberText.fixed($0.pValue * 100, decimals: 0) }
              ?? NumberText.none
          ])
    }
    func band(_ name: String) -> [TextTable.Column] {
      [.init(title: "held", group: name), .init(title: "95 % interval", group: name)]
    }
    return TextTable(
      title: "Together, \(Self.title(total))",
      columns: [
        .init(title: "", alignment: .left), .init(title: "quarters"), .init(title: "CRPS"),
        .init(title: "pinball", importance: 1),
      ] + band("50 % band, %") + band("90 % band, %")
        + [.init(title: "uniform, p %", importance: 1)],
      rows: rows
    ).lines(width: width, palette: palette)
  }

  private static func cells(_ coverage: BandCoverage) -> [String] {
    func percent(_ x: Double) -> String { NumberText.fixed(x * 100, decimals: 0) }
    return [
      percent(coverage.share),
      "\(percent(coverage.interval.low))–\(percent(coverage.interval.high))",
    ]
  }

  /// How often the 90 % band held, by quarters ahead.
  private func horizons(_ total: ScoreLedger.Total) -> [String] {
    guard ledger.forecasts.count > 1 else { return [] }
    let horizons = Set(total.scores.compactMap(\.horizon)).sorted()
    let forecasters = total.scores.filter { $0.horizon == nil }.map(\.forecaster)
    let rows = forecasters.map { forecaster in
      TextTable.Row(
        cells: [ScoreWording.name(forecaster)]
          + horizons.map { horizon in
            let line = total.scores.first {
              $0.forecaster == forecaster && $0.horizon == horizon
            }
            guard let coverage = line?.summary.coverage.last else { return NumberText.none }
            return "\(coverage.inside) of \(coverage.observations)"
          })
    }
    return TextTable(
      title: "",
      columns: [.init(title: "", alignment: .left)]
        + horizons.map { .init(title: "\($0)", group: "90 % band held, by quarters ahead") },
      rows: rows
    ).lines(width: width, palette: palette)
  }

  // MARK: Remarks

  private var remarks: [String] {
    var sentences = [
      "Quarters of one forecast move together, and so do forecasts of the same quarter; the "
        + "intervals and p take them as independent and are too narrow."
    ]
    let scenarios = ledger.forecasts.map(\.certificate.scenario)
    if let first = scenarios.first, scenarios.contains(where: { $0 != first }) {
      sentences.append("The forecasts are of different scenarios.")
    }
    for forecast in ledger.forecasts where forecast.certificate.asOf == nil {
      sentences.append(
        "\(EscapedText.of(forecast.name)) does not say as of when it is; taken as made on "
          + "\(forecast.day).")
    }
    sentences += ledger.forecasts.flatMap { forecast in
      forecast.remarks.map {
        "\(EscapedText.of(forecast.name)) was \(EscapedText.of(ScoreWording.remark($0)))."
      }
    }
    for forecast in ledger.forecasts {
      let name = EscapedText.of(forecast.name)
      if forecast.quantities.isEmpty {
        sentences.append("\(name): no figure that it foretells is in these tables yet.")
      }
      for quantity in forecast.quantities where !quantity.unscored.isEmpty {
        sentences.append(
          "\(EscapedText.of(quantity.name)) of "
            + quantity.unscored.map(\.description).joined(separator: ", ")
            + " was foretold by \(name), and is missing from these tables: not scored.")
      }
    }
    let missing = ledger.forecasts.last?.quantities.flatMap { quantity in
      quantity.known.missing.isEmpty
        ? []
        : [
          "\(EscapedText.of(quantity.name)): no figure for "
            + quantity.known.missing.map(\.description).joined(separator: ", ")
            + "; rivals leave out changes from and to it."
        ]
    }
    return (sentences + (missing ?? [])).flatMap {
      Paragraph.lines($0, width: width, hanging: "  ")
    }
  }
}
