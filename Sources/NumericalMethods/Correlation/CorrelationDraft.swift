/// Correlations whose pairs are valid one by one, not yet known to be possible together.
struct CorrelationDraft {
  let names: [String]
  let pairs: [CorrelatedPair]
  var entries: [Double]

  init(_ pairs: [CorrelatedPair]) throws(CorrelationError) {
    for (index, pair) in pairs.enumerated() {
      guard abs(pair.correlation) <= 1 else { throw .outOfRange(pair) }
      guard pair.first != pair.second else { throw .pairWithItself(pair) }
      let names: Set = [pair.first, pair.second]
      if let earlier = pairs[..<index].first(where: { names == [$0.first, $0.second] }) {
        throw .duplicate(pair, earlier: earlier)
      }
    }
    self.pairs = pairs
    names = Set(pairs.flatMap { [$0.first, $0.second] }).sorted()
    entries = [Double](repeating: 0, count: names.count * names.count)
    for index in names.indices { entries[index * names.count + index] = 1 }
    for pair in pairs {
      guard let row = names.firstIndex(of: pair.first),
        let column = names.firstIndex(of: pair.second)
      else { continue }
      entries[row * names.count + column] = pair.correlation
      entries[column * names.count + row] = pair.correlation
    }
  }

  /// Pairs whose correlation alone could be moved to make the matrix possible, as
  /// `CorrelationError.impossible` orders them.
  var remedies: [PossibleCorrelation] {
    var unlisted: [PossibleCorrelation] = []
    for row in names.indices {
      for column in names.indices where column > row && !isListed(row, column) {
        guard let range = possibleRange(row, column) else { continue }
        let pair = CorrelatedPair(first: names[row], second: names[column], correlation: 0)
        unlisted.append(
          PossibleCorrelation(pair: pair, isListed: false, low: range.low, high: range.high))
      }
    }
    return unlisted
      + pairs.reversed().compactMap { pair in
        guard let row = names.firstIndex(of: pair.first),
          let column = names.firstIndex(of: pair.second),
          let range = possibleRange(row, column)
        else { return nil }
        return PossibleCorrelation(pair: pair, isListed: true, low: range.low, high: range.high)
      }
  }

  private func isListed(_ row: Int, _ column: Int) -> Bool {
    pairs.contains { Set([$0.first, $0.second]) == [names[row], names[column]] }
  }

  /// The correlations of two quantities that all others allow: with the two last in a Cholesky
  /// factor, the products of their rows so far, give or take √(what is left of both variances).
  func possibleRange(_ first: Int, _ second: Int) -> (low: Double, high: Double)? {
    let others = names.indices.filter { $0 != first && $0 != second }
    let known = others.count
    // Each must be possible with the others alone.
    guard let one = SemidefiniteCholesky(submatrix(others + [first]), size: known + 1),
      let two = SemidefiniteCholesky(submatrix(others + [second]), size: known + 1)
    else { return nil }
    var centre = 0.0
    for k in 0..<known {
      centre += one.factor[known * (known + 1) + k] * two.factor[known * (known + 1) + k]
    }
    let pivot = known * (known + 1) + known
    let reach = one.factor[pivot] * two.factor[pivot]
    return (max(-1, centre - reach), min(1, centre + reach))
  }

  private func submatrix(_ order: [Int]) -> [Double] {
    order.flatMap { row in order.map { entries[row * names.count + $0] } }
  }
}
