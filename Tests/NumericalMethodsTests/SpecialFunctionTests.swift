import Testing

@testable import NumericalMethods

@Suite struct SpecialFunctionTests {
  @Test func gammaTails() throws {
    var lower = WorstCase()
    var upper = WorstCase()
    for row in try KnownAnswers.rows("gamma-tails") {
      let gamma = IncompleteGamma(shape: row[0])
      let got = gamma.logTails(at: gamma.coordinate(row[1])).tails
      lower.see([row[0], row[1]], expected: row[2], got: got.lower, scale: unit(row[2]))
      upper.see([row[0], row[1]], expected: row[3], got: got.upper, scale: unit(row[3]))
    }
    #expect(lower.error <= 2e-15, "lower: \(lower)")
    #expect(upper.error <= 2e-15, "upper: \(upper)")
  }

  @Test func betaTails() throws {
    var lower = WorstCase()
    var upper = WorstCase()
    for row in try KnownAnswers.rows("beta-tails") {
      let beta = IncompleteBeta(alpha: row[0], beta: row[1])
      let got = beta.logTails(at: beta.coordinate(row[2], complement: 1 - row[2])).tails
      lower.see(row, expected: row[3], got: got.lower, scale: unit(row[3]))
      upper.see(row, expected: row[4], got: got.upper, scale: unit(row[4]))
    }
    #expect(lower.error <= 2e-15, "lower: \(lower)")
    #expect(upper.error <= 2e-15, "upper: \(upper)")
  }

  /// Far out, the rounding of an exponent weighs as much as the exponent itself.
  private func unit(_ tail: Double) -> Double { tail * (50 - Elementary.log(tail)) }
}
