internal import CGSL

/// Distribution functions by the GNU Scientific Library, for the oracle's mixtures and windows.
enum GSLTails {
  /// P(X ≤ x) and P(X > x), or P(X < x) and P(X ≥ x) when an atom at x does not count.
  static func tails(of distribution: Distribution, at x: Double, counting atom: Bool) -> Tails {
    let support = distribution.support
    if x < support.low || (x == support.low && !atom) { return Tails(lower: 0, upper: 1) }
    if x > support.high || (x == support.high && atom) { return Tails(lower: 1, upper: 0) }
    switch distribution.form {
    case .normal(let mean, let deviation):
      return Tails(
        lower: gsl_cdf_gaussian_P(x - mean, deviation),
        upper: gsl_cdf_gaussian_Q(x - mean, deviation))
    case .lognormal(let mean, let deviation):
      return Tails(
        lower: gsl_cdf_lognormal_P(x, mean, deviation),
        upper: gsl_cdf_lognormal_Q(x, mean, deviation))
    case .pert(let low, let mode, let high):
      let alpha = 1 + 4 * (mode - low) / (high - low)
      return beta((x - low) / (high - low), alpha, 6 - alpha)
    case .beta(let alpha, let beta, let low, let high):
      return self.beta((x - low) / (high - low), alpha, beta)
    case .gamma(let shape, let scale):
      return Tails(lower: gsl_cdf_gamma_P(x, shape, scale), upper: gsl_cdf_gamma_Q(x, shape, scale))
    case .studentT(let freedom, let location, let scale):
      let t = (x - location) / scale
      return Tails(lower: gsl_cdf_tdist_P(t, freedom), upper: gsl_cdf_tdist_Q(t, freedom))
    case .event(let probability, let impact):
      return Tails.average([
        (1 - probability, tails(of: Distribution(.constant(0)), at: x, counting: atom)),
        (probability, tails(of: impact, at: x, counting: atom)),
      ])
    case .mixture(let weights, let components):
      return Tails.average(
        zip(weights, components).map { ($0, tails(of: $1, at: x, counting: atom)) })
    case .truncated(let base, let low, let high):
      let first = tails(of: base, at: low, counting: false)
      let last = tails(of: base, at: high, counting: true)
      let here = tails(of: base, at: x, counting: atom)
      let mass = first.upper <= 0.5 ? first.upper - last.upper : last.lower - first.lower
      return Tails(
        lower: (here.lower - first.lower) / mass, upper: (here.upper - last.upper) / mass)
    case .constant, .uniform, .triangular, .discrete, .empirical:
      return atom ? distribution.tails(at: x) : distribution.tailsBelow(x)
    }
  }

  private static func beta(_ x: Double, _ alpha: Double, _ beta: Double) -> Tails {
    Tails(lower: gsl_cdf_beta_P(x, alpha, beta), upper: gsl_cdf_beta_Q(x, alpha, beta))
  }
}
