/// Shares of a change that do not depend on the order in which its causes are taken.
///
/// φ_i = Σ_{S ∌ i} |S|! (n - |S| - 1)! / n! (v(S ∪ i) - v(S)): the mean effect of a cause over all
/// orders (Shapley: A value for n-person games, 1953). In whole units, rounded by largest remainder,
/// so that the shares sum to v(all) - v(none) exactly. Held by `ShapleySharesTests`.
enum ShapleyShares {
  /// - Parameter values: v of every set of causes, 2^n of them; bit i of the place says whether
  ///   cause i is in the set.
  /// - Returns: One share for each cause.
  static func shares(_ values: [Int]) -> [Int] {
    let causes = values.count.trailingZeroBitCount
    precondition(values.count == 1 << causes, "one value for each set of causes")
    let factorials = (0...causes).reduce(into: [1]) { $0.append($0[$1] * ($1 + 1)) }
    let orders = factorials[causes]
    // In units of 1 / n!, exact.
    let sums = (0..<causes).map { cause in
      values.indices.filter { $0 & 1 << cause == 0 }.reduce(0) { sum, set in
        let others = set.nonzeroBitCount
        let weight = factorials[others] * factorials[causes - others - 1]
        return sum + weight * (values[set | 1 << cause] - values[set])
      }
    }
    var shares = sums.map { Int((Double($0) / Double(orders)).rounded(.down)) }
    for cause in shares.indices {
      // The quotient of two doubles may round over a whole number.
      while shares[cause] * orders > sums[cause] { shares[cause] -= 1 }
      while (shares[cause] + 1) * orders <= sums[cause] { shares[cause] += 1 }
    }
    let left = values[values.count - 1] - values[0] - shares.reduce(0, +)
    let byRemainder = shares.indices.sorted {
      let (a, b) = (sums[$0] - shares[$0] * orders, sums[$1] - shares[$1] * orders)
      return a == b ? $0 < $1 : a > b
    }
    for cause in byRemainder.prefix(left) { shares[cause] += 1 }
    return shares
  }
}
