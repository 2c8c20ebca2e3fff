extension Distribution {
  /// How far probabilities that should sum to one may miss it; they are then scaled to one.
  package static let sumTolerance = 1e-9

  /// One of several values, each with a probability. Equal values are merged, impossible ones
  /// dropped.
  public static func discrete(
    _ outcomes: [(value: Double, probability: Double)]
  ) throws(DistributionError) -> Distribution {
    for outcome in outcomes {
      try ParameterRule.magnitude.check(outcome.value, "value")
    }
    let probabilities = try scaledToOne(outcomes.map(\.probability), "probability")
    var values: [Double] = []
    var merged: [Double] = []
    let order = outcomes.indices.sorted { outcomes[$0].value < outcomes[$1].value }
    for index in order where probabilities[index] > 0 {
      if let last = values.last, last == outcomes[index].value {
        merged[merged.count - 1] += probabilities[index]
      } else {
        values.append(outcomes[index].value)
        merged.append(probabilities[index])
      }
    }
    return values.count == 1
      ? Distribution(.constant(values[0]))
      : Distribution(.discrete(values: values, probabilities: merged))
  }

  /// A draw from one of several distributions, chosen by weight. Weights sum to one.
  public static func mixture(
    _ components: [(weight: Double, distribution: Distribution)]
  ) throws(DistributionError) -> Distribution {
    let weights = try scaledToOne(components.map(\.weight), "weight")
    let used = components.indices.filter { weights[$0] > 0 }
    if used.count == 1 { return components[used[0]].distribution }
    return Distribution(
      .mixture(
        weights: used.map { weights[$0] }, components: used.map { components[$0].distribution }))
  }

  /// `impact` with the given probability, zero otherwise.
  public static func event(
    probability: Double, impact: Distribution
  ) throws(DistributionError) -> Distribution {
    try ParameterRule.probability.check(probability, "probability")
    if probability == 0 { return Distribution(.constant(0)) }
    if probability == 1 { return impact }
    return Distribution(.event(probability: probability, impact: impact))
  }

  /// Observed values, each equally likely, and linear between neighbours: the quantile of type 7
  /// (Hyndman and Fan: Sample quantiles in statistical packages, 1996).
  public static func empirical(_ values: [Double]) throws(DistributionError) -> Distribution {
    guard let first = values.first else { throw .tooFewValues(count: 0, minimum: 1) }
    for value in values { try ParameterRule.magnitude.check(value, "value") }
    if values.allSatisfy({ $0 == first }) { return Distribution(.constant(first)) }
    return Distribution(.empirical(values: values.sorted()))
  }

  /// Each within 0 … 1 and together one, divided by their sum.
  private static func scaledToOne(
    _ probabilities: [Double], _ parameter: String
  ) throws(DistributionError) -> [Double] {
    guard !probabilities.isEmpty else { throw .tooFewValues(count: 0, minimum: 1) }
    for probability in probabilities {
      try ParameterRule.probability.check(probability, parameter)
    }
    let sum = probabilities.reduce(0, +)
    guard abs(sum - 1) <= sumTolerance else { throw .probabilitiesDoNotSumToOne(sum: sum) }
    return probabilities.map { $0 / sum }
  }
}
