internal import NumericalMethods

/// Turns a value graph into instructions: drops what nothing needs, puts the rest into a good order,
/// and reuses a register as soon as its value is used for the last time.
struct RegisterAllocator {
  private let graph: ValueGraph
  /// For each value the place in the order of the instruction that uses it last; its own when only
  /// an output needs it, and -1 when nothing does.
  private var lastUse: [Int]
  private var registers: [ColumnProgram.Register?]
  private var free: [ColumnProgram.Register] = []
  private var count: ColumnProgram.Register = 0
  private var instructions: [ColumnProgram.Instruction] = []
  private var observations: [ColumnProgram.Observation] = []
  private var histories: [[ColumnProgram.Register]] = []
  private var constants: [(register: ColumnProgram.Register, value: Double)] = []

  static func program(
    graph: ValueGraph, quantities: [Quantity], outputs: [[ValueGraph.Value]]
  ) -> ColumnProgram {
    var observed: [ValueGraph.Value: [(quantity: Int, period: Int)]] = [:]
    for (quantity, values) in outputs.enumerated() {
      for (period, value) in values.enumerated() {
        observed[value, default: []].append((quantity, period))
      }
    }
    var allocator = RegisterAllocator(graph)
    let isNeeded = graph.isNeeded(for: observed.keys)
    let order = InstructionOrder.of(graph, isNeeded: isNeeded)
    for (place, index) in order.enumerated() {
      allocator.lastUse[index] = max(allocator.lastUse[index], place)
      for operand in graph.operands(of: graph.nodes[index]) {
        allocator.lastUse[Int(operand)] = place
      }
    }
    for (place, index) in order.enumerated() {
      allocator.emit(index, at: place, observers: observed[ValueGraph.Value(index)] ?? [])
    }
    return ColumnProgram(
      quantities: quantities, graph: graph, outputs: outputs,
      instructions: allocator.instructions, observations: allocator.observations,
      registerCount: Int(allocator.count), histories: allocator.histories,
      constants: allocator.constants)
  }

  private init(_ graph: ValueGraph) {
    self.graph = graph
    lastUse = Array(repeating: -1, count: graph.nodes.count)
    registers = Array(repeating: nil, count: graph.nodes.count)
  }

  private mutating func emit(
    _ index: Int, at place: Int, observers: [(quantity: Int, period: Int)]
  ) {
    let node = graph.nodes[index]
    // An output that is the same in every trial needs no column.
    if case .constant = node { return }
    let operands = graph.operands(of: node)
    let instruction: (ColumnProgram.Register) -> ColumnProgram.Instruction
    switch node {
    case .constant: return
    case .uniform(let stream, let quarter, let draw):
      instruction = { .uniform(into: $0, stream: stream, quarter: quarter, draw: draw) }
    case .unary(let operation, let a):
      let a = register(of: a)
      instruction = { .unary(operation, into: $0, a) }
    case .binary(let operation, let a, let b):
      instruction = binary(operation, a, b)
    case .choose(let a, let b, let c):
      let (a, b, c) = (register(of: a), register(of: b), register(of: c))
      instruction = { .choose(into: $0, a, b, c) }
    case .earliest(let found, let condition, let quarter):
      let (found, condition) = (register(of: found), register(of: condition))
      instruction = { .earliest(into: $0, found: found, condition: condition, quarter: quarter) }
    case .table(let table, let a):
      let a = register(of: a)
      instruction = { .table(index: table, into: $0, a) }
    case .steps(let steps, let a):
      let a = register(of: a)
      instruction = { .steps(index: steps, into: $0, a) }
    case .quantile(let distribution, let a):
      let a = register(of: a)
      instruction = { .quantile(index: distribution, into: $0, a) }
    case .lookup(let table, let a):
      let a = register(of: a)
      instruction = { .lookup(index: table, into: $0, a) }
    case .delayed(let list, let back, let share):
      let history = Int32(histories.count)
      histories.append(graph.lists[Int(list)].map { register(of: $0) })
      let (back, share) = (register(of: back), register(of: share))
      instruction = { .delayed(into: $0, history: history, back: back, share: share) }
    }
    // Kernels read and write element by element, so an operand that dies here may be overwritten;
    // `delayed` reads other columns at other places and must not.
    let releasesFirst: Bool
    if case .delayed = node { releasesFirst = false } else { releasesFirst = true }
    if releasesFirst { release(operands, at: place) }
    let own = fresh()
    registers[index] = own
    if !releasesFirst { release(operands, at: place) }
    instructions.append(instruction(own))
    observe(own, observers)
    if lastUse[index] == place { free.append(own) }
  }

  private mutating func binary(
    _ operation: ColumnOperation, _ a: ValueGraph.Value, _ b: ValueGraph.Value
  ) -> (ColumnProgram.Register) -> ColumnProgram.Instruction {
    switch operation {
    case .add, .subtract, .multiply, .divide:
      if let constant = graph.constant(of: b) {
        let a = register(of: a)
        return { .binaryConstantRight(operation, into: $0, a, constant) }
      }
      if let constant = graph.constant(of: a) {
        let b = register(of: b)
        return { .binaryConstantLeft(operation, into: $0, constant, b) }
      }
    default: break
    }
    let (a, b) = (register(of: a), register(of: b))
    return { .binary(operation, into: $0, a, b) }
  }

  private mutating func observe(
    _ register: ColumnProgram.Register, _ observers: [(quantity: Int, period: Int)]
  ) {
    for (quantity, period) in observers {
      let column = observations.count
      observations.append(
        ColumnProgram.Observation(column: column, quantity: quantity, period: period))
      instructions.append(.observe(register, Int32(column)))
    }
  }

  /// Where a value is; a constant gets a register of its own, filled once for the whole run.
  private mutating func register(of value: ValueGraph.Value) -> ColumnProgram.Register {
    if let register = registers[Int(value)] { return register }
    guard let constant = graph.constant(of: value) else {
      preconditionFailure("value \(value) is used before it is computed")
    }
    // Never one from the free list: that one's earlier writes would come again with each block.
    let register = count
    count += 1
    registers[Int(value)] = register
    constants.append((register, constant))
    return register
  }

  private mutating func fresh() -> ColumnProgram.Register {
    if let register = free.popLast() { return register }
    count += 1
    return count - 1
  }

  private mutating func release(_ operands: [ValueGraph.Value], at place: Int) {
    for operand in operands where lastUse[Int(operand)] == place {
      guard graph.constant(of: operand) == nil, let register = registers[Int(operand)] else {
        continue
      }
      free.append(register)
      // One that is an operand twice is given back once.
      registers[Int(operand)] = nil
    }
  }
}
