internal import NumericalMethods

/// How the least-squares slope of a stationary AR(1) with unknown mean, or about an unknown line in
/// time, is distributed, by simulation: it depends on the true slope and the length alone.
///
/// The interval holds the slopes under which neither the observed slope nor less, nor it or more,
/// has a probability below 2.5 % (after Andrews: Exactly median-unbiased estimation of first order
/// autoregressive/unit root models, 1993). It is right in short samples, and reaches a slope of 1
/// where a random walk cannot be told apart. Held by `CalibrationRecoveryTests`.
struct SlopeDistribution {
  /// True slopes, falling from 1.
  private let slopes: [Double]
  /// Of the estimate, for each true slope.
  private let lows: [Double]
  private let highs: [Double]
  /// Estimates when the true slope is 1, ascending.
  private let walks: [Double]

  /// As many as a fraction of a second allows: ten thousand where histories are short.
  private static func samples(changes: Int) -> Int { min(10_000, max(2000, 2_000_000 / changes)) }
  private static let gridPoints = 48

  /// - Parameters:
  ///   - changes: the pairs of the regression.
  ///   - hasTrend: time is fitted with the slope.
  init(changes: Int, hasTrend: Bool = false) {
    // κΔ from nothing, evenly in the logarithm, to a slope of 0.02.
    let first = Elementary.log(0.05 / Double(changes))
    let last = Elementary.log(4)
    let slopes =
      [1]
      + (0...Self.gridPoints).map { index in
        Elementary.exp(
          -Elementary.exp(first + (last - first) * Double(index) / Double(Self.gridPoints)))
      }
    // The same numbers for each true slope, so that quantiles move evenly along the grid.
    let stream = Stream(seed: 0, name: "calibration.slope")
    var estimates = [[Double]](repeating: [], count: slopes.count)
    let samples = Self.samples(changes: changes)
    for sample in 0..<samples {
      let shocks = (0...changes).map {
        Elementary.normalQuantile(stream.uniform(trial: UInt64(sample), quarter: $0))
      }
      for (index, slope) in slopes.enumerated() {
        estimates[index].append(SlopeDistribution.estimate(slope, shocks, hasTrend: hasTrend))
      }
    }
    for index in estimates.indices { estimates[index].sort() }
    self.slopes = slopes
    let tail = samples / 40
    lows = estimates.map { $0[tail - 1] }
    highs = estimates.map { $0[samples - tail] }
    walks = estimates[0]
  }

  /// The slope fitted to one simulated history, measured from its first value so that a slope
  /// close to 1 loses no digits.
  private static func estimate(
    _ slope: Double, _ shocks: [Double], hasTrend: Bool
  ) -> Double {
    let start = slope < 1 ? shocks[0] / (1 - slope * slope).squareRoot() : 0
    let pull = (slope - 1) * start
    var value = 0.0
    var sumBefore = 0.0
    var squaresBefore = 0.0
    var products = 0.0
    var timesBefore = 0.0
    var timesAfter = 0.0
    let n = Double(shocks.count - 1)
    var time = (1 - n) / 2
    for shock in shocks.dropFirst() {
      let next = slope * value + pull + shock
      timesBefore += time * value
      timesAfter += time * next
      time += 1
      sumBefore += value
      squaresBefore += value * value
      products += value * next
      value = next
    }
    let sumAfter = sumBefore + value
    // Times are measured from the middle, so they are independent of the mean.
    let times = hasTrend ? n * (n * n - 1) / 12 : .infinity
    return (products - sumBefore * sumAfter / n - timesBefore * timesAfter / times)
      / (squaresBefore - sumBefore * sumBefore / n - timesBefore * timesBefore / times)
  }

  /// The share of random walks whose fitted slope is at most this.
  func chance(ofAtMost slope: Double) -> Double {
    Double(walks.prefix { $0 <= slope }.count) / Double(walks.count)
  }

  /// The true slopes, of which `high` is at most 1, that agree with a fitted one: from the smallest
  /// to the largest of them, since the quantiles do not rise all the way to a slope of 1.
  func interval(of slope: Double) -> (low: Double, high: Double) {
    let high = slopes.indices.first { lows[$0] <= slope } ?? slopes.count - 1
    let low = slopes.indices.last { highs[$0] >= slope } ?? 0
    return (
      low: low == slopes.count - 1 ? slopes[low] : crossing(highs, slope, between: low, low + 1),
      high: high == 0 ? 1 : crossing(lows, slope, between: high - 1, high)
    )
  }

  /// The true slope at which a quantile of the estimate is the observed one.
  private func crossing(
    _ quantiles: [Double], _ observed: Double, between first: Int, _ second: Int
  ) -> Double {
    let share = (quantiles[first] - observed) / (quantiles[first] - quantiles[second])
    return slopes[first] + min(max(share, 0), 1) * (slopes[second] - slopes[first])
  }
}
