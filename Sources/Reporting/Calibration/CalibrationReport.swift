public import RiskAnalysis

/// A calibration as text.
public struct CalibrationReport: Sendable {
  let calibration: Calibration
  let width: Int
  let palette: Palette

  public init(_ calibration: Calibration, width: Int?, palette: Palette) {
    self.calibration = calibration
    self.width = ReportWidth.used(width)
    self.palette = palette
  }

  public var text: String {
    ReportWidth.joined([
      head, parameters, comparison, residuals,
      CalibrationRemarks(calibration).sentences.flatMap {
        Paragraph.lines($0, width: width, hanging: "  ")
      },
      [palette("To paste into a scenario", .title)]
        // Not broken, so that it can be pasted.
        + ScenarioBlock(calibration).text.split(separator: "\n").map { String($0) },
    ])
  }

  private var head: [String] {
    let source = calibration.source
    let title =
      "\(calibration.target.name) as \(calibration.chosen.process.rawValue), fitted to "
      + EscapedText.of(source.file) + (source.item.map { ", \(EscapedText.of($0))" } ?? "")
    let facts =
      "\(EscapedText.of(source.first)) to \(EscapedText.of(source.last)), "
      + "\(calibration.series.values.count) observations, "
      + "\(NumberText.short(calibration.series.observationsPerYear, most: 1)) a year"
      + (calibration.isAskedFor ? "" : "; the process with the smallest AIC")
    return Paragraph.lines(title, width: width).map { palette($0, .title) }
      + Paragraph.lines(facts, width: width)
  }

  private var parameters: [String] {
    let rows = calibration.chosen.parameters.map { parameter in
      let scale = FittedText.scale(parameter.measure)
      let decimals = FittedText.decimals(parameter.value * scale)
      let numbers = [parameter.value, parameter.standardError, parameter.low, parameter.high]
      let unit = FittedText.unit(parameter.measure, of: calibration.target)
      return TextTable.Row(
        cells: [parameter.key + unit]
          + numbers.map { NumberText.fixed($0 * scale, decimals: decimals) })
    }
    return table(
      "Parameters", ["estimate", "std error", "95 % from", "to"], rows)
  }

  private var comparison: [String] {
    guard let least = calibration.best.akaike else { return [] }
    let rows = calibration.attempts.map { attempt in
      switch attempt.result {
      case .failure(let error):
        TextTable.Row(cells: [attempt.process.rawValue, NumberText.none, error.short, "", ""])
      case .success(let fit):
        TextTable.Row(
          cells: [attempt.process.rawValue, "\(fit.parameterCount)"]
            + [fit.logLikelihood, fit.akaike, fit.akaike.map { $0 - least }].map {
              NumberText.fixed($0 ?? .nan, decimals: 2)
            })
      }
    }
    return table(
      "Processes compared", ["parameters", "log-likelihood", "AIC", "above best"], rows)
  }

  private var residuals: [String] {
    guard let checks = calibration.chosen.residuals else { return [] }
    func row(_ name: String, _ test: ResidualChecks.Test) -> TextTable.Row {
      TextTable.Row(
        cells: [
          name, NumberText.fixed(test.statistic, decimals: 2), "\(test.degreesOfFreedom)",
          NumberText.fixed(test.probability * 100, decimals: 1),
        ])
    }
    let lines = table(
      "Residuals", ["statistic", "df", "probability, %"],
      [
        row("independent (Ljung–Box, \(checks.lags) lags)", checks.ljungBox),
        row("normal (Jarque–Bera)", checks.jarqueBera),
      ])
    let facts =
      "First autocorrelation \(NumberText.fixed(checks.firstAutocorrelation, decimals: 2))"
      + " (independent: within ±\(NumberText.fixed(checks.autocorrelationBound, decimals: 2))),"
      + " skewness \(NumberText.fixed(checks.skewness, decimals: 2)),"
      + " excess kurtosis \(NumberText.fixed(checks.excessKurtosis, decimals: 2))."
    return lines + Paragraph.lines(facts, width: width)
  }

  private func table(_ title: String, _ columns: [String], _ rows: [TextTable.Row]) -> [String] {
    TextTable(
      title: title,
      columns: [TextTable.Column(title: "", alignment: .left)]
        + columns.map { TextTable.Column(title: $0) },
      rows: rows
    ).lines(width: width, palette: palette)
  }
}
