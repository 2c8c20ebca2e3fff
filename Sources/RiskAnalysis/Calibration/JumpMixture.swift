internal import NumericalMethods

/// A normal change plus a Poisson number of normal jumps: a mixture over the number of jumps.
struct JumpMixture {
  private let means: [Double]
  private let deviations: [Double]
  private let weights: [Double]

  /// Numbers of jumps beyond these are rarer than this.
  private static let rarest = 1e-14

  /// - Parameters:
  ///   - centre: the mean without jumps.
  ///   - deviation: without jumps.
  ///   - jumps: the expected number in one step.
  ///   - jumpMean: of each.
  ///   - jumpDeviation: of each.
  init(
    centre: Double, deviation: Double, jumps: Double, jumpMean: Double, jumpDeviation: Double
  ) {
    var means: [Double] = []
    var deviations: [Double] = []
    var weights: [Double] = []
    var weight = Elementary.exp(-jumps)
    var count = 0.0
    while count <= jumps || weight > JumpMixture.rarest {
      means.append(centre + count * jumpMean)
      deviations.append(
        (deviation * deviation + count * jumpDeviation * jumpDeviation).squareRoot())
      weights.append(weight)
      count += 1
      weight *= jumps / count
    }
    self.means = means
    self.deviations = deviations
    self.weights = weights
  }

  /// The sum of the logarithms of the density.
  func logLikelihood(_ changes: [Double]) -> Double {
    let peaks = zip(weights, deviations).map { $0 / $1 }
    let factors = deviations.map { -0.5 / ($0 * $0) }
    var sum = -0.5 * NormalSample.logOfTwoPi * Double(changes.count)
    // Logarithms of products of densities, taken before they leave the range of doubles.
    var product = 1.0
    for change in changes {
      var density = 0.0
      for index in means.indices {
        let distance = change - means[index]
        density += peaks[index] * Elementary.exp(factors[index] * distance * distance)
      }
      product *= density
      if product < 1e-100 || product > 1e100 {
        sum += Elementary.log(product)
        product = 1
      }
    }
    return sum + Elementary.log(product)
  }

  /// The normal score of a change under the mixture.
  func score(_ change: Double) -> Double {
    var lower = 0.0
    var upper = 0.0
    for index in means.indices {
      let distance = (change - means[index]) / deviations[index]
      lower += weights[index] * Elementary.normalCDF(distance)
      upper += weights[index] * Elementary.normalCDF(-distance)
    }
    return Tails(lower: lower, upper: upper).score
  }
}
