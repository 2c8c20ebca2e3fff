/// The place of an observation y in a forecast F: a number that is uniform between 0 and 1 when
/// outcomes come from the forecast.
///
/// `range` is what the forecast says: from F(y-), the probability of less than y, to F(y). The two are
/// equal where F is continuous. Where y sits on a point mass, or beyond the outermost quantile of a
/// grid, they are not; `value` then draws a place in between, and is exactly uniform all the same
/// (Czado, Gneiting and Held: Predictive model assessment for count data, 2009). Held by
/// `ProbabilityIntegralTransformTests`.
public struct ProbabilityIntegralTransform: Hashable, Sendable {
  public let range: ClosedRange<Double>

  /// Of a quantile grid: beyond the outermost quantiles it only says from 0 to the first level, or
  /// from the last level to 1. A point mass at the end of the grid includes what is beyond.
  /// - Throws: `notFinite`.
  public init(_ forecast: QuantileForecast, observation: Double) throws(RiskAnalysisError) {
    guard observation.isFinite else { throw .notFinite(what: .observation, value: observation) }
    let (levels, quantiles) = (forecast.levels, forecast.quantiles)
    // How many quantiles are less than y, and how many at most y.
    let less = quantiles.count { $0 < observation }
    let atMost = quantiles.count { $0 <= observation }
    switch atMost - less {
    case 0:
      let low = less == 0 ? 0 : levels[less - 1]
      let high = less == levels.count ? 1 : levels[less]
      guard less > 0, less < levels.count else {
        range = low...high
        return
      }
      let (before, after) = (quantiles[less - 1], quantiles[less])
      let share = (observation - before) / (after - before)
      let place = min(low + (high - low) * share, high)
      range = place...place
    case 1 where levels.count > 1: range = levels[less]...levels[less]
    default:
      range = (less == 0 ? 0 : levels[less])...(atMost == levels.count ? 1 : levels[atMost - 1])
    }
  }

  /// Of an ensemble: the shares of members below y and at most y. With m members a value between
  /// two of them is not known closer than to 1/(m + 1), so y has that much room of its own:
  /// from (members below)/(m + 1) to (members at most y + 1)/(m + 1), which makes `value` uniform
  /// when y and the members come from one distribution.
  /// - Throws: `tooFewMembers`, `notFinite`.
  public init(ensemble members: [Double], observation: Double) throws(RiskAnalysisError) {
    if members.isEmpty { throw .tooFewMembers(found: 0, needed: 1) }
    guard observation.isFinite else { throw .notFinite(what: .observation, value: observation) }
    for member in members where member.isNaN { throw .notFinite(what: .member, value: member) }
    let places = Double(members.count + 1)
    let less = members.count { $0 < observation }
    let atMost = members.count { $0 <= observation }
    range = (Double(less) / places)...(Double(atMost + 1) / places)
  }

  /// The place, drawn in `range`.
  /// - Parameter uniform: Between 0 and 1; a half gives the middle. Take it from a `Stream` named for
  ///   quantity and quarter, so that the same record gives the same value again.
  public func value(uniform: Double) -> Double {
    min(range.lowerBound + uniform * (range.upperBound - range.lowerBound), range.upperBound)
  }
}
