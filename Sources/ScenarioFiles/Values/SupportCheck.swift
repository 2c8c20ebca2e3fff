internal import CapexModel
internal import NumericalMethods

/// Whether all that a distribution can give lies within limits.
enum SupportCheck {
  static func holds(_ distribution: Distribution, within limits: AssumptionKey.Limits) -> Bool {
    let support = distribution.support
    return holds(
      support.low, limit: limits.low, isExcluded: limits.excludesLow, distribution,
      isInside: { $0 > $1 })
      && holds(
        support.high, limit: limits.high, isExcluded: limits.excludesHigh, distribution,
        isInside: { $0 < $1 })
  }

  /// An end that may not be reached is harmless where the distribution is continuous.
  private static func holds(
    _ end: Double, limit: Double, isExcluded: Bool, _ distribution: Distribution,
    isInside: (Double, Double) -> Bool
  ) -> Bool {
    if isInside(end, limit) { return true }
    return end == limit && !(isExcluded && hasAtom(distribution, at: end))
  }

  /// Whether one single value has a probability of its own.
  private static func hasAtom(_ distribution: Distribution, at value: Double) -> Bool {
    switch distribution.form {
    case .constant(let constant): constant == value
    case .discrete(let values, _), .empirical(let values): values.contains(value)
    case .mixture(_, let components): components.contains { hasAtom($0, at: value) }
    case .event(_, let impact): value == 0 || hasAtom(impact, at: value)
    case .truncated(let inner, _, _): hasAtom(inner, at: value)
    default: false
    }
  }
}
