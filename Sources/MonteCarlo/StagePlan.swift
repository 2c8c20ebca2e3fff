internal import NumericalMethods

/// How far a run goes before it looks at its precision again.
///
/// Every look is a chance to stop by luck, so looks are few and the error must lie below the
/// tolerance by a margin: the run goes to the number of trials that the last look predicts, then
/// looks again (Glynn and Whitt: The asymptotic validity of sequential stopping rules for
/// stochastic simulations, 1992). Held by `StoppingCoverageTests`.
enum StagePlan {
  /// Stages end at multiples of this, a whole number of blocks.
  static let step = 2048
  /// Trials before the first look.
  static let first = 16 * step
  /// How far an error must lie below its tolerance: a tenth more trials than without.
  static let margin = 1.05
  /// A stage multiplies the trials by at least and at most these.
  static let growth = 1.25...16.0

  /// Where the next stage ends; nil to stop: all that is possible is met, or the cap is reached.
  static func next(after trials: Int, _ attained: [AttainedPrecision], cap: Int) -> Int? {
    let open = attained.filter { !$0.isMet(margin: margin) && !$0.isImpossible }
    guard trials < cap, !open.isEmpty else { return nil }
    let now = Double(trials)
    let most = now * growth.upperBound
    let wanted = open.map { $0.trialsNeeded(margin: margin).map(Double.init) ?? most }.max() ?? most
    let end = min(max(wanted, now * growth.lowerBound), most)
    let steps = (end / Double(step)).rounded(.up)
    return steps * Double(step) < Double(cap)
      ? Int(steps) * step : cap
  }
}
