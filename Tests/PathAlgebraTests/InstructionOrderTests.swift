import Testing

@testable import PathAlgebra

/// The order of instructions: operands first, and few values alive.
@Suite struct InstructionOrderTests {
  /// A walk whose sum and product are known only at the end.
  private static func graph(quarters: Int) -> (ValueGraph, [ValueGraph.Value]) {
    var graph = ValueGraph()
    let draws = (1...quarters).map { graph.uniform(stream: "x", quarter: $0) }
    let lasting = graph.unary(.log, graph.uniform(stream: "y", quarter: 0))
    let steps = draws.map { graph.binary(.multiply, graph.unary(.exp, $0), lasting) }
    let sum = steps.dropFirst().reduce(steps[0]) { graph.binary(.add, $0, $1) }
    let highest = steps.dropFirst().reduce(steps[0]) { graph.binary(.maximum, $0, $1) }
    return (graph, [sum, highest])
  }

  @Test func everyNeededValueComesOnceAndAfterItsOperands() {
    let (graph, outputs) = Self.graph(quarters: 12)
    let isNeeded = graph.isNeeded(for: outputs)
    let order = InstructionOrder.of(graph, isNeeded: isNeeded)
    #expect(order.sorted() == graph.nodes.indices.filter { isNeeded[$0] })
    var place: [Int: Int] = [:]
    for (step, index) in order.enumerated() { place[index] = step }
    for index in order {
      for operand in graph.operands(of: graph.nodes[index]) {
        #expect(place[Int(operand), default: .max] < place[index, default: -1])
      }
    }
  }

  @Test func sumsDoNotKeepAllQuarters() {
    // In the graph's own order all forty steps would wait for their sum.
    let (graph, outputs) = Self.graph(quarters: 40)
    let program = RegisterAllocator.program(
      graph: graph, quantities: [],
      outputs: outputs.map { [$0] })
    #expect(program.registerCount <= 6, "\(program.registerCount) columns")
  }
}
