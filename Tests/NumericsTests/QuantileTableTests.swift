import Testing

@testable import Numerics

@Suite struct QuantileTableTests {
  static func distributions() throws -> [Distribution] {
    [
      try .pert(low: 10, mode: 20, high: 50),
      try .pert(low: -3, mode: -3, high: 5),
      try .beta(alpha: 2, beta: 4),
      try .beta(alpha: 0.5, beta: 0.5),
      try .beta(alpha: 0.2, beta: 3),
      try .beta(alpha: 300, beta: 40),
      try .beta(alpha: 50000, beta: 40000),
      try .gamma(shape: 0.2, scale: 3),
      try .gamma(shape: 0.5, scale: 3),
      try .gamma(shape: 1, scale: 1),
      try .gamma(shape: 2.5, scale: 4),
      try .gamma(shape: 150, scale: 1),
      try .gamma(shape: 1e5, scale: 1),
      try .studentT(degreesOfFreedom: 1),
      try .studentT(degreesOfFreedom: 2),
      try .studentT(degreesOfFreedom: 2.5),
      try .studentT(degreesOfFreedom: 5, location: 3, scale: 2),
      try .studentT(degreesOfFreedom: 30),
      try .studentT(degreesOfFreedom: 1e4),
    ]
  }

  @Test func explore() throws {
    for d in try Self.distributions() {
      let clock = ContinuousClock()
      var table: QuantileTable?
      let time = clock.measure { table = QuantileTable(d) }
      guard let table else { print(d.form, "no table", time); continue }
      var worst = WorstCase()
      var worstRel = WorstCase()
      let scale = d.quantile(0.75) - d.quantile(0.25)
      for i in 0...2000 {
        let z = -8.2 + 16.4 * Double(i) / 2000
        let expected = d.quantile(Tails(score: z))
        let got = table.value(score: z)
        worst.see([z], expected: expected, got: got, scale: max(abs(expected), scale))
        worstRel.see([z], expected: expected, got: got, scale: abs(expected))
      }
      print(d.form, table.cells, table.cellWidth, time, worst, "\n   relative", worstRel)
    }
    for nu in [0.5, 1, 2, 3, 4, 8, 30, 1000, 1e6] {
      let clock = ContinuousClock()
      var table: QuantileTable?
      let time = clock.measure { table = QuantileTable.copulaScore(degreesOfFreedom: nu) }
      guard let table else { print(nu, "no table", time); continue }
      let d = try Distribution.studentT(degreesOfFreedom: nu)
      var worst = WorstCase()
      for i in 0...2000 {
        let z = -8.2 + 16.4 * Double(i) / 2000
        let x = d.quantile(Tails(score: z))
        worst.see([z, x], expected: z, got: table.value(score: x), scale: 1)
      }
      print(nu, table.cells, table.cellWidth, time, worst)
    }
  }
}
