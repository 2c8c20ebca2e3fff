import NumericalMethods

/// Normal numbers for tests of scores, the same in each run.
struct ScoringDraws {
  static let seed: UInt64 = 20_250_224

  static func uniform(_ name: String, _ count: Int, quarter: Int = 0) -> [Double] {
    let stream = Stream(seed: seed, name: name)
    return (0..<count).map { stream.uniform(trial: UInt64($0), quarter: quarter) }
  }

  static func normal(_ name: String, _ count: Int, quarter: Int = 0) -> [Double] {
    uniform(name, count, quarter: quarter).map { Elementary.normalQuantile($0) }
  }

  /// How many standard errors the mean lies above an expected value.
  static func deviation(_ values: [Double], from expected: Double) -> Double {
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    return (mean - expected) / (variance / n).squareRoot()
  }
}
