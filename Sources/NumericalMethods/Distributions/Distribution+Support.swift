extension Distribution {
  /// An interval that holds every possible value; its ends may be infinite.
  public var support: (low: Double, high: Double) {
    switch form {
    case .constant(let value): return (value, value)
    case .uniform(let low, let high), .triangular(let low, _, let high),
      .pert(let low, _, let high),
      .beta(_, _, let low, let high), .truncated(_, let low, let high):
      return (low, high)
    case .normal, .studentT: return (-.infinity, .infinity)
    case .lognormal, .gamma: return (0, .infinity)
    case .discrete(let values, _), .empirical(let values):
      return (values[0], values[values.count - 1])
    case .mixture(_, let components):
      let supports = components.map(\.support)
      return supports.dropFirst().reduce(supports[0]) {
        (min($0.low, $1.low), max($0.high, $1.high))
      }
    case .event(_, let impact): return (min(0, impact.support.low), max(0, impact.support.high))
    }
  }
}
