internal import NumericalMethods

/// Log changes under one normal distribution.
struct NormalSample {
  let count: Double
  let mean: Double
  /// The sum of squares about the mean.
  let squares: Double

  init(_ values: [Double]) {
    count = Double(values.count)
    let mean = values.reduce(0, +) / count
    self.mean = mean
    squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }

  static let logOfTwoPi = 1.8378770664093454836

  /// The log-likelihood of `count` residuals with this sum of squares at the best variance, the sum
  /// over the count.
  static func logLikelihood(squares: Double, count: Double) -> Double {
    -0.5 * count * (logOfTwoPi + Elementary.log(squares / count) + 1)
  }
}
