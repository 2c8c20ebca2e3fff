/// The point at which a log-concave distribution has given tails.
///
/// The logarithm of either tail is then concave, so Newton's method on it converges from anywhere:
/// after the first step it approaches from one side, quadratically (Bagnoli and Bergstrom: Log-concave
/// probability and its applications, 2005, for the concavity).
enum LogConcaveInversion {
  /// - Parameter longestStepRight: keeps an overshoot where the function can still be evaluated.
  static func solve(
    _ tails: Tails, start: Double, longestStepRight: Double, at evaluate: (Double) -> LogTails
  ) -> Double {
    let isLower = tails.lower <= tails.upper
    let target = Elementary.log(isLower ? tails.lower : tails.upper)
    var y = start
    for _ in 0..<200 {
      let here = evaluate(y)
      let logTail = isLower ? here.lower : here.upper
      let miss = logTail - target
      let slope = Elementary.exp(here.density - logTail)
      let step = isLower ? -miss / slope : miss / slope
      y += min(step, longestStepRight)
      // The next miss is about the square of this one.
      if abs(miss) < 1e-9 { return y }
    }
    return y
  }
}
