/// Confidence intervals for quantiles from the order of a sample alone, whatever its distribution.
public enum OrderStatistics {
  /// The narrowest ranks l < u, 1 … n, with P(x_(l) > q) and P(x_(u) < q) both at most
  /// (1 - level)/2, where q is the p-quantile: P(B < l) and P(B ≥ u) for B binomial (n, p). nil when
  /// n is too small for either (David and Nagaraja: Order statistics, 2003, section 7.1).
  ///
  /// Held by `IntervalTests`.
  /// - Parameters:
  ///   - n: the size of the sample, at least 1.
  ///   - p: in (0, 1).
  ///   - level: in (0, 1).
  public static func interval(n: Int, p: Double, level: Double) -> (lower: Int, upper: Int)? {
    precondition(n > 0 && p > 0 && p < 1 && level > 0 && level < 1, "a sample, a p and a level")
    let tail = (1 - level) / 2
    let score = Elementary.normalQuantile(1 - tail)
    // Where the binomial of a probability has the tail, from its mean, deviation and skewness (Cornish
    // and Fisher: Moments and cumulants in the specification of distributions, 1938).
    func near(_ p: Double) -> Int {
      let place =
        Double(n) * p - score * (Double(n) * p * (1 - p)).squareRoot()
        + (score * score - 1) * (1 - 2 * p) / 6
      return Int(min(max(place, 0), Double(n)).rounded())
    }
    // The largest l with P(B ≤ l - 1) ≤ tail; 0 when even l = 1 has more.
    let lower = last(in: 0...n, near: near(p)) { l in
      l == 0 || atMost(l - 1, n, p) <= tail
    }
    // The smallest u with P(B ≥ u) ≤ tail, by the same search from the other end.
    let upper =
      n + 1
      - last(in: 0...n, near: near(1 - p)) { k in
        k == 0 || atLeast(n + 1 - k, n, p) <= tail
      }
    return lower >= 1 && upper <= n ? (lower, upper) : nil
  }

  /// The least n for which `interval` exists: max(p, 1 - p)ⁿ ≤ (1 - level)/2.
  public static func minimumTrials(p: Double, level: Double) -> Int {
    precondition(p > 0 && p < 1 && level > 0 && level < 1, "a p and a level")
    let logTail = Elementary.log((1 - level) / 2)
    let logMiss = Elementary.logarithmOfOnePlus(-min(p, 1 - p))
    // The factor forgives the rounding of answers that are whole numbers.
    return max(1, Int((logTail / logMiss * (1 - 1e-12)).rounded(.up)))
  }

  /// P(B ≤ k) = I_{1-p}(n - k, k + 1).
  private static func atMost(_ k: Int, _ n: Int, _ p: Double) -> Double {
    if k < 0 { return 0 }
    if k >= n { return 1 }
    let beta = IncompleteBeta(alpha: Double(k + 1), beta: Double(n - k))
    return beta.logTails(at: beta.coordinate(p, complement: 1 - p)).tails.upper
  }

  /// P(B ≥ k) = I_p(k, n - k + 1).
  private static func atLeast(_ k: Int, _ n: Int, _ p: Double) -> Double {
    if k <= 0 { return 1 }
    if k > n { return 0 }
    let beta = IncompleteBeta(alpha: Double(k), beta: Double(n - k + 1))
    return beta.logTails(at: beta.coordinate(p, complement: 1 - p)).tails.lower
  }

  /// The last number of a range for which a condition holds that holds for the first and, once it
  /// fails, fails for all that follow. Few are tried where the answer is near the guess.
  private static func last(
    in range: ClosedRange<Int>, near guess: Int, where holds: (Int) -> Bool
  ) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    var step = 1
    // In growing steps to the other side of the answer.
    if holds(guess) {
      low = guess
      var place = min(high, guess + step)
      while place < high, holds(place) {
        low = place
        step *= 2
        place = min(high, place + step)
      }
      if place < high { high = place - 1 }
    } else {
      high = guess - 1
      var place = max(low, guess - step)
      while place > low, !holds(place) {
        high = place - 1
        step *= 2
        place = max(low, place - step)
      }
      low = place
    }
    while low < high {
      let middle = low + (high - low + 1) / 2
      if holds(middle) { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
