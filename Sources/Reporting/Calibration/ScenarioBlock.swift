public import RiskAnalysis

/// A fit as lines of a scenario, with where they come from.
public struct ScenarioBlock: Sendable {
  let calibration: Calibration

  public init(_ calibration: Calibration) { self.calibration = calibration }

  public var text: String {
    let source = calibration.source
    let fit = calibration.chosen
    var lines = head
    let origin =
      "\(method) on \(source.file), "
      + (source.item.map { "\($0), " } ?? "") + "\(source.first) to \(source.last),"
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
        "\(indent)\(parts.last ?? ""): { value: \(FittedText.value(parameter.value, parameter.measure)),"
          + " source: \(JSONValue.quoted(origin)) }")
    }
    return (lines + standardErrors + errorsOfGrowth(origin) + comments).map { $0 + "\n" }.joined()
  }

  /// What the history does not tell.
  private var comments: [String] {
    let fit = calibration.chosen
    let outside = fit.parameters.filter { !$0.isWithinInterval }.map {
      "\($0.key) is outside its own 95 % interval, \(FittedText.interval($0))"
    }
    let managed = fit.managed.map {
      ManagedText(evidence: $0, source: calibration.source).comments
    }
    return (outside + (managed ?? [])).map { "    # \($0)" }
  }

  /// For `parameterUncertainty`.
  private var standardErrors: [String] {
    let fit = calibration.chosen
    guard [.gbm, .meanReverting].contains(fit.process) else { return [] }
    let errors = fit.parameters.map {
      "\($0.key): \(FittedText.value($0.standardError, $0.measure))"
    }
    return ["    standardErrors: { \(errors.joined(separator: ", ")) }"]
  }

  private func errorsOfGrowth(_ origin: String) -> [String] {
    guard let growth = calibration.chosen.growth else { return [] }
    func error(_ key: String, _ value: Double) -> String {
      "\(key): \(FittedText.value(value, .fraction))"
    }
    let errors = [error("volatility", growth.volatilityError), error("start", growth.startError)]
    return [
      "    speed: { value: \(FittedText.plain(growth.speed)), source: judgement }",
      "    errors: { \(errors.joined(separator: ", ")), source: \(JSONValue.quoted(origin)) }",
      "    # Where the path is the growth of the last year: \(error("path", growth.pathError)).",
    ]
  }

  private var method: String {
    switch calibration.chosen.process {
    case .announcedGrowth: "mean square of changes"
    case .gbm, .meanReverting, .seasonalReversion, .autoregression: "least squares"
    case .jumpDiffusion, .managed, .localLevel: "maximum likelihood"
    }
  }

  private var head: [String] {
    let source = calibration.source
    switch calibration.target {
    case .growth: return ["cloud:", "  growth:"]
    case .execution: return ["plan:", "  execution:"]
    case .rate(let pair):
      let row = source.lastIdentifier.map { "\(source.file)#\($0)" } ?? source.file
      return [
        "fx:", "  \(pair):",
        "    spot: { value: \(ShortestNumber.text(spot) ?? ""), source: \(JSONValue.quoted(row)) }",
        "    process: \(calibration.chosen.process.rawValue)",
      ]
    }
  }

  /// The last rate, of which no digit is dropped.
  private var spot: Double { calibration.series.values.last ?? .nan }
}
