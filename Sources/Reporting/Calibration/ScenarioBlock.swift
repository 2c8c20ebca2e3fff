public import RiskAnalysis

/// A fit as lines of a scenario, with where they come from.
public struct ScenarioBlock: Sendable {
  let calibration: Calibration

  public init(_ calibration: Calibration) { self.calibration = calibration }

  public var text: String {
    let source = calibration.source
    let fit = calibration.chosen
    let row = source.lastIdentifier.map { "\(source.file)#\($0)" } ?? source.file
    var lines = [
      "fx:", "  \(calibration.pair):",
      "    spot: { value: \(ShortestNumber.text(spot) ?? ""), source: \(JSONValue.quoted(row)) }",
      "    process: \(fit.process.rawValue)",
    ]
    let method =
      fit.process == .gbm || fit.process == .meanReverting
      ? "least squares" : "maximum likelihood"
    let origin =
      "\(method) on \(source.file), \(source.first) to \(source.last),"
      + " \(calibration.series.values.count) observations"
    var section = ""
    for parameter in fit.parameters {
      let parts = parameter.key.split(separator: ".")
      if parts.count > 1, parts[0] != section {
        section = String(parts[0])
        lines.append("    \(section):")
      }
      let indent = parts.count > 1 ? "      " : "    "
      lines.append(
        "\(indent)\(parts.last ?? ""): { value: \(FittedText.value(parameter)),"
          + " source: \(JSONValue.quoted(origin)) }")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The last rate, of which no digit is dropped.
  private var spot: Double { calibration.series.values.last ?? .nan }
}
