/// How probable each place in the order of several runs is: first is the greatest value.
///
/// Counted over the trials that are kept whole, pair by pair; equal values share their places.
/// Held by `RankProbabilitiesTests`.
public struct RankProbabilities: Sendable {
  /// For each run, in the order given: the probability of each place, from the first on.
  public let probabilities: [[Double]]
  /// Over so many trials.
  public let trials: Int

  /// - Parameter values: for each run its trials; as many are counted as all have.
  /// - Returns: nil for fewer than two runs, without trials, or where a value is not a number.
  init?(_ values: [[Double]]) {
    let trials = values.map(\.count).min() ?? 0
    guard values.count > 1, trials > 0 else { return nil }
    var counts = Array(
      repeating: Array(repeating: 0.0, count: values.count), count: values.count)
    for trial in 0..<trials {
      let row = values.map { $0[trial] }
      guard !row.contains(where: \.isNaN) else { return nil }
      for (run, value) in row.enumerated() {
        let above = row.filter { $0 > value }.count
        let equal = row.filter { $0 == value }.count
        for place in above..<above + equal { counts[run][place] += 1 / Double(equal) }
      }
    }
    self.trials = trials
    probabilities = counts.map { $0.map { $0 / Double(trials) } }
  }
}
