/// The chi-squared distribution, a gamma of shape ν/2 and scale 2.
package enum ChiSquared {
  /// P(X > x) for x of at least 0 and ν degrees of freedom.
  package static func upperTail(_ x: Double, degreesOfFreedom: Double) -> Double {
    guard x > 0 else { return x.isNaN ? x : 1 }
    let gamma = IncompleteGamma(shape: degreesOfFreedom / 2)
    return gamma.logTails(at: gamma.coordinate(x / 2)).tails.upper
  }

  /// The value that X does not exceed with probability p in (0, 1).
  package static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    let shape = degreesOfFreedom / 2
    let gamma = IncompleteGamma(shape: shape)
    return 2 * shape * Elementary.exp(gamma.coordinate(at: Tails(p)))
  }
}
