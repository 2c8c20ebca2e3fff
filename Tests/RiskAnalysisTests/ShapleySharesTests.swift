import NumericalMethods
import Testing

@testable import RiskAnalysis

@Suite struct ShapleySharesTests {
  /// Two causes that only work together share the effect; one that does nothing gets nothing.
  @Test func knownGames() {
    #expect(ShapleyShares.shares([0, 10]) == [10])
    #expect(ShapleyShares.shares([5, 5, 5, 25]) == [10, 10])
    #expect(ShapleyShares.shares([0, 10, -4, 6]) == [10, -4])
    // A glove game: the owner of the left glove has two thirds.
    #expect(ShapleyShares.shares([0, 0, 0, 60, 0, 60, 0, 60]) == [40, 10, 10])
    // Three equal parts of a whole that does not divide: the first gets the odd one.
    #expect(ShapleyShares.shares([0, 0, 0, 0, 0, 0, 0, 100]) == [34, 33, 33])
    #expect(ShapleyShares.shares([0, 0, 0, 0, 0, 0, 0, -100]) == [-33, -33, -34])
  }

  /// Sums are exact for any game, and equal the mean over all orders.
  @Test func sumsAreExact() {
    let stream = Stream(seed: 5, name: "games")
    for game in 0..<300 {
      let values = (0..<16).map {
        Int((stream.uniform(trial: UInt64(game), quarter: $0) - 0.5) * 8e11)
      }
      let shares = ShapleyShares.shares(values)
      #expect(shares.reduce(0, +) == values[15] - values[0], "game \(game), seed 5")
      for cause in 0..<4 {
        let expected = Self.meanOverOrders(values, cause)
        #expect(
          abs(Double(shares[cause]) - expected) < 1.01,
          "game \(game), cause \(cause): \(shares[cause]), expected \(expected)")
      }
    }
  }

  private static func meanOverOrders(_ values: [Int], _ cause: Int) -> Double {
    let orders = permutations([0, 1, 2, 3])
    let sum = orders.reduce(0.0) { sum, order in
      let before = order.prefix { $0 != cause }.reduce(0) { $0 | 1 << $1 }
      return sum + Double(values[before | 1 << cause] - values[before])
    }
    return sum / Double(orders.count)
  }

  private static func permutations(_ items: [Int]) -> [[Int]] {
    items.isEmpty
      ? [[]]
      : items.flatMap { first in permutations(items.filter { $0 != first }).map { [first] + $0 } }
  }
}
