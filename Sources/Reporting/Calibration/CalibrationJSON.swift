public import RiskAnalysis

/// A calibration as one JSON object.
public struct CalibrationJSON: Sendable {
  let calibration: Calibration

  public init(_ calibration: Calibration) { self.calibration = calibration }

  public var text: String {
    let source = calibration.source
    return JSONValue.object([
      ("target", .text(calibration.target.name)),
      ("process", .text(calibration.chosen.process.rawValue)),
      (
        "source",
        .object([
          ("file", .text(source.file)), ("item", .text(source.item)), ("from", .text(source.first)),
          ("to", .text(source.last)),
          ("observations", .whole(calibration.series.values.count)),
          ("observationsPerYear", .number(calibration.series.observationsPerYear)),
          ("averaged", .text(source.averaged)),
        ])
      ),
      ("parameters", .array(calibration.chosen.parameters.map(parameter))),
      ("reversion", reversion), ("bias", bias), ("level", level), ("growth", growth),
      (
        "managed",
        calibration.chosen.managed.map { $0.json(periods: source.periods) } ?? .null
      ),
      ("volatilityWithoutAveraging", .number(calibration.withoutAveraging?.volatility)),
      ("standardErrorWithoutAveraging", .number(calibration.withoutAveraging?.standardError)),
      ("residuals", residuals), ("processes", .array(calibration.attempts.map(attempt))),
      ("scenario", .text(ScenarioBlock(calibration).text)),
    ]).written() + "\n"
  }

  private func parameter(_ parameter: FittedParameter) -> JSONValue {
    .object([
      ("key", .text(parameter.key)), ("estimate", .number(parameter.value)),
      ("standardError", .number(parameter.standardError)), ("low", .number(parameter.low)),
      ("high", .number(parameter.high)),
    ])
  }

  private var reversion: JSONValue {
    guard let evidence = calibration.chosen.reversion else { return .null }
    return .object([
      ("speedBias", .number(evidence.speedBias)),
      ("residualVolatility", .number(evidence.residualVolatility)),
      ("chanceWithoutReversion", .number(evidence.chanceWithoutReversion)),
    ])
  }

  private var bias: JSONValue {
    guard let bias = calibration.chosen.bias else { return .null }
    return .object([("key", .text(bias.key)), ("value", .number(bias.value))])
  }

  private var level: JSONValue {
    guard let level = calibration.chosen.level else { return .null }
    return .object([
      ("level", .number(level.level)), ("wander", .number(level.wander)),
      ("noise", .number(level.noise)),
    ])
  }

  /// Errors are shares of the volatility.
  private var growth: JSONValue {
    guard let growth = calibration.chosen.growth else { return .null }
    return .object([
      ("speed", .number(growth.speed)), ("volatilityError", .number(growth.volatilityError)),
      ("pathError", .number(growth.pathError)), ("startError", .number(growth.startError)),
    ])
  }

  private var residuals: JSONValue {
    guard let checks = calibration.chosen.residuals else { return .null }
    func test(_ test: ResidualChecks.Test) -> JSONValue {
      .object([
        ("statistic", .number(test.statistic)),
        ("degreesOfFreedom", .whole(test.degreesOfFreedom)),
        ("probability", .number(test.probability)),
      ])
    }
    return .object([
      ("count", .whole(checks.count)),
      ("firstAutocorrelation", .number(checks.firstAutocorrelation)),
      ("lags", .whole(checks.lags)), ("ljungBox", test(checks.ljungBox)),
      ("jarqueBera", test(checks.jarqueBera)), ("skewness", .number(checks.skewness)),
      ("excessKurtosis", .number(checks.excessKurtosis)),
    ])
  }

  private func attempt(_ attempt: Calibration.Attempt) -> JSONValue {
    switch attempt.result {
    case .success(let fit):
      .object([
        ("process", .text(attempt.process.rawValue)), ("parameters", .whole(fit.parameterCount)),
        ("logLikelihood", .number(fit.logLikelihood)), ("akaike", .number(fit.akaike)),
      ])
    case .failure(let error):
      .object([
        ("process", .text(attempt.process.rawValue)), ("failure", .text(error.message)),
      ])
    }
  }
}
