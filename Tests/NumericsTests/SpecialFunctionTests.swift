import Testing

@testable import Numerics

@Suite struct SpecialFunctionTests {
  @Test func gammaTails() throws {
    var lower = WorstCase()
    var upper = WorstCase()
    for row in try KnownAnswers.rows("gamma-tails") {
      let gamma = IncompleteGamma(shape: row[0])
      let got = gamma.logTails(at: gamma.coordinate(row[1])).tails
      lower.see([row[0], row[1]], expected: row[2], got: got.lower, scale: row[2])
      upper.see([row[0], row[1]], expected: row[3], got: got.upper, scale: row[3])
    }
    #expect(lower.error <= 1e-13, "lower: \(lower)")
    #expect(upper.error <= 1e-13, "upper: \(upper)")
  }

  @Test func betaTails() throws {
    var lower = WorstCase()
    var upper = WorstCase()
    for row in try KnownAnswers.rows("beta-tails") {
      let beta = IncompleteBeta(alpha: row[0], beta: row[1])
      let got = beta.logTails(at: beta.coordinate(row[2], complement: 1 - row[2])).tails
      lower.see(row, expected: row[3], got: got.lower, scale: row[3])
      upper.see(row, expected: row[4], got: got.upper, scale: row[4])
    }
    #expect(lower.error <= 1e-13, "lower: \(lower)")
    #expect(upper.error <= 1e-13, "upper: \(upper)")
  }
}
