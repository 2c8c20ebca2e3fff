import NumericalMethods
import Testing

@testable import PathAlgebra

/// What is computed in one pass, and what is not. That results stay the same to the bit is held by
/// `ScalarAgreementTests`.
@Suite struct FusionTests {
  private typealias Value = ValueGraph.Value

  private static func program(
    _ outputs: (inout ValueGraph, _ x: Value, _ y: Value) -> [Value]
  ) -> ColumnProgram {
    var graph = ValueGraph()
    let x = graph.uniform(stream: "x", quarter: 1)
    let y = graph.uniform(stream: "y", quarter: 1)
    let values = outputs(&graph, x, y)
    return RegisterAllocator.program(
      graph: graph, quantities: [], outputs: values.map { [$0] })
  }

  /// Besides the two draws and what is handed out.
  private static func arithmetic(_ program: ColumnProgram) -> [ColumnProgram.Instruction] {
    program.instructions.filter {
      switch $0 {
      case .uniform, .observe: false
      default: true
      }
    }
  }

  @Test(arguments: [0, 1])
  func aProductAndWhatIsTakenFromItAreOnePass(place: Int) throws {
    let program = Self.program { graph, x, y in
      let product = graph.binary(.multiply, graph.constant(3), x)
      return [place == 0 ? graph.binary(.divide, product, y) : graph.binary(.divide, y, product)]
    }
    let instructions = Self.arithmetic(program)
    #expect(instructions.count == 1)
    guard case .pair(let pair, _, let a, let b, let c)? = instructions.first else {
      Issue.record("\(instructions)")
      return
    }
    #expect(pair == ColumnPair(.multiply, .divide, place: place))
    // The draws are in the registers into which they were drawn, the number in none.
    #expect(a == 0 && b == -1 && c == 1)
    #expect(program.numbers == [3] && program.constants.isEmpty)
  }

  @Test func aComparisonIsMadeWhereItDecides() {
    let program = Self.program { graph, x, y in
      let chosen = graph.choose(graph.binary(.less, x, y), graph.constant(2), x)
      let found = graph.earliest(
        graph.constant(.infinity), graph.binary(.lessOrEqual, y, graph.constant(1)), quarter: 1)
      return [chosen, found]
    }
    let instructions = Self.arithmetic(program)
    #expect(instructions.count == 2)
    #expect(
      instructions.contains {
        if case .chooseWhere(.less, _, _, _, _, _) = $0 { true } else { false }
      })
    #expect(
      instructions.contains {
        if case .earliestWhere(.lessOrEqual, _, _, _, _, 1) = $0 { true } else { false }
      })
  }

  @Test func whatIsUsedTwiceOrHandedOutHasItsOwnColumn() {
    let twice = Self.program { graph, x, y in
      let product = graph.binary(.multiply, x, y)
      return [graph.binary(.add, product, x), graph.binary(.subtract, product, y)]
    }
    #expect(Self.arithmetic(twice).count == 3)
    let output = Self.program { graph, x, y in
      let product = graph.binary(.multiply, x, y)
      return [product, graph.binary(.add, product, x)]
    }
    #expect(Self.arithmetic(output).count == 2)
    let square = Self.program { graph, x, y in
      let sum = graph.binary(.add, x, y)
      return [graph.binary(.multiply, sum, sum)]
    }
    #expect(Self.arithmetic(square).count == 2)
  }

  @Test func threeInARowArePairAndOne() {
    let program = Self.program { graph, x, y in
      let product = graph.binary(.multiply, x, y)
      let sum = graph.binary(.add, product, x)
      return [graph.binary(.divide, sum, y)]
    }
    #expect(Self.arithmetic(program).count == 2)
  }

  @Test func operandsDoNotWaitLong() {
    // The difference is not needed before a hundred others: it is computed when its operands are.
    let program = Self.program { graph, x, y in
      let product = graph.binary(.multiply, x, y)
      var last = graph.unary(.exp, x)
      for _ in 0..<100 { last = graph.unary(.exp, last) }
      return [graph.binary(.add, product, last)]
    }
    #expect(
      Self.arithmetic(program).contains {
        if case .binary(.multiply, _, _, _) = $0 { true } else { false }
      })
  }
}
