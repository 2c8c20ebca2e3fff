/// The order in which the values of a graph are computed, such that few are alive at once: the fewer
/// columns there are, the nearer to the processor they stay.
///
/// Quarter by quarter: the quarter of a value is the last of the draws behind it, and what depends on
/// no quarter is computed when it is first used. Besides, a value is computed as soon as it can be,
/// when one that it needs is then needed no more: sums over quarters are added up as the quarters
/// come, and do not keep all of them until the end. Held by `InstructionOrderTests`.
struct InstructionOrder {
  private let graph: ValueGraph
  private var operands: [[Int]]
  private var users: [[Int]]
  /// Operands that are not computed yet.
  private var missing: [Int]
  /// Users that are not computed yet.
  private var waiting: [Int]
  private var isDone: [Bool]
  private var result: [Int] = []

  /// `isNeeded` tells which values lead to an output.
  static func of(_ graph: ValueGraph, isNeeded: [Bool]) -> [Int] {
    var order = InstructionOrder(graph, isNeeded: isNeeded)
    let quarters = order.quarters()
    let needed = graph.nodes.indices.filter { isNeeded[$0] }
    for index in needed.sorted(by: { (quarters[$0], $0) < (quarters[$1], $1) }) {
      order.compute(index)
    }
    return order.result
  }

  private init(_ graph: ValueGraph, isNeeded: [Bool]) {
    self.graph = graph
    let count = graph.nodes.count
    operands = Array(repeating: [], count: count)
    users = Array(repeating: [], count: count)
    isDone = Array(repeating: false, count: count)
    for index in graph.nodes.indices where isNeeded[index] {
      for operand in graph.operands(of: graph.nodes[index]) {
        // Constants take no time and no column of a block.
        guard graph.constant(of: operand) == nil, users[Int(operand)].last != index else {
          continue
        }
        operands[index].append(Int(operand))
        users[Int(operand)].append(index)
      }
    }
    missing = operands.map(\.count)
    waiting = users.map(\.count)
  }

  /// The quarter in which each value is computed; operands never come later than their users.
  private func quarters() -> [Int32] {
    var quarters = Array(repeating: Int32(0), count: graph.nodes.count)
    for index in graph.nodes.indices {
      if case .uniform(_, let quarter, _) = graph.nodes[index] { quarters[index] = quarter }
      for operand in operands[index] { quarters[index] = max(quarters[index], quarters[operand]) }
    }
    for index in graph.nodes.indices.reversed() where quarters[index] == 0 {
      quarters[index] = users[index].map { quarters[$0] }.min() ?? 0
    }
    return quarters
  }

  private mutating func compute(_ index: Int) {
    var ready = [index]
    while let next = ready.popLast() {
      guard !isDone[next] else { continue }
      isDone[next] = true
      result.append(next)
      for user in users[next] {
        missing[user] -= 1
        if frees(user) { ready.append(user) }
      }
      for operand in operands[next] {
        waiting[operand] -= 1
        guard waiting[operand] == 1 else { continue }
        // Whoever is the last to wait for it may now be worth computing.
        if let last = users[operand].first(where: { !isDone[$0] }), frees(last) {
          ready.append(last)
        }
      }
    }
  }

  /// Whether a value can be computed and would be the last to need one of its operands.
  private func frees(_ index: Int) -> Bool {
    missing[index] == 0 && !isDone[index] && operands[index].contains { waiting[$0] == 1 }
  }
}
