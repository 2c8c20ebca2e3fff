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

  @Test(arguments: [0, 1])
  func aProductAndWhatIsTakenFromItAreOnePass(place: Int) {
    let program = Self.program { graph, x, y in
      let product = graph.binary(.multiply, graph.constant(3), x)
      return [place == 0 ? graph.binary(.divide, product, y) : graph.binary(.divide, y, product)]
    }
    // The draws are in the registers into which they were drawn, the number in none.
    #expect(program.steps.map(\.work) == [.two(.multiply, then: .divide, place: place)])
    #expect(program.steps.first?.operands == [0, -1, 1, 0])
    #expect(program.numbers == [3] && program.constants.isEmpty)
  }

  @Test func aComparisonIsMadeWhereItDecides() {
    let program = Self.program { graph, x, y in
      let chosen = graph.choose(graph.binary(.less, x, y), graph.constant(2), x)
      let found = graph.earliest(
        graph.constant(.infinity), graph.binary(.lessOrEqual, y, graph.constant(1)), quarter: 1)
      return [chosen, found]
    }
    #expect(
      Set(program.steps.map(\.work)) == [.chooseWhere(.less), .earliestWhere(.lessOrEqual)])
  }

  @Test func whatIsUsedTwiceOrHandedOutHasItsOwnColumn() {
    let twice = Self.program { graph, x, y in
      let product = graph.binary(.multiply, x, y)
      return [graph.binary(.add, product, x), graph.binary(.subtract, product, y)]
    }
    #expect(twice.steps.count == 3)
    let output = Self.program { graph, x, y in
      let product = graph.binary(.multiply, x, y)
      return [product, graph.binary(.add, product, x)]
    }
    #expect(output.steps.count == 2)
    let square = Self.program { graph, x, y in
      let sum = graph.binary(.add, x, y)
      return [graph.binary(.multiply, sum, sum)]
    }
    #expect(square.steps.count == 2)
  }

  @Test func threeInARowArePairAndOne() {
    let program = Self.program { graph, x, y in
      let product = graph.binary(.multiply, x, y)
      let sum = graph.binary(.add, product, x)
      return [graph.binary(.divide, sum, y)]
    }
    #expect(program.steps.count == 2)
  }

  @Test func operandsDoNotWaitLong() {
    // The difference is not needed before a hundred others: it is computed when its operands are.
    let program = Self.program { graph, x, y in
      let product = graph.binary(.multiply, x, y)
      var last = graph.unary(.exp, x)
      for _ in 0..<100 { last = graph.unary(.exp, last) }
      return [graph.binary(.add, product, last)]
    }
    #expect(program.steps.map(\.work) == [.one(.multiply), .one(.add)])
  }

  @Test func stepsThatFollowEachOtherAreOneInstruction() {
    let program = Self.program { graph, x, y in
      let sum = graph.binary(.add, x, y)
      return [graph.unary(.exp, graph.binary(.maximum, sum, graph.unary(.negate, sum)))]
    }
    let runs = program.instructions.compactMap {
      if case .arithmetic(let first, let count) = $0 { (first, count) } else { nil }
    }
    #expect(runs.map(\.0) == [0] && runs.map(\.1) == [3])
  }
}
