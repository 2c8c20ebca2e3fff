internal import CColumnKernels

/// Elementary functions with the same bits on every machine.
///
/// The C library's `exp` and `log` differ in the last bit between processors with and without
/// fused multiply-add; these use only IEEE basic operations in a fixed order, and are the very
/// bodies that the column kernels use. Held by `ElementaryTests`.
public enum Elementary {
  /// e to the power `x`; at most 1.5 ulp off, with gradual underflow.
  public static func exp(_ x: Double) -> Double { scalar_exp(x) }

  /// The natural logarithm; -infinity at 0, NaN below; at most 1.5 ulp off.
  public static func log(_ x: Double) -> Double { scalar_log(x) }

  /// `base` (at least 0) to a real power: exact products for whole powers up to 64 in magnitude,
  /// exp(power · log base) otherwise.
  public static func power(_ base: Double, _ power: Double) -> Double {
    if power == power.rounded(), abs(power) <= 64 {
      var result = 1.0
      var square = base
      var left = Int(abs(power))
      while left > 0 {
        if left & 1 == 1 { result *= square }
        square *= square
        left >>= 1
      }
      return power < 0 ? 1 / result : result
    }
    return exp(power * log(base))
  }

  /// Φ(x), the standard normal distribution function; relative accuracy in both tails.
  public static func normalCDF(_ x: Double) -> Double { scalar_normal_cdf(x) }

  /// Φ⁻¹(p) for p in (0, 1), at most 8 ulp off (Wichura, Algorithm AS 241, 1988).
  public static func normalQuantile(_ p: Double) -> Double { scalar_normal_quantile(p) }
}

extension Elementary {
  /// The smallest k with P(N <= k) >= p for a Poisson count N, held to 1000; means up to 100.
  package static func poissonQuantile(_ p: Double, mean: Double) -> Double {
    scalar_poisson_quantile(p, mean)
  }
}
