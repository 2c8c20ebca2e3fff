internal import NumericalMethods

/// A plan's total spread over its quarters, in whole millions that sum to the total exactly.
public struct Schedule: Sendable {
  /// Whole millions of the scenario's currency, one for each quarter of the plan.
  public let millions: [Int]

  /// Rounds by largest remainder: each quarter is its share rounded down, and the millions that
  /// are left go to the largest remainders, earlier quarters first among equals.
  ///
  /// - Parameters:
  ///   - total: in whole millions, at least 0.
  ///   - weights: one a quarter, at least 0, with a positive sum.
  public init(total: Int, weights: [Double]) {
    let sum = weights.reduce(0, +)
    let shares = weights.map { Double(total) * ($0 / sum) }
    var whole = shares.map { Int($0.rounded(.down)) }
    var left = total - whole.reduce(0, +)
    let byRemainder = shares.indices.sorted {
      let (a, b) = (shares[$0] - Double(whole[$0]), shares[$1] - Double(whole[$1]))
      return a == b ? $0 < $1 : a > b
    }
    // Rounding of the shares themselves can leave more, or less, than one million a quarter.
    var place = 0
    while left != 0 {
      let index = byRemainder[place % byRemainder.count]
      if left > 0 {
        whole[index] += 1
        left -= 1
      } else if whole[index] > 0 {
        whole[index] -= 1
        left += 1
      }
      place += 1
    }
    millions = whole
  }

  /// The same in billions, as the model uses it.
  public var billions: [Double] { millions.map { Double($0) / 1000 } }
}

extension PlanProfile {
  /// Weights of the quarters 1 … count before normalising, times the seasonal factors by calendar
  /// quarter where there are any.
  public func weights(count: Int, start: Quarter, seasonal: [Double]?) -> [Double] {
    (1...count).map { t in
      let weight: Double
      switch self {
      case .flat: weight = 1
      case .ramp(let rise):
        weight = count == 1 ? 1 : 1 + rise * Double(t - 1) / Double(count - 1)
      case .frontLoaded(let factor), .backLoaded(let factor):
        weight = Elementary.power(factor, Double(t - 1))
      case .sCurve(let steepness):
        weight =
          PlanProfile.logistic(steepness, t, count) - PlanProfile.logistic(steepness, t - 1, count)
      case .custom(let weights): weight = weights[t - 1]
      }
      guard let seasonal else { return weight }
      return weight * seasonal[start.advanced(by: t - 1).number - 1]
    }
  }

  private static func logistic(_ steepness: Double, _ t: Int, _ count: Int) -> Double {
    1 / (1 + Elementary.exp(-steepness * (Double(t) / Double(count) - 0.5)))
  }
}
