extension Distribution {
  /// A single value, |value| at most 1e100.
  public static func constant(_ value: Double) throws(DistributionError) -> Distribution {
    try ParameterRule.magnitude.check(value, "value")
    return Distribution(.constant(value))
  }

  /// Every value between `low` and `high` equally likely; a constant when they are equal.
  public static func uniform(low: Double, high: Double) throws(DistributionError) -> Distribution {
    try checkAscending(["low", "high"], [low, high])
    return low == high ? Distribution(.constant(low)) : Distribution(.uniform(low: low, high: high))
  }

  /// A normal distribution; a constant when `standardDeviation` is 0.
  public static func normal(
    mean: Double, standardDeviation: Double
  ) throws(DistributionError) -> Distribution {
    try ParameterRule.magnitude.check(mean, "mean")
    try ParameterRule.spread.check(standardDeviation, "standardDeviation")
    if standardDeviation == 0 { return Distribution(.constant(mean)) }
    return Distribution(.normal(mean: mean, standardDeviation: standardDeviation))
  }

  /// Triangular between `low` and `high`, with the peak of its density at `mode`.
  public static func triangular(
    low: Double, mode: Double, high: Double
  ) throws(DistributionError) -> Distribution {
    try checkAscending(["low", "mode", "high"], [low, mode, high])
    if low == high { return Distribution(.constant(low)) }
    return Distribution(.triangular(low: low, mode: mode, high: high))
  }

  /// PERT: a beta on low … high with α = 1 + 4 (mode - low)/(high - low) and β = 6 - α, so that the
  /// mean is (low + 4 mode + high)/6 (Malcolm, Roseboom, Clark, Fazar: Application of a technique
  /// for research and development program evaluation, 1959).
  public static func pert(
    low: Double, mode: Double, high: Double
  ) throws(DistributionError) -> Distribution {
    try checkAscending(["low", "mode", "high"], [low, mode, high])
    if low == high { return Distribution(.constant(low)) }
    return Distribution(.pert(low: low, mode: mode, high: high))
  }

  /// A beta distribution stretched over low … high; shapes from 0.01 to a million.
  public static func beta(
    alpha: Double, beta: Double, low: Double = 0, high: Double = 1
  ) throws(DistributionError) -> Distribution {
    try ParameterRule.shape.check(alpha, "alpha")
    try ParameterRule.shape.check(beta, "beta")
    try checkAscending(["low", "high"], [low, high])
    if low == high { return Distribution(.constant(low)) }
    return Distribution(.beta(alpha: alpha, beta: beta, low: low, high: high))
  }

  /// A gamma distribution with mean `shape` · `scale`; shape from 0.01 to a million.
  public static func gamma(shape: Double, scale: Double) throws(DistributionError) -> Distribution {
    try ParameterRule.shape.check(shape, "shape")
    try ParameterRule.positiveMagnitude.check(scale, "scale")
    return Distribution(.gamma(shape: shape, scale: scale))
  }

  /// `location` + `scale` · Student's t; degrees of freedom from 0.1 to a million, not only whole.
  public static func studentT(
    degreesOfFreedom: Double, location: Double = 0, scale: Double = 1
  ) throws(DistributionError) -> Distribution {
    try ParameterRule.degreesOfFreedom.check(degreesOfFreedom, "degreesOfFreedom")
    try ParameterRule.magnitude.check(location, "location")
    try ParameterRule.spread.check(scale, "scale")
    if scale == 0 { return Distribution(.constant(location)) }
    return Distribution(
      .studentT(degreesOfFreedom: degreesOfFreedom, location: location, scale: scale))
  }

  /// Equal or ascending, each finite and at most 1e100 in magnitude.
  static func checkAscending(
    _ parameters: [String], _ values: [Double], strictly: Bool = false
  ) throws(DistributionError) {
    for (parameter, value) in zip(parameters, values) {
      try ParameterRule.magnitude.check(value, parameter)
    }
    for (earlier, later) in zip(values, values.dropFirst())
    where strictly ? earlier >= later : earlier > later {
      throw .notOrdered(parameters: parameters, values: values, strictly: strictly)
    }
  }
}
