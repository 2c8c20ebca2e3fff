internal import RiskAnalysis

/// What a reader of a fit should know before using it.
struct CalibrationRemarks {
  let calibration: Calibration
  private var fit: ProcessFit { calibration.chosen }
  /// Below it a test speaks against the fit.
  private static let significance = 0.05

  init(_ calibration: Calibration) { self.calibration = calibration }

  var sentences: [String] {
    let managed = fit.managed.map {
      ManagedText(evidence: $0, source: calibration.source).sentences
    }
    return reversion + bias + outside + level + growth + (managed ?? []) + resets + averaging
      + residuals
      + comparison
  }

  private var bias: [String] {
    guard let bias = fit.bias, let parameter = fit.parameter(bias.key) else { return [] }
    func text(_ value: Double) -> String { FittedText.value(value, parameter.measure) }
    return [
      "Histories of this length give too \(bias.value > 0 ? "high" : "low") an estimate of \(bias.key): by "
        + "\(text(bias.value.magnitude)) on average, which would leave "
        + "\(text(parameter.value - bias.value))."
    ]
  }

  private var outside: [String] {
    fit.parameters.filter { !$0.isWithinInterval }.map {
      "Warning: the 95 % interval of \($0.key), \(FittedText.interval($0)), does not hold the estimate, "
        + "\(FittedText.value($0.value, $0.measure)): hardly any true value gives one so far off in "
        + "a history of this length. Take one from the interval, or a longer history."
    }
  }

  private var level: [String] {
    guard let level = fit.level else { return [] }
    return [
      "The level moves by \(percent(level.wander)) a quarter, and a quarter differs from it by "
        + "\(percent(level.noise)); the last level is "
        + "\(FittedText.plain(level.level)). The noise above is that of a plan at the level known "
        + "when it is made: it has the same spread in the first and the fourth quarter."
    ]
  }

  private var growth: [String] {
    guard let growth = fit.growth else { return [] }
    return [
      "That is for a speed of \(FittedText.plain(growth.speed)), a judgement. Growth year on year is the "
        + "mean of four quarters' growth, so that its changes share quarters and are worth fewer; the "
        + "error allows for that.",
      "Where growth stands today is not announced. It is off its path by "
        + "\(percent(growth.volatility * growth.startError)), one standard deviation; a path that is the "
        + "growth of the last year is itself off by "
        + "\(percent(growth.volatility * growth.pathError)). Errors below are shares of the volatility.",
    ]
  }

  private var reversion: [String] {
    guard let evidence = fit.reversion, let speed = fit.parameter("speed")?.value else { return [] }
    let residual = percent(evidence.residualVolatility)
    let chance = NumberText.fixed(evidence.chanceWithoutReversion * 100, decimals: 0)
    return [
      "The residuals alone have a volatility of \(residual) a year; the exact step of the process "
        + "also undoes the reversion between two observations, which is the volatility above.",
      "Histories of this length give too high a speed: by "
        + "\(FittedText.plain(evidence.speedBias)) a year on average, which would leave "
        + "\(FittedText.plain(speed - evidence.speedBias)). The interval allows for that. A random "
        + "walk without reversion shows as much in \(chance) % of histories.",
    ]
  }

  /// Of resets of which the smaller ones are lost among other changes: two deviations below their mean
  /// is less than five of those.
  private var resets: [String] {
    guard let mean = fit.parameter("reset.mean")?.value.magnitude,
      let deviation = fit.parameter("reset.deviation")?.value,
      let noise = fit.reversion?.residualVolatility,
      mean - 2 * deviation < 5 * noise / calibration.series.observationsPerYear.squareRoot()
    else { return [] }
    return [
      "Warning: the smaller resets cannot be told from other changes, so resets seem larger and more "
        + "alike than they are, and the 95 % intervals of their mean and deviation hold less often than "
        + "they say (in 83 to 91 % of simulated histories)."
    ]
  }

  private var averaging: [String] {
    guard let words = calibration.source.averaged,
      let undone = calibration.withoutAveraging
    else { return [] }
    return [
      "Warning: the values are averages (\"\(EscapedText.of(words))\"), which move less than the "
        + "rate itself. Of a rate that moves freely, changes of averages have two thirds of the "
        + "variance and a first autocorrelation of 0.25; with that undone the volatility would be "
        + "\(percent(undone.volatility)), its standard error \(percent(undone.standardError)). Fit rates of single days where you have them."
    ]
  }

  private var residuals: [String] {
    guard let checks = fit.residuals else { return [] }
    var sentences: [String] = []
    if checks.ljungBox.probability < Self.significance {
      sentences.append(
        "Warning: the residuals are not independent, so the standard errors are rough.")
    }
    if checks.jarqueBera.probability < Self.significance {
      sentences.append(
        "Warning: the residuals are not normal, so large moves are likelier or rarer than the "
          + "process has them.")
    }
    return sentences
  }

  private var comparison: [String] {
    let best = calibration.best
    guard best.process != fit.process, let own = fit.akaike, let least = best.akaike,
      own - least > 2
    else { return [] }
    return ["Warning: \(best.process.rawValue) describes this history better, by its AIC."]
  }

  private func percent(_ x: Double) -> String {
    "\(NumberText.fixed(x * 100, decimals: 2)) %".unbroken
  }
}
