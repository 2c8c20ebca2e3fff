extension Distribution {
  /// The part of `distribution` within low … high, which may be infinite.
  ///
  /// A truncated uniform, discrete, mixture or event is again one of these, a truncated event a
  /// mixture.
  /// - Throws: `nothingLeft` when less than a millionth of the distribution lies inside;
  ///   `notOrdered` unless low ≤ high.
  public static func truncated(
    _ distribution: Distribution, low: Double = -.infinity, high: Double = .infinity
  ) throws(DistributionError) -> Distribution {
    if low.isNaN { throw .notFinite(parameter: "low", value: low) }
    if high.isNaN { throw .notFinite(parameter: "high", value: high) }
    guard low <= high else {
      throw .notOrdered(parameters: ["low", "high"], values: [low, high], strictly: false)
    }
    let inside = distribution.probability(from: low, to: high)
    guard inside >= 1e-6 else {
      throw .nothingLeft(low: low, high: high, probability: inside)
    }
    return distribution.held(low, high)
  }

  /// For windows that hold something.
  private func held(_ low: Double, _ high: Double) -> Distribution {
    let support = support
    if low <= support.low, high >= support.high { return self }
    let (low, high) = (max(low, support.low), min(high, support.high))
    if low == high { return Distribution(.constant(low)) }
    switch form {
    case .uniform: return Distribution(.uniform(low: low, high: high))
    case .truncated(let base, _, _): return base.held(low, high)
    case .discrete(let values, let probabilities):
      let kept = values.indices.filter { values[$0] >= low && values[$0] <= high }
      if kept.count == 1 { return Distribution(.constant(values[kept[0]])) }
      let sum = kept.reduce(0) { $0 + probabilities[$1] }
      return Distribution(
        .discrete(
          values: kept.map { values[$0] }, probabilities: kept.map { probabilities[$0] / sum }))
    case .mixture(let weights, let components):
      return Distribution.mixture(zip(weights, components), within: low, high)
    case .event(let probability, let impact):
      let parts = [(1 - probability, Distribution(.constant(0))), (probability, impact)]
      return Distribution.mixture(parts, within: low, high)
    default: return Distribution(.truncated(self, low: low, high: high))
    }
  }

  /// Each component truncated, and weighted by what the window holds of it.
  private static func mixture(
    _ parts: some Sequence<(Double, Distribution)>, within low: Double, _ high: Double
  ) -> Distribution {
    let held = parts.map { weight, component in
      (weight: weight * component.probability(from: low, to: high), component: component)
    }
    let sum = held.reduce(0) { $0 + $1.weight }
    // What is far below the rounding of a uniform number is never drawn.
    let kept = held.filter { $0.weight > sum * 1e-20 }
    if kept.count == 1 { return kept[0].component.held(low, high) }
    let keptSum = kept.reduce(0) { $0 + $1.weight }
    return Distribution(
      .mixture(
        weights: kept.map { $0.weight / keptSum },
        components: kept.map { $0.component.held(low, high) }))
  }
}
