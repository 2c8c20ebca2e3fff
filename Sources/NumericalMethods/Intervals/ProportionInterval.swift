/// A confidence interval for a probability, from counts.
public struct ProportionInterval: Hashable, Sendable {
  public let low: Double
  public let high: Double

  /// Exact: never covers less than `level` (Clopper and Pearson: The use of confidence or fiducial
  /// limits illustrated in the case of the binomial, 1934).
  ///
  /// The ends are the quantiles of betas with (k, n - k + 1) and (k + 1, n - k) at (1 - level)/2 from
  /// each side; 0 and 1 at the extremes. Held by `IntervalTests`.
  /// - Parameters:
  ///   - successes: k, from 0 to `trials`.
  ///   - trials: n, at least 1.
  ///   - level: in (0, 1), such as 0.95.
  public static func clopperPearson(
    successes: Int, trials: Int, level: Double
  ) -> ProportionInterval {
    precondition(trials > 0 && successes >= 0 && successes <= trials, "k of n with 0 ≤ k ≤ n")
    precondition(level > 0 && level < 1, "a level lies strictly between 0 and 1")
    let tail = (1 - level) / 2
    let (k, n) = (Double(successes), Double(trials))
    let low =
      successes == 0 ? 0 : quantile(Tails(lower: tail, upper: 1 - tail), k, n - k + 1)
    let high =
      successes == trials ? 1 : quantile(Tails(lower: 1 - tail, upper: tail), k + 1, n - k)
    return ProportionInterval(low: low, high: high)
  }

  private static func quantile(_ tails: Tails, _ alpha: Double, _ beta: Double) -> Double {
    let kind = Shaped.Kind.beta(IncompleteBeta(alpha: alpha, beta: beta))
    let distribution = Shaped(kind: kind, location: 0, scale: 1)
    // The coordinate's deviation is about this, so the search starts near its end.
    let spread = (1 / alpha + 1 / beta).squareRoot()
    return distribution.value(at: distribution.coordinate(at: tails, near: tails.score * spread))
  }
}
