import NumericalMethods
import Testing

private let tiny = Double.leastNonzeroMagnitude

/// Sums without rounding, whatever their order.
@Suite struct ExactSumTests {
  private static let answers: [([Double], Double)] = [
    ([1e100, 1, -1e100], 1.0), ([1e308, 1e308, -1e308], 1e308), ([], 0),
    ([0x1p53, 1, -0x1p53], 1), ([0x1p53, 1], 0x1p53), ([0x1p53, 1, 0x1p-1000], 0x1p53 + 2),
    ([0x1p53 + 2, 1], 0x1p53 + 4), ([-0x1p53, -1, -0x1p-1074], -0x1p53 - 2),
    ([tiny, tiny], 2 * tiny), ([.leastNormalMagnitude, -tiny], .leastNormalMagnitude.nextDown),
    ([0.1, 0.2, -0.3], 2.7755575615628914e-17), ([1e16, -1e-300, -1e16], -1e-300),
    ([.greatestFiniteMagnitude, .greatestFiniteMagnitude], .infinity),
    ([-.greatestFiniteMagnitude, -0x1p970], -.infinity),
    ([.greatestFiniteMagnitude, 0x1p969], .greatestFiniteMagnitude),
    ([-0.0, 0.0], 0), ([1e308, 1e308, -1e308, -1e308, 3], 3),
  ]

  private func sum(_ values: [Double]) -> Double {
    var sum = ExactSum()
    for value in values { sum.add(value) }
    return sum.value
  }

  @Test(arguments: ExactSumTests.answers)
  func rounded(values: [Double], expected: Double) {
    #expect(sum(values) == expected, "\(values)")
    #expect(sum(values.reversed()) == expected, "\(values) reversed")
  }

  @Test func undefined() {
    #expect(sum([1, .nan]).isNaN)
    #expect(sum([.infinity, 1]).isNaN)
    var one = ExactSum()
    var other = ExactSum()
    other.add(.infinity)
    one.merge(other)
    #expect(one.isUndefined)
  }

  /// Against whole-number arithmetic, in random order, cut into parts.
  @Test func orderAndPartsMeanNothing() {
    let draws = Stream(seed: 101, name: "sums")
    for round in 0..<50 {
      var values: [Double] = []
      var whole: Int128 = 0
      for place in 0..<200 {
        let u = draws.uniform(trial: UInt64(place), quarter: round)
        let v = draws.uniform(trial: UInt64(place), quarter: round, draw: 1)
        // Multiples of 2⁻³⁰ up to 2⁶⁰, of either sign.
        let mantissa = Int128(Int64(u * 0x1p52)) - (1 << 51)
        let shift = Int128(v * 38)
        whole += mantissa << shift
        values.append(
          Double(Int64(mantissa)) * Double(sign: .plus, exponent: Int(shift) - 30, significand: 1))
      }
      let expected = Double(whole) * 0x1p-30
      let order = values.indices.sorted {
        draws.uniform(trial: UInt64($0), quarter: round, draw: 2)
          < draws.uniform(trial: UInt64($1), quarter: round, draw: 2)
      }
      var parts = [ExactSum(), ExactSum(), ExactSum()]
      for (place, index) in order.enumerated() { parts[place % 3].add(values[index]) }
      var merged = parts[2]
      merged.merge(parts[0])
      merged.merge(parts[1])
      #expect(merged.value == expected, "round \(round), seed 101")
      #expect(sum(values) == expected, "round \(round), seed 101")
    }
  }

  /// Long runs of carries.
  @Test func manyEqualValues() {
    var sum = ExactSum()
    for _ in 0..<100_000 { sum.add(0.1) }
    // 100,000 times the double nearest 0.1, rounded once.
    #expect(sum.value == 10000)
    for _ in 0..<100_000 { sum.add(-0.1) }
    #expect(sum.value == 0)
  }
}
