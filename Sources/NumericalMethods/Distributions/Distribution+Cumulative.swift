extension Distribution {
  /// P(X ≤ x), with small relative error in the lower tail. NaN for NaN.
  public func cumulative(_ x: Double) -> Double { x.isNaN ? x : tails(at: x).lower }

  /// P(low ≤ X ≤ high).
  package func probability(from low: Double, to high: Double) -> Double {
    let first = tailsBelow(low)
    let last = tails(at: high)
    return max(0, first.upper <= 0.5 ? first.upper - last.upper : last.lower - first.lower)
  }

  /// P(X ≤ x) and P(X > x).
  package func tails(at x: Double) -> Tails { tails(at: x, counting: true) }

  /// P(X < x) and P(X ≥ x).
  package func tailsBelow(_ x: Double) -> Tails { tails(at: x, counting: false) }

  /// - Parameter atom: whether a probability that sits on x itself counts as below it.
  private func tails(at x: Double, counting atom: Bool) -> Tails {
    let support = support
    if x < support.low || (x == support.low && !atom) { return Tails(lower: 0, upper: 1) }
    if x > support.high || (x == support.high && atom) { return Tails(lower: 1, upper: 0) }
    switch form {
    case .constant: return atom ? Tails(lower: 1, upper: 0) : Tails(lower: 0, upper: 1)
    case .uniform(let low, let high):
      return Tails(lower: (x - low) / (high - low), upper: (high - x) / (high - low))
    case .normal(let mean, let deviation): return Tails(score: (x - mean) / deviation)
    case .lognormal(let mean, let deviation):
      return Tails(score: (Elementary.log(x) - mean) / deviation)
    case .triangular(let low, let mode, let high):
      return Triangular(low: low, mode: mode, high: high).tails(at: x)
    case .pert, .beta, .gamma, .studentT: return shaped.tails(at: x)
    case .discrete(let values, let probabilities):
      let sums = Distribution.cumulativeSums(probabilities)
      let count = values.firstIndex { atom ? $0 > x : $0 >= x } ?? values.count
      return Tails(count == 0 ? 0 : sums[count - 1])
    case .mixture(let weights, let components):
      return Tails.average(
        zip(weights, components).map { weight, component in
          (weight, component.tails(at: x, counting: atom))
        })
    case .event(let probability, let impact):
      let zero = Distribution(.constant(0)).tails(at: x, counting: atom)
      return Tails.average([
        (1 - probability, zero), (probability, impact.tails(at: x, counting: atom)),
      ])
    case .truncated(let base, let low, let high):
      return Window(base: base, low: low, high: high).narrowed(base.tails(at: x, counting: atom))
    case .empirical(let values):
      return Tails(Distribution.share(of: values, below: x, counting: atom))
    }
  }

  private static func share(of values: [Double], below x: Double, counting atom: Bool) -> Double {
    let next = values.firstIndex { atom ? $0 > x : $0 >= x } ?? values.count
    if next == 0 { return 0 }
    if next == values.count { return 1 }
    let gap = values[next] - values[next - 1]
    return (Double(next - 1) + (x - values[next - 1]) / gap) / Double(values.count - 1)
  }
}

extension Tails {
  static func average(_ parts: [(weight: Double, tails: Tails)]) -> Tails {
    Tails(
      lower: parts.reduce(0) { $0 + $1.weight * $1.tails.lower },
      upper: parts.reduce(0) { $0 + $1.weight * $1.tails.upper })
  }
}
