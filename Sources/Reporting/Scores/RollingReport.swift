internal import CapexModel
public import RiskAnalysis
internal import ScenarioFiles

/// A rolling test as text.
public struct RollingReport: Sendable {
  let test: RollingTest
  let width: Int
  let palette: Palette

  public init(_ test: RollingTest, width: Int?, palette: Palette) {
    self.test = test
    self.width = ReportWidth.used(width)
    self.palette = palette
  }

  public var text: String {
    ReportWidth.joined(
      [head] + ScoreReport(test.ledger, width: width, palette: palette).body + [parameters])
  }

  private var head: [String] {
    let first = test.origins.first?.day ?? ""
    let last = test.origins.last?.day ?? ""
    return [palette("Rolling test", .title)]
      + Paragraph.lines(
        "\(test.origins.count) forecasts, made on the last day of each quarter from \(first) to "
          + "\(last) and calibrated on figures that were out by then, of four quarters each. "
          + "\"forecast\" is the model with the rules of calibration in use, \"least squares\" "
          + "with those by which its first numbers were made.", width: width)
      + skipped + withoutRevenue
  }

  private var skipped: [String] {
    guard let first = test.skipped.first, let last = test.skipped.last else { return [] }
    let missing = test.ledger.observations.missing(of: "capex").map(\.description)
    return Paragraph.lines(
      "No forecast was made on \(test.skipped.count) days from \(first) to \(last): capex of "
        + "\(missing.joined(separator: ", ")) is missing.", width: width)
  }

  private var withoutRevenue: [String] {
    guard let first = test.withoutRevenue.first, let last = test.withoutRevenue.last else {
      return []
    }
    let missing = ["cloudRevenue", GrowthChanges.item].flatMap { name in
      test.ledger.observations.missing(of: name).map { "\(name) of \($0)" }
    }
    return Paragraph.lines(
      "None of cloud revenue was made on \(test.withoutRevenue.count) of the days, \(first) to \(last): "
        + "it needs a year of revenue without a gap, and four quarters of its announced growth"
        + (missing.isEmpty ? "." : "; missing: \(missing.joined(separator: ", "))."), width: width)
  }

  private var parameters: [String] {
    let paths = [
      ("capex a year", "plan.total"), ("noise, %", "plan.execution.volatility"),
      ("carried", "plan.execution.autocorrelation"), ("rate, %", "fx.usdcny.volatility"),
      ("growth, %", "cloud.growth.path"), ("its noise, %", "cloud.growth.volatility"),
    ]
    let rows = test.origins.map { origin in
      let fit = origin.fits.first { $0.forecaster == .model }?.parameters ?? []
      return TextTable.Row(
        cells: [origin.day]
          + paths.map { title, path in
            guard let value = fit.first(where: { $0.path == path })?.value else {
              return NumberText.none
            }
            let isPercent = title.hasSuffix("%")
            return NumberText.fixed(
              isPercent ? value * 100 : value, decimals: path.hasSuffix("autocorrelation") ? 2 : 1)
          })
    }
    return TextTable(
      title: "Calibrated",
      columns: [.init(title: "", alignment: .left)] + paths.map { .init(title: $0.0) }, rows: rows
    ).lines(width: width, palette: palette)
  }
}

/// A rolling test as JSON: `origins` with what was calibrated, and the members of `ScoreJSON`.
public struct RollingJSON: Sendable {
  let test: RollingTest

  public init(_ test: RollingTest) { self.test = test }

  public var text: String {
    JSONValue.object(
      [
        ("origins", .array(test.origins.map(origin))),
        ("skipped", .array(test.skipped.map { .text($0) })),
        ("withoutRevenue", .array(test.withoutRevenue.map { .text($0) })),
      ] + ScoreJSON(test.ledger).members
    )
    .written() + "\n"
  }

  private func origin(_ origin: RollingTest.Origin) -> JSONValue {
    .object([
      ("made", .text(origin.day)),
      (
        "fits",
        .array(
          origin.fits.map { forecaster, parameters in
            .object([
              ("forecaster", .text(forecaster.rawValue)),
              ("parameters", .object(parameters.map { ($0.path, .number($0.value)) })),
            ])
          })
      ),
    ])
  }
}
