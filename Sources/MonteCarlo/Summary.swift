internal import NumericalMethods

/// The distribution of one quantity over all trials, in one quarter or once a trial.
///
/// Moments are exact but for rounding inside groups of 256 trials; quantiles come from a
/// histogram, with error bars from order statistics.
public struct Summary: Sendable {
  /// Trials with a finite value.
  public let finite: Int
  /// Trials whose value is not a number.
  public let undefined: Int
  /// Trials at plus infinity: for a quarter, those in which it never comes.
  public let above: Int
  /// Trials at minus infinity.
  public let below: Int
  /// The first trial, counted from 0, whose value is not a number.
  public let firstUndefinedTrial: Int?
  /// The first trial, counted from 0, at an infinity that is no answer of the quantity; nil where
  /// there is none, or nobody looked for it.
  public internal(set) var firstInfiniteTrial: Int?
  /// Over finite values; infinite with the wrong sign when there are none.
  public let minimum: Double
  public let maximum: Double
  private let moments: CentralMoments
  private let deferred: DeferredCurve
  private let ranks: RankTable

  private var curve: DistributionCurve { deferred.curve }

  init(
    finite: Int, undefined: Int, above: Int, below: Int, firstUndefinedTrial: Int?,
    moments: CentralMoments, minimum: Double, maximum: Double, curve: DeferredCurve,
    ranks: RankTable
  ) {
    self.finite = finite
    self.undefined = undefined
    self.above = above
    self.below = below
    self.firstUndefinedTrial = firstUndefinedTrial
    self.moments = moments
    self.minimum = minimum
    self.maximum = maximum
    deferred = curve
    self.ranks = ranks
  }

  /// All trials.
  public var count: Int { ranked + undefined }

  /// Trials that have a place in the order: all but those that are not a number.
  private var ranked: Int { finite + above + below }

  // MARK: Moments of the finite values

  /// The arithmetic mean; NaN when no value is finite.
  public var mean: Double { moments.mean }

  /// The sample standard deviation, with n - 1; NaN for fewer than two values and where squares of
  /// distances overflow or vanish.
  public var standardDeviation: Double {
    guard finite > 1, isConstant || holdsPower(2) else { return .nan }
    return (moments.second * Double(finite) / Double(finite - 1)).squareRoot()
  }

  /// The standard error of the mean.
  public var meanStandardError: Double { standardDeviation / Double(finite).squareRoot() }

  /// The mean give or take its standard errors, as many as `MeanInterval` says for the level; nil
  /// where these are not known.
  package func meanInterval(level: Double) -> (low: Double, high: Double)? {
    guard standardDeviation.isFinite,
      let errors = ranks.standardErrors(count: finite, level: level)
    else { return nil }
    let half = errors * meanStandardError
    return half.isFinite ? (mean - half, mean + half) : nil
  }

  /// The third standardised moment; 0 for a constant, NaN for fewer than three values and where
  /// cubes of distances overflow or vanish.
  public var skewness: Double {
    if isConstant { return finite > 2 ? 0 : .nan }
    guard finite > 2, holdsPower(3) else { return .nan }
    return moments.third / (moments.second * moments.second.squareRoot())
  }

  /// The fourth standardised moment less 3; 0 for a constant, NaN for fewer than four values and
  /// where fourth powers of distances overflow or vanish.
  public var excessKurtosis: Double {
    if isConstant { return finite > 3 ? 0 : .nan }
    guard finite > 3, holdsPower(4) else { return .nan }
    return moments.fourth / (moments.second * moments.second) - 3
  }

  private var isConstant: Bool { finite > 0 && minimum == maximum }

  /// Whether the mean of that power of the distances from the mean keeps its digits: the greatest
  /// distance is at least half the range, and one value in `finite` may have it.
  private func holdsPower(_ power: Int) -> Bool {
    let half = maximum / 2 - minimum / 2
    let least = (1..<power).reduce(half) { product, _ in product * half } / Double(finite)
    return least.isFinite && least >= .leastNormalMagnitude / .ulpOfOne
  }

  // MARK: Quantiles

  /// The value below which a share `p` of the trials lies, 0 < p < 1; infinite where the share
  /// falls among infinite values, NaN when there is no value.
  public func quantile(_ p: Double) -> Double { value(rank: p * Double(ranked)) }

  /// An interval that holds the quantile with at least the given confidence, from two order
  /// statistics; nil when there are too few trials for one.
  public func quantileInterval(_ p: Double, level: Double) -> (low: Double, high: Double)? {
    guard ranked > 0, let place = ranks.ranks(n: ranked, p: p, level: level) else { return nil }
    return (value(rank: Double(place.lower) - 0.5), value(rank: Double(place.upper) - 0.5))
  }

  /// The fewest trials for which `quantileInterval` is not nil.
  public static func minimumTrials(quantile p: Double, level: Double) -> Int {
    OrderStatistics.minimumTrials(p: p, level: level)
  }

  /// The share of trials whose value is at most `x`.
  public func share(atMost x: Double) -> Double {
    guard ranked > 0 else { return .nan }
    let reached = x == .infinity ? Double(finite + above) : curve.rank(of: x)
    return (Double(below) + reached) / Double(ranked)
  }

  /// Shares of all trials in equal bins from `low` to `high`; the outer bins leave out what lies
  /// beyond.
  public func histogram(bins: Int, low: Double, high: Double) -> [Double] {
    let edges = (0...bins).map { low + (high - low) * Double($0) / Double(bins) }
    let ranks = edges.enumerated().map { index, edge in
      index == 0 && edge <= minimum ? 0 : curve.rank(of: edge)
    }
    return zip(ranks, ranks.dropFirst()).map { ($1 - $0) / Double(max(ranked, 1)) }
  }

  private func value(rank: Double) -> Double {
    if ranked == 0 { return .nan }
    if rank <= Double(below) && below > 0 { return -.infinity }
    if rank > Double(below + finite) { return .infinity }
    return curve.value(rank: rank - Double(below))
  }

  // MARK: Conditions

  /// The share of trials in which a condition holds.
  public var probability: Double { mean }

  /// The exact interval of a proportion (Clopper and Pearson, 1934).
  public func probabilityInterval(level: Double) -> (low: Double, high: Double) {
    guard finite > 0 else { return (0, 1) }
    let successes = Int((mean * Double(finite)).rounded())
    let interval = ProportionInterval.clopperPearson(
      successes: successes, trials: finite, level: level)
    return (interval.low, interval.high)
  }
}
