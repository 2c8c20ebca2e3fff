internal import NumericalMethods
internal import PathAlgebra

/// Parameters of a rate that are known from a fit alone: each trial draws a world of them, from
/// where its standard errors say that they may lie. Each has a driver of its own, so that no other
/// draw moves; errors of different parameters are drawn independently. What is given as a
/// distribution is drawn from that instead. Held by `ParameterUncertaintyTests`.
extension ModelDraft {
  private func error(_ fx: String, _ key: String) -> (value: Double, error: Double)? {
    guard assumptions.choice("\(fx).parameterUncertainty") == "true",
      let value = assumptions.number("\(fx).\(key)"),
      let error = assumptions.number("\(fx).standardErrors.\(key)")
    else { return nil }
    return (value, error)
  }

  /// σ √(ν / χ²), ν = (σ / error)² / 2 degrees of freedom: exact for a variance of normal changes.
  /// - Returns: the name of the volatility that the trial has.
  mutating func addUncertainVolatility(_ fx: String) -> String {
    guard let (value, error) = error(fx, "volatility"),
      let variance = try? Distribution.gamma(
        shape: value * value / (error * error) / 4, scale: 4 * error * error / (value * value))
    else { return "\(fx).volatility" }
    model.add(parameter: "\(fx).uncertainty.variance", .distribution(variance))
    step(
      "\(fx).uncertainVolatility", "\(fx).volatility / sqrt(\(fx).uncertainty.variance)",
      byQuarter: false)
    return "\(fx).uncertainVolatility"
  }

  /// μ - σ²/2 as fitted, plus its standard error times the trial's share of the volatility and a
  /// normal draw: with an uncertain volatility that is Student's t.
  /// - Returns: the formula of the drift of the logarithm.
  mutating func addUncertainDrift(_ fx: String, _ volatility: String) -> String {
    let plain = "(\(fx).drift - \(volatility) ^ 2 / 2)"
    guard let (_, error) = error(fx, "drift"), let sigma = self.error(fx, "volatility") else {
      return plain
    }
    // The drift's error holds that of σ²/2, which is no error of the logarithm's drift.
    let square = error * error - sigma.value * sigma.value * sigma.error * sigma.error
    constant("\(fx).uncertainty.logarithm", max(square, 0).squareRoot())
    step(
      "\(fx).uncertainDrift",
      "\(fx).drift - \(fx).volatility ^ 2 / 2 + \(fx).uncertainty.logarithm"
        + " * (\(volatility) / \(fx).volatility) * normal(\(fx).uncertainty.drift, by: trial)",
      byQuarter: false)
    return "\(fx).uncertainDrift"
  }

  /// Lognormal: the level times the exponential of its relative error times a normal draw.
  mutating func addUncertainLevel(_ fx: String, unit: Unit) -> String {
    guard let (value, error) = error(fx, "level") else { return "\(fx).level" }
    constant("\(fx).uncertainty.relative", error / value)
    step(
      "\(fx).uncertainLevel",
      "\(fx).level * exp(\(fx).uncertainty.relative * normal(\(fx).uncertainty.level, by: trial))",
      unit: unit, byQuarter: false)
    return "\(fx).uncertainLevel"
  }

  /// A gamma distribution with the fitted speed as its mean and the error as its deviation.
  mutating func addUncertainSpeed(_ fx: String) -> String {
    guard let (value, error) = error(fx, "speed"),
      let speed = try? Distribution.gamma(
        shape: value * value / (error * error), scale: error * error / value)
    else { return "\(fx).speed" }
    model.add(parameter: "\(fx).uncertainty.speed", .distribution(speed))
    return "\(fx).uncertainty.speed"
  }
}
