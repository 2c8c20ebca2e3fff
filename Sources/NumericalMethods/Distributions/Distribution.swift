/// A probability distribution of one real number.
///
/// Made by the checked functions in `Distribution+Making`, so that every value of this type has
/// valid parameters. Immutable; equal when its parameters are.
public struct Distribution: Hashable, Sendable {
  package let form: Form

  package init(_ form: Form) { self.form = form }

  package indirect enum Form: Hashable, Sendable {
    case constant(Double)
    case uniform(low: Double, high: Double)
    case normal(mean: Double, standardDeviation: Double)
    case lognormal(logMean: Double, logStandardDeviation: Double)
    case triangular(low: Double, mode: Double, high: Double)
    /// A beta on low … high with weight 4 on the mode (Malcolm and others, 1959).
    case pert(low: Double, mode: Double, high: Double)
    case beta(alpha: Double, beta: Double, low: Double, high: Double)
    case gamma(shape: Double, scale: Double)
    case studentT(degreesOfFreedom: Double, location: Double, scale: Double)
    /// Ascending values with probabilities that sum to one.
    case discrete(values: [Double], probabilities: [Double])
    case mixture(weights: [Double], components: [Distribution])
    /// `impact` with the given probability, zero otherwise.
    case event(probability: Double, impact: Distribution)
    case truncated(Distribution, low: Double, high: Double)
    /// Ascending observed values, linear between them.
    case empirical(values: [Double])
  }
}
