extension Distribution {
  /// The least x with P(X ≤ x) ≥ p: the inverse of `cumulative`.
  ///
  /// The same bits on every machine. For p above a half the upper tail 1 - p, which is exact, is
  /// what is inverted, so both tails have the same accuracy: 2e-13 of the distribution's scale or
  /// of |x|, whichever is larger. Held by `QuantileTests`.
  /// - Parameter p: in (0, 1).
  public func quantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "a quantile's probability lies strictly between 0 and 1")
    return quantile(Tails(p))
  }

  /// The quantile from both tails, for a probability closer to one than a double can say.
  package func quantile(_ tails: Tails) -> Double {
    switch form {
    case .constant(let value): value
    case .uniform(let low, let high): low + (high - low) * tails.lower
    case .normal(let mean, let deviation): mean + deviation * tails.score
    case .lognormal(let mean, let deviation): Elementary.exp(mean + deviation * tails.score)
    case .triangular(let low, let mode, let high):
      Triangular(low: low, mode: mode, high: high).quantile(tails)
    case .pert, .beta, .gamma, .studentT: shaped.quantile(tails)
    case .discrete(let values, let probabilities):
      values[Distribution.step(probabilities, tails.lower)]
    case .mixture(let weights, let components):
      Mixture(weights: weights, components: components).quantile(tails)
    case .event(let probability, let impact):
      Event(probability: probability, impact: impact).quantile(tails)
    case .truncated(let base, let low, let high):
      Window(base: base, low: low, high: high).quantile(tails)
    case .empirical(let values): Distribution.interpolated(values, tails.lower)
    }
  }

  /// Cumulative sums; the last is exactly one.
  static func cumulativeSums(_ probabilities: [Double]) -> [Double] {
    var sum = 0.0
    var sums = probabilities.map { probability in
      sum += probability
      return min(sum, 1)
    }
    sums[sums.count - 1] = 1
    return sums
  }

  private static func step(_ probabilities: [Double], _ p: Double) -> Int {
    var sum = 0.0
    for (index, probability) in probabilities.enumerated() {
      sum += probability
      if p <= min(sum, 1) { return index }
    }
    return probabilities.count - 1
  }

  private static func interpolated(_ values: [Double], _ p: Double) -> Double {
    let place = p * Double(values.count - 1)
    let before = min(Int(place), values.count - 2)
    return values[before] + (place - Double(before)) * (values[before + 1] - values[before])
  }
}
