import Testing

@testable import Numerics

@Suite struct QuantileTests {
  @Test func gammaQuantiles() throws {
    var worst = WorstCase()
    for row in try KnownAnswers.rows("gamma-quantiles") {
      let got = try Distribution.gamma(shape: row[0], scale: 1).quantile(row[1])
      worst.see(row, expected: row[2], got: got, scale: max(row[2], 1e-300))
    }
    #expect(worst.error <= 1e-13, "\(worst)")
  }

  @Test func betaQuantiles() throws {
    var worst = WorstCase()
    for row in try KnownAnswers.rows("beta-quantiles") {
      let got = try Distribution.beta(alpha: row[0], beta: row[1]).quantile(row[2])
      worst.see(row, expected: row[3], got: got, scale: max(row[3], 1e-300))
    }
    #expect(worst.error <= 1e-13, "\(worst)")
  }

  @Test func studentTQuantiles() throws {
    var worst = WorstCase()
    for row in try KnownAnswers.rows("student-t-quantiles") {
      let got = try Distribution.studentT(degreesOfFreedom: row[0]).quantile(row[1])
      worst.see(row, expected: row[2], got: got, scale: max(abs(row[2]), 1e-3))
    }
    #expect(worst.error <= 1e-13, "\(worst)")
  }
}
