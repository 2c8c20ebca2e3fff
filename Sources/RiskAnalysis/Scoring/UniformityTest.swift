/// Whether a few numbers look uniform between 0 and 1: Kolmogorov's test with its exact
/// distribution, fit for a handful of quarters.
///
/// D is the greatest distance between the empirical distribution function and the diagonal; the
/// p-value is the probability of as great a distance or a greater one. Exact for 1 to 200
/// independent values to about 1e-13; p-values below that are not resolved. It has little power
/// against a wrong spread: at 5 % and with 12 quarters, forecasts that are half as wide as they
/// should be are noticed in 28 of 100 cases, twice as wide ones in 7. And it takes the values as independent, which
/// transforms of several quarters of one forecast are not: an early surprise moves all that follow, and
/// the p-value is then too small. Held by `UniformityTestTests`.
public struct UniformityTest: Equatable, Sendable {
  public static let sizes = 1...200

  public let count: Int
  /// D, between 1/(2 count) and 1.
  public let distance: Double
  public let pValue: Double

  /// - Parameter values: Such as transforms of observations, each between 0 and 1, in any order.
  /// - Throws: `sampleSize`, `notAProbability`.
  public init(_ values: [Double]) throws(RiskAnalysisError) {
    guard UniformityTest.sizes.contains(values.count) else {
      throw .sampleSize(
        found: values.count, least: UniformityTest.sizes.lowerBound,
        most: UniformityTest.sizes.upperBound)
    }
    for value in values where !(value >= 0 && value <= 1) { throw .notAProbability(value) }
    let n = Double(values.count)
    var distance = 0.0
    for (index, value) in values.sorted().enumerated() {
      distance = max(distance, Double(index + 1) / n - value, value - Double(index) / n)
    }
    count = values.count
    self.distance = distance
    pValue = min(max(1 - KolmogorovDistribution.probability(below: distance, n: count), 0), 1)
  }
}
