internal import CGSL

/// Quantiles by the GNU Scientific Library: the oracle for our own, and no part of any result.
///
/// Its functions hang or abort on parameters that make no sense; a `Distribution` cannot have them,
/// and a probability outside (0, 1) never reaches them. Bits differ between processors.
package enum GSLQuantiles {
  /// - Parameter p: in (0, 1).
  /// - Throws: `undefined` where the library answers NaN.
  package static func quantile(
    of distribution: Distribution, _ p: Double
  ) throws(GSLError) -> Double {
    precondition(p > 0 && p < 1, "a quantile's probability lies strictly between 0 and 1")
    precondition(GSL.returnsErrors, "evaluating it makes the library return its errors")
    return try quantile(of: distribution, Tails(p))
  }

  private static func quantile(
    of distribution: Distribution, _ tails: Tails
  ) throws(GSLError) -> Double {
    let isLower = tails.lower <= 0.5
    let p = isLower ? tails.lower : tails.upper
    let value: Double
    switch distribution.form {
    case .normal(let mean, let deviation):
      let score = isLower ? gsl_cdf_ugaussian_Pinv(p) : gsl_cdf_ugaussian_Qinv(p)
      value = mean + deviation * score
    case .lognormal(let mean, let deviation):
      value =
        isLower
        ? gsl_cdf_lognormal_Pinv(p, mean, deviation) : gsl_cdf_lognormal_Qinv(p, mean, deviation)
    case .pert(let low, let mode, let high):
      let alpha = 1 + 4 * (mode - low) / (high - low)
      let share = betaQuantile(p, alpha, 6 - alpha, isLower: isLower)
      value = low + (high - low) * share
    case .beta(let alpha, let beta, let low, let high):
      value = low + (high - low) * betaQuantile(p, alpha, beta, isLower: isLower)
    case .gamma(let shape, let scale):
      value = isLower ? gsl_cdf_gamma_Pinv(p, shape, scale) : gsl_cdf_gamma_Qinv(p, shape, scale)
    case .studentT(let freedom, let location, let scale):
      let t = isLower ? gsl_cdf_tdist_Pinv(p, freedom) : gsl_cdf_tdist_Qinv(p, freedom)
      value = location + scale * t
    case .event(let probability, let impact):
      let parts = [(1 - probability, Distribution(.constant(0))), (probability, impact)]
      value = try mixtureQuantile(parts, tails)
    case .mixture(let weights, let components):
      value = try mixtureQuantile(Array(zip(weights, components)), tails)
    case .truncated(let base, let low, let high):
      value = try truncatedQuantile(base, low, high, tails)
    case .constant, .uniform, .triangular, .discrete, .empirical:
      // The library has none of these; they need no more than square roots.
      value = distribution.quantile(tails)
    }
    guard !value.isNaN else { throw .undefined(function: "gsl_cdf", arguments: [p]) }
    return value
  }

  private static func betaQuantile(
    _ p: Double, _ alpha: Double, _ beta: Double, isLower: Bool
  ) -> Double {
    isLower ? gsl_cdf_beta_Pinv(p, alpha, beta) : gsl_cdf_beta_Qinv(p, alpha, beta)
  }

  private static func truncatedQuantile(
    _ base: Distribution, _ low: Double, _ high: Double, _ tails: Tails
  ) throws(GSLError) -> Double {
    let first = GSLTails.tails(of: base, at: low, counting: false)
    let last = GSLTails.tails(of: base, at: high, counting: true)
    let mass = first.upper <= 0.5 ? first.upper - last.upper : last.lower - first.lower
    let value = try quantile(
      of: base,
      Tails(lower: first.lower + tails.lower * mass, upper: last.upper + tails.upper * mass))
    return min(max(value, low), high)
  }

  /// The least double at which the mixture's distribution function reaches the probability, by
  /// bisection over all doubles between the components' quantiles.
  private static func mixtureQuantile(
    _ parts: [(weight: Double, distribution: Distribution)], _ tails: Tails
  ) throws(GSLError) -> Double {
    var quantiles: [Double] = []
    for part in parts { quantiles.append(try quantile(of: part.distribution, tails)) }
    var low = (quantiles.min() ?? 0).ordinal
    var high = (quantiles.max() ?? 0).ordinal
    let sought = tails
    while low < high {
      // As unsigned words: from one end of the doubles to the other is more than Int64 holds.
      let width = UInt64(bitPattern: high) &- UInt64(bitPattern: low)
      let middle = low + Int64(width / 2)
      let here = Tails.average(
        parts.map { part in
          let x = Double(ordinal: middle)
          return (part.weight, GSLTails.tails(of: part.distribution, at: x, counting: true))
        })
      let reaches =
        sought.lower <= sought.upper ? here.lower >= sought.lower : here.upper <= sought.upper
      if reaches { high = middle } else { low = middle + 1 }
    }
    return Double(ordinal: high)
  }
}

extension Double {
  /// Whole numbers in the order of the doubles; both zeros are 0.
  fileprivate var ordinal: Int64 {
    let bits = Int64(bitPattern: magnitude.bitPattern)
    return sign == .minus ? -bits : bits
  }

  fileprivate init(ordinal: Int64) {
    let magnitude = Double(bitPattern: UInt64(abs(ordinal)))
    self = ordinal < 0 ? -magnitude : magnitude
  }
}
