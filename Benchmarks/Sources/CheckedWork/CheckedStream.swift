internal import NumericalMethods

/// Uniform draws one at a time, as a program of one's own takes them from a stream.
public struct CheckedStream: Sendable {
  public init() {}

  /// The sum of the first `count` draws.
  public func sum(of count: Int) -> Double {
    let stream = Stream(seed: 20_250_224, name: "benchmark")
    var sum = 0.0
    for trial in 0..<UInt64(count) { sum += stream.uniform(trial: trial, quarter: 1) }
    return sum
  }

  /// What is wrong, or nil. A uniform number has the mean 1/2 and the variance 1/12.
  public func check() -> String? {
    let count = 10_000
    let mean = sum(of: count) / Double(count)
    let distance = abs(mean - 0.5) * (12 * Double(count)).squareRoot()
    return distance <= 4.5
      ? nil : "uniform draws: expected mean 0.5, got \(mean), \(distance) standard errors away"
  }
}
