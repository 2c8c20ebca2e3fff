internal import Numerics

extension Estimate {
  /// The two-sided normal score of `level`: 1.96.
  static var normalScore: Double { Elementary.normalQuantile(0.5 + level / 2) }

  /// A share of independent trials, with Wilson's score interval:
  /// (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
  ///
  /// Wilson: Probable inference, the law of succession, and statistical inference, 1927. It keeps
  /// within 0 and 1 and has a width even where no trial counts. Held by `ShareTests`.
  /// - Parameters:
  ///   - hits: trials that count, 0 … `trials`
  ///   - trials: at least 1
  package static func share(_ hits: Int, of trials: Int) -> Estimate? {
    guard trials > 0 else { return nil }
    let n = Double(trials)
    let p = Double(hits) / n
    let z = normalScore
    let scale = 1 + z * z / n
    let centre = (p + z * z / (2 * n)) / scale
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / scale
    return Estimate(
      p,
      interval: Interval(
        low: hits == 0 ? 0 : max(0, centre - half),
        high: hits == trials ? 1 : min(1, centre + half)))
  }
}
