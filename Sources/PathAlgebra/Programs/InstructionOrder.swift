/// The order in which the values of a graph are computed, such that few are alive at once: the fewer
/// columns there are, the nearer to the processor they stay.
///
/// Quarter by quarter: the quarter of a value is the last of the draws behind it, and what depends on
/// no quarter is computed when it is first used. Besides, a value is computed as soon as it can be,
/// when one that it needs is then needed no more: sums over quarters are added up as the quarters
/// come, and do not keep all of them until the end. Held by `InstructionOrderTests`.
struct InstructionOrder {
  private let graph: ValueGraph
  private let operands: Lists
  private let users: Lists
  /// Operands that are not computed yet.
  private var missing: [Int]
  /// Users that are not computed yet.
  private var waiting: [Int]
  private var isDone: [Bool]
  private var ready: [Int] = []
  private var result: [Int] = []

  /// `isNeeded` tells which values lead to an output.
  static func of(_ graph: ValueGraph, isNeeded: [Bool]) -> [Int] {
    var order = InstructionOrder(graph, isNeeded: isNeeded)
    let quarters = order.quarters()
    var byQuarter = graph.nodes.indices.filter { isNeeded[$0] }.map { Int(quarters[$0]) << 32 | $0 }
    byQuarter.sort()
    for item in byQuarter { order.compute(item & 0xffff_ffff) }
    return order.result
  }

  private init(_ graph: ValueGraph, isNeeded: [Bool]) {
    self.graph = graph
    let values = graph.nodes.indices
    var operands = Lists()
    for index in values {
      let own = operands.items.count
      for operand in isNeeded[index] ? graph.operands(of: graph.nodes[index]) : Operands() {
        // Constants take no time and no column of a block.
        guard graph.constant(of: operand) == nil,
          !operands.items[own...].contains(Int(operand))
        else { continue }
        operands.items.append(Int(operand))
      }
      operands.starts.append(operands.items.count)
    }
    self.operands = operands
    users = operands.turned
    isDone = Array(repeating: false, count: values.count)
    missing = values.map { operands[$0].count }
    waiting = values.map { [users] in users[$0].count }
  }

  /// A list of values for each value, all in one array.
  private struct Lists {
    var starts = [0]
    var items: [Int] = []

    subscript(index: Int) -> ArraySlice<Int> { items[starts[index]..<starts[index + 1]] }

    /// In the list of each value those in whose lists it is, in order.
    var turned: Lists {
      var result = Lists()
      result.starts = Array(repeating: 0, count: starts.count)
      for item in items { result.starts[item + 1] += 1 }
      for place in result.starts.indices.dropFirst() {
        result.starts[place] += result.starts[place - 1]
      }
      result.items = items
      var next = result.starts
      for index in 0..<starts.count - 1 {
        for item in self[index] {
          result.items[next[item]] = index
          next[item] += 1
        }
      }
      return result
    }
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
    ready.append(index)
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
