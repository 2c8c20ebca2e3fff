import Testing

@testable import NumericalMethods

/// Arithmetic, comparison and choice, on columns and on numbers that are the same in all trials.
extension KernelLevelTests {
  @Test(arguments: KernelLevel.available)
  func functionsOfTwoValues(level: KernelLevel) throws {
    let numbers = Self.edges + Self.edges.map { -$0 }
    let pairs = numbers.flatMap { a in numbers.map { (a, $0) } }
    let a = pairs.map(\.0) + anyBits(seed: 303, count: 5000) + uniforms(seed: 304, count: 5000)
    let b =
      pairs.map(\.1) + anyBits(seed: 305, count: 5000)
      + uniforms(seed: 306, count: 5000).map { 20 * $0 }
    with(level) {
      let columns = Columns(registers: 4, length: a.count)
      set(columns, 0, a)
      set(columns, 1, b)
      for operation in Self.operations where operation.operandCount == 2 {
        if operation == .poisson {
          columns.poisson(into: 2, 0, mean: 1, count: a.count)
        } else {
          columns.binary(operation, into: 2, 0, 1, count: a.count)
        }
        let expected = zip(a, b).map { operation.value($0, $1) }
        compare(columns, 2, expected[...], "\(level) \(operation)", [a, b])
      }
    }
  }

  /// Every operand a column or a number, in every place.
  @Test(arguments: KernelLevel.available)
  func operandsOfEveryKind(level: KernelLevel) {
    let a = Self.edges + anyBits(seed: 312, count: 300) + Self.edges.map { -$0 }
    let others = [Array(a.reversed()), a.map { $0 / 3 + 1 }, anyBits(seed: 313, count: a.count)]
    let inputs = [a] + others
    let constants = [0.1, -3.7, 0, .infinity, .nan, 1e200]
    with(level) {
      let columns = Columns(registers: 5, length: a.count, numbers: constants)
      for (register, values) in inputs.enumerated() { set(columns, Int32(register), values) }
      for number in -1..<constants.count {
        for place in 0..<(number < 0 ? 1 : 4) {
          // The number, if there is one, stands in this place, and columns in all others.
          let operands = (0..<4).map { number >= 0 && $0 == place ? ~Int32(number) : Int32($0) }
          let values = (0..<4).map { index in
            number >= 0 && index == place ? a.map { _ in constants[number] } : inputs[index]
          }
          check(columns, operands, values, "\(level), number \(number) as operand \(place)")
        }
      }
    }
  }

  private func check(
    _ columns: Columns, _ operands: [Int32], _ values: [[Double]], _ what: String
  ) {
    let out: Int32 = 4
    let count = values[0].count
    let (x, y, z, u) = (operands[0], operands[1], operands[2], operands[3])
    func expect(_ name: String, _ value: (Double, Double, Double, Double) -> Double) {
      let expected = (0..<count).map {
        value(values[0][$0], values[1][$0], values[2][$0], values[3][$0])
      }
      compare(columns, out, expected[...], "\(what): \(name)", values)
    }
    for first in ColumnPair.operations {
      columns.binary(first, into: out, x, y, count: count)
      expect("\(first)") { a, b, _, _ in first.value(a, b) }
      for second in ColumnPair.operations {
        for place in 0...1 {
          guard let pair = ColumnPair(first, second, place: place) else {
            Issue.record("no kernel for \(first) then \(second)")
            continue
          }
          columns.pair(pair, into: out, x, y, z, count: count)
          expect("\(first) then \(second) at \(place)") { a, b, c, _ in
            place == 0
              ? second.value(first.value(a, b), c) : second.value(c, first.value(a, b))
          }
        }
      }
    }
    for comparison in [ColumnOperation.less, .lessOrEqual] {
      columns.choose(into: out, where: comparison, x, y, z, u, count: count)
      expect("choose where \(comparison)") { a, b, c, d in
        ColumnOperation.choose.value(comparison.value(a, b), c, d)
      }
      columns.earliest(into: out, z, where: comparison, x, y, quarter: 7, count: count)
      expect("earliest where \(comparison)") { a, b, c, _ in
        earliest(c, comparison.value(a, b))
      }
    }
    columns.choose(into: out, x, y, z, count: count)
    expect("choose") { a, b, c, _ in ColumnOperation.choose.value(a, b, c) }
    columns.earliest(into: out, x, y, quarter: 7, count: count)
    expect("earliest") { a, b, _, _ in earliest(a, b) }
  }

  private func earliest(_ found: Double, _ condition: Double) -> Double {
    found == .infinity ? (condition.isNaN ? condition : condition != 0 ? 7 : found) : found
  }
}
