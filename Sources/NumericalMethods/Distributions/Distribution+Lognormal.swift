extension Distribution {
  /// A lognormal with this mean and standard deviation of the variable itself:
  /// σ² = ln(1 + sd²/mean²), μ = ln mean - σ²/2. A constant when the standard deviation is 0.
  ///
  /// - Throws: `outOfRange` when a parameter is out of range or σ exceeds 5.
  public static func lognormal(
    mean: Double, standardDeviation: Double
  ) throws(DistributionError) -> Distribution {
    try ParameterRule.positiveMagnitude.check(mean, "mean")
    try ParameterRule.spread.check(standardDeviation, "standardDeviation")
    if standardDeviation == 0 { return Distribution(.constant(mean)) }
    let ratio = standardDeviation / mean
    // Far beyond the limit on σ, and the square would overflow.
    let logVariance = ratio < 1e150 ? Elementary.logarithmOfOnePlus(ratio * ratio) : .infinity
    return try lognormal(
      logMean: Elementary.log(mean) - logVariance / 2,
      logStandardDeviation: logVariance.squareRoot())
  }

  /// The lognormal with two given quantiles: P(X ≤ value) = probability for both.
  /// σ = (ln x₂ - ln x₁)/(z₂ - z₁), μ = ln x₁ - σ z₁.
  ///
  /// - Throws: `notOrdered` unless probability and value both ascend from `low` to `high`.
  public static func lognormal(
    low: (probability: Double, value: Double), high: (probability: Double, value: Double)
  ) throws(DistributionError) -> Distribution {
    try ParameterRule.strictlyWithin(0, 1).check(low.probability, "low probability")
    try ParameterRule.strictlyWithin(0, 1).check(high.probability, "high probability")
    try ParameterRule.positiveMagnitude.check(low.value, "low value")
    try ParameterRule.positiveMagnitude.check(high.value, "high value")
    try checkAscending(
      ["low probability", "high probability"], [low.probability, high.probability], strictly: true)
    try checkAscending(["low value", "high value"], [low.value, high.value])
    if low.value == high.value { return Distribution(.constant(low.value)) }
    let lowScore = Elementary.normalQuantile(low.probability)
    let highScore = Elementary.normalQuantile(high.probability)
    let logLow = Elementary.log(low.value)
    let deviation = (Elementary.log(high.value) - logLow) / (highScore - lowScore)
    return try lognormal(logMean: logLow - deviation * lowScore, logStandardDeviation: deviation)
  }

  /// exp of a normal with mean `logMean` and standard deviation `logStandardDeviation`, at most 5.
  public static func lognormal(
    logMean: Double, logStandardDeviation: Double
  ) throws(DistributionError) -> Distribution {
    try ParameterRule.within(-250, 250).check(logMean, "logMean")
    // An infinite one is a spread out of range, not a number badly written.
    let held = logStandardDeviation == .infinity ? .greatestFiniteMagnitude : logStandardDeviation
    try ParameterRule.logStandardDeviation.check(held, "logStandardDeviation")
    if logStandardDeviation == 0 { return Distribution(.constant(Elementary.exp(logMean))) }
    return Distribution(.lognormal(logMean: logMean, logStandardDeviation: logStandardDeviation))
  }
}
