/// The continuous ranked probability score of an ensemble x₁ … x_m against an observation y, in
/// the unit of both; lower is better, 0 is a perfect forecast.
///
/// `score` is that of the ensemble's own step function F:
///
///     CRPS = ∫ (F(x) - 1{x ≥ y})² dx = 1/m Σ |xᵢ - y| - 1/(2m²) ΣΣ |xᵢ - xⱼ|
///
/// `fairScore` has 2m(m - 1) instead of 2m², so that its expectation is the score of the
/// distribution from which the members are drawn, whatever m is; it can be negative, and ranks
/// ensembles of different sizes without a bonus for size.
///
/// Both in O(m log m): members are sorted once and gaps between neighbours are summed, every term of
/// `score` at least 0, so nothing cancels. Sources: Gneiting and Raftery: Strictly proper scoring rules,
/// prediction, and estimation, 2007; Ferro: Fair scores for ensemble forecasts, 2014. Held by
/// `EnsembleScoreTests` against the double sums.
public struct EnsembleScore: Sendable {
  private let members: [Double]
  /// Σ over gaps of gap · i (m - i) = Σ of |xᵢ - xⱼ| over pairs i < j.
  private let spread: Double

  /// - Parameter members: At least one, all finite, in any order.
  /// - Throws: `tooFewMembers`, `notFinite`.
  public init(_ members: [Double]) throws(RiskAnalysisError) {
    if members.isEmpty { throw .tooFewMembers(found: 0, needed: 1) }
    for member in members where !member.isFinite {
      throw .notFinite(what: .member, value: member)
    }
    self.members = members.sorted()
    let m = Double(members.count)
    var spread = 0.0
    for (index, (low, high)) in zip(self.members, self.members.dropFirst()).enumerated() {
      let below = Double(index + 1)
      spread += (high - low) * below * (m - below)
    }
    self.spread = spread
  }

  /// The score of the ensemble as it is.
  /// - Throws: `notFinite` for the observation.
  public func score(_ observation: Double) throws(RiskAnalysisError) -> Double {
    guard observation.isFinite else { throw .notFinite(what: .observation, value: observation) }
    let m = Double(members.count)
    var sum = max(0, (members.first ?? observation) - observation)
    sum += max(0, observation - (members.last ?? observation))
    for (index, (low, high)) in zip(members, members.dropFirst()).enumerated() {
      let share = Double(index + 1) / m
      let place = min(max(observation, low), high)
      sum += (place - low) * share * share + (high - place) * (1 - share) * (1 - share)
    }
    return sum
  }

  /// The score that does not depend on the size of the ensemble in expectation.
  /// - Throws: `tooFewMembers` for fewer than two; `notFinite`.
  public func fairScore(_ observation: Double) throws(RiskAnalysisError) -> Double {
    guard members.count > 1 else { throw .tooFewMembers(found: members.count, needed: 2) }
    let m = Double(members.count)
    return try score(observation) - spread / (m * m * (m - 1))
  }
}
