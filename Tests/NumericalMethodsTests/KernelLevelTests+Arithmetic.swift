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
      for operation in Self.operations where operation.operandCount == 2 {
        let columns = Columns(
          registers: 3, length: a.count, steps: steps([.one(operation)], [0, 1], into: 2))
        set(columns, 0, a)
        set(columns, 1, b)
        if operation == .poisson {
          columns.poisson(into: 2, 0, mean: 1, count: a.count)
        } else {
          columns.arithmetic(0..<1, count: a.count)
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
      for number in -1..<constants.count {
        for place in 0..<(number < 0 ? 1 : 4) {
          // The number, if there is one, stands in this place, and columns in all others.
          let operands = (0..<4).map { number >= 0 && $0 == place ? ~Int32(number) : Int32($0) }
          let values = (0..<4).map { index in
            number >= 0 && index == place ? a.map { _ in constants[number] } : inputs[index]
          }
          let list = steps(Self.works.map(\.work), operands, into: 4)
          #expect(list.count == Self.works.count)
          let columns = Columns(registers: 5, length: a.count, steps: list, numbers: constants)
          for (register, column) in inputs.enumerated() { set(columns, Int32(register), column) }
          for (step, (work, expected)) in Self.works.enumerated() {
            columns.arithmetic(step..<step + 1, count: a.count)
            let results = a.indices.map { trial in expected(values.map { $0[trial] }) }
            compare(
              columns, 4, results[...], "\(level) \(work), number \(number) as \(place)", values)
          }
        }
      }
    }
  }

  /// All works of more than one value, with what they give.
  private static let works: [(work: ArithmeticStep.Work, value: @Sendable ([Double]) -> Double)] = {
    typealias Work = ArithmeticStep.Work
    var works: [(work: Work, value: @Sendable ([Double]) -> Double)] = [
      (.one(.choose), { ColumnOperation.choose.value($0[0], $0[1], $0[2]) }),
      (.earliest, { earliest($0[0], $0[1], $0[2]) }),
    ]
    for order in Work.orders {
      works.append(
        (
          .chooseWhere(order),
          { ColumnOperation.choose.value(order.value($0[0], $0[1]), $0[2], $0[3]) }
        ))
      works.append(
        (.earliestWhere(order), { earliest($0[0], order.value($0[1], $0[2]), $0[3]) }))
    }
    for first in Work.paired {
      works.append((.one(first), { first.value($0[0], $0[1]) }))
      for second in Work.paired {
        works.append(
          (
            .two(first, then: second, place: 0),
            { second.value(first.value($0[0], $0[1]), $0[2]) }
          ))
        works.append(
          (
            .two(first, then: second, place: 1),
            { second.value($0[2], first.value($0[0], $0[1])) }
          ))
      }
    }
    return works
  }()

  /// Of those that have a kernel, with as many of the operands as they take.
  func steps(
    _ works: [ArithmeticStep.Work], _ operands: [Int32], into out: Int32
  ) -> [ArithmeticStep] {
    works.compactMap { ArithmeticStep($0, into: out, Array(operands.prefix($0.operandCount))) }
  }

  private static func earliest(
    _ found: Double, _ condition: Double, _ quarter: Double
  ) -> Double {
    found == .infinity ? (condition.isNaN ? condition : condition != 0 ? quarter : found) : found
  }
}
