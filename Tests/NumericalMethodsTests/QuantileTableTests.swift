import Testing

@testable import NumericalMethods

@Suite struct QuantileTableTests {
  static func distributions() throws -> [Distribution] {
    [
      try .pert(low: 10, mode: 20, high: 50),
      try .pert(low: -3, mode: -3, high: 5),
      try .beta(alpha: 0.5, beta: 0.5),
      try .beta(alpha: 0.05, beta: 3),
      try .beta(alpha: 0.1, beta: 1e4),
      try .beta(alpha: 300, beta: 40, low: 2, high: 3),
      try .gamma(shape: 0.05, scale: 3),
      try .gamma(shape: 1, scale: 1),
      try .gamma(shape: 2.5, scale: 4),
      try .gamma(shape: 150, scale: 1),
      try .gamma(shape: 1e5, scale: 1),
      try .studentT(degreesOfFreedom: 0.5),
      try .studentT(degreesOfFreedom: 1),
      try .studentT(degreesOfFreedom: 2.5),
      try .studentT(degreesOfFreedom: 5, location: 3, scale: 2),
      try .studentT(degreesOfFreedom: 30),
      try .studentT(degreesOfFreedom: 1e4),
    ]
  }

  static let scores = (0...4000).map { -8.2 + 16.4 * Double($0) / 4000 }

  @Test func tablesAgreeWithQuantiles() throws {
    for distribution in try Self.distributions() {
      let table = try #require(QuantileTable(distribution), "\(distribution.form)")
      let deviation = distribution.standardDeviation
      let scale =
        deviation.isFinite ? deviation : distribution.quantile(0.75) - distribution.quantile(0.25)
      var worst = WorstCase()
      for z in Self.scores {
        let expected = distribution.quantile(Tails(score: z))
        let got = table.value(score: z)
        worst.see([z], expected: expected, got: got, scale: max(abs(expected), scale))
      }
      #expect(worst.error <= 2e-13, "\(distribution.form), tolerance 2e-13: \(worst)")
    }
  }

  @Test func columnsEqualSingleValues() throws {
    var tables = try Self.distributions().compactMap { QuantileTable($0) }
    tables.append(try #require(QuantileTable.copulaScore(degreesOfFreedom: 4)))
    let edges = [-1e300, -9, 9, 1e300, .infinity, -.infinity, .nan, 0, -0.0, 1e-300]
    let arguments = Self.scores + edges
    for table in tables {
      let column = [Double](unsafeUninitializedCapacity: arguments.count) { out, count in
        let part = UnsafeMutableBufferPointer(rebasing: out[0..<arguments.count])
        arguments.withUnsafeBufferPointer { scores in
          guard let base = scores.baseAddress else { return }
          table.evaluate(part, scores: base)
        }
        count = arguments.count
      }
      for (z, got) in zip(arguments, column) {
        let expected = table.value(score: z)
        #expect(
          got.bitPattern == expected.bitPattern || (z.isNaN && got.isNaN && expected.isNaN),
          "\(table.transform) at \(z): expected \(expected), got \(got)")
      }
    }
  }

  @Test func beyondTheEndsTheEndsHold() throws {
    let table = try #require(QuantileTable(.gamma(shape: 2.5, scale: 4)))
    #expect(table.value(score: 20) == table.value(score: .infinity))
    #expect(table.value(score: -20) == table.value(score: -.infinity))
    #expect(table.value(score: 8.2) < table.value(score: 20))
  }

  @Test func sharpCornersAreLeftToTheQuantile() throws {
    for distribution in [
      try Distribution.gamma(shape: 0.04, scale: 1), try .beta(alpha: 0.01, beta: 0.01),
      try .studentT(degreesOfFreedom: 0.4),
    ] {
      #expect(distribution.columnForm == .direct, "\(distribution.form)")
    }
  }

  @Test(arguments: [1.0, 2, 3, 4, 8, 30, 1000, 1e6])
  func copulaScores(degreesOfFreedom: Double) throws {
    let table = try #require(QuantileTable.copulaScore(degreesOfFreedom: degreesOfFreedom))
    let distribution = try Distribution.studentT(degreesOfFreedom: degreesOfFreedom)
    var worst = WorstCase()
    for z in Self.scores {
      let x = distribution.quantile(Tails(score: z))
      worst.see([z, x], expected: z, got: table.value(score: x), scale: 1)
    }
    let tolerance = degreesOfFreedom <= 1e4 ? 2e-13 : 2e-12
    #expect(worst.error <= tolerance, "tolerance \(tolerance): \(worst)")
    #expect(abs(table.value(score: 1e200) - 8.3) <= 1e-12, "got \(table.value(score: 1e200))")
  }

  /// The kernel's own sinh is the one of `Elementary`, on a table whose polynomial is x itself.
  @Test func theKernelsHyperbolicSineIsOurs() {
    let table = QuantileTable(
      transform: .hyperbolicSine(offset: 0, scale: 1), limit: 2, low: -2, cellWidth: 4, cells: 1,
      coefficients: [0, 4, 0, 0, 0, 0, 0, 0])
    for x in stride(from: -2.0, through: 2, by: 0.01) {
      #expect(table.value(score: x) == Elementary.hyperbolicSine(x), "x \(x)")
    }
  }

  @Test func columnForms() throws {
    #expect(try Distribution.constant(2).columnForm == .constant(2))
    #expect(
      try Distribution.uniform(low: 1, high: 3).columnForm == .affineOfUniform(low: 1, width: 2))
    #expect(
      try Distribution.normal(mean: 1, standardDeviation: 3).columnForm
        == .affineOfScore(mean: 1, standardDeviation: 3))
    #expect(
      try Distribution.discrete([(3, 0.25), (-1, 0.75)]).columnForm
        == .steps(cumulative: [0.75, 1], values: [-1, 3]))
    guard case .table = try Distribution.pert(low: 0, mode: 1, high: 3).columnForm else {
      Issue.record("expected a table for a pert")
      return
    }
  }
}
