internal import NumericalMethods

/// Turns a value graph into instructions: drops what nothing needs, puts the rest into a good order,
/// takes together what can be, and reuses a register as soon as its value is used for the last time.
struct RegisterAllocator {
  private let graph: ValueGraph
  private let fusion: Fusion
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
  private var steps: [ArithmeticStep] = []
  private var numbers: [Double] = []
  /// Operands of steps that stand for numbers.
  private var numberOperands: [UInt64: Int32] = [:]

  static func program(
    graph: ValueGraph, quantities: [Quantity], outputs: [[ValueGraph.Value]]
  ) -> ColumnProgram {
    var observed: [ValueGraph.Value: [(quantity: Int, period: Int)]] = [:]
    for (quantity, values) in outputs.enumerated() {
      for (period, value) in values.enumerated() {
        observed[value, default: []].append((quantity, period))
      }
    }
    let order = InstructionOrder.of(graph, isNeeded: graph.isNeeded(for: observed.keys))
    var isOutput = Array(repeating: false, count: graph.nodes.count)
    for value in observed.keys { isOutput[Int(value)] = true }
    var allocator = RegisterAllocator(
      graph, Fusion(graph, order: order, isOutput: isOutput))
    let computed = order.filter { !allocator.fusion.isPart($0) }
    for (place, index) in computed.enumerated() {
      allocator.lastUse[index] = max(allocator.lastUse[index], place)
      for operand in allocator.fusion.operands(of: index) {
        allocator.lastUse[Int(operand)] = place
      }
    }
    for (place, index) in computed.enumerated() {
      allocator.emit(index, at: place, observers: observed[ValueGraph.Value(index)] ?? [])
    }
    return ColumnProgram(
      quantities: quantities, graph: graph, outputs: outputs,
      instructions: allocator.instructions, observations: allocator.observations,
      registerCount: Int(allocator.count), histories: allocator.histories,
      constants: allocator.constants, steps: allocator.steps, numbers: allocator.numbers)
  }

  private init(_ graph: ValueGraph, _ fusion: Fusion) {
    self.graph = graph
    self.fusion = fusion
    lastUse = Array(repeating: -1, count: graph.nodes.count)
    registers = Array(repeating: nil, count: graph.nodes.count)
  }

  private mutating func emit(
    _ index: Int, at place: Int, observers: [(quantity: Int, period: Int)]
  ) {
    let node = graph.nodes[index]
    // An output that is the same in every trial needs no column.
    if case .constant = node { return }
    let operands = fusion.operands(of: index)
    let computation = computation(index, operands)
    // Kernels read and write element by element, so an operand that dies here may be overwritten;
    // `delayed` reads other columns at other places and must not.
    let releasesFirst: Bool
    if case .delayed = node { releasesFirst = false } else { releasesFirst = true }
    if releasesFirst { release(operands, at: place) }
    let own = fresh()
    registers[index] = own
    if !releasesFirst { release(operands, at: place) }
    append(computation(own))
    observe(own, observers)
    if lastUse[index] == place { free.append(own) }
  }

  private enum Computation {
    case instruction(ColumnProgram.Instruction)
    case step(ArithmeticStep)
  }

  /// How a value is computed, when it is known into which register.
  private mutating func computation(
    _ index: Int, _ operands: [ValueGraph.Value]
  ) -> (ColumnProgram.Register) -> Computation {
    let node = graph.nodes[index]
    if let work = fusion.work(index) {
      var operands = operands.map { operand(of: $0) }
      if case .earliest(_, _, let quarter) = node { operands.append(number(Double(quarter))) }
      return {
        guard let step = ArithmeticStep(work, into: $0, operands) else {
          preconditionFailure("\(work) does not take \(operands.count) operands")
        }
        return .step(step)
      }
    }
    let instruction = instruction(node)
    return { .instruction(instruction($0)) }
  }

  private mutating func instruction(
    _ node: ValueGraph.Node
  ) -> (ColumnProgram.Register) -> ColumnProgram.Instruction {
    switch node {
    case .uniform(let stream, let quarter, let draw):
      return { .uniform(into: $0, stream: stream, quarter: quarter, draw: draw) }
    case .unary(let operation, let a):
      let a = register(of: a)
      return { .function(operation, into: $0, a) }
    case .binary(.poisson, let probability, let mean):
      let (probability, mean) = (register(of: probability), register(of: mean))
      return { .poisson(into: $0, probability: probability, mean: mean) }
    case .table(let table, let a):
      let a = register(of: a)
      return { .table(index: table, into: $0, a) }
    case .steps(let steps, let a):
      let a = register(of: a)
      return { .steps(index: steps, into: $0, a) }
    case .quantile(let distribution, let a):
      let a = register(of: a)
      return { .quantile(index: distribution, into: $0, a) }
    case .lookup(let table, let a):
      let a = register(of: a)
      return { .lookup(index: table, into: $0, a) }
    case .delayed(let list, let back, let share):
      let history = Int32(histories.count)
      histories.append(graph.lists[Int(list)].map { register(of: $0) })
      let (back, share) = (register(of: back), register(of: share))
      return { .delayed(into: $0, history: history, back: back, share: share) }
    case .constant, .binary, .choose, .earliest:
      preconditionFailure("\(node) is a step of arithmetic, or nothing to compute")
    }
  }

  private mutating func append(_ computation: Computation) {
    switch computation {
    case .instruction(let instruction): instructions.append(instruction)
    case .step(let step):
      if case .arithmetic(let first, let count)? = instructions.last {
        instructions[instructions.count - 1] = .arithmetic(first: first, count: count + 1)
      } else {
        instructions.append(.arithmetic(first: Int32(steps.count), count: 1))
      }
      steps.append(step)
    }
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

  /// What stands for a value in a step.
  private mutating func operand(of value: ValueGraph.Value) -> Int32 {
    graph.constant(of: value).map { number($0) } ?? register(of: value)
  }

  private mutating func number(_ value: Double) -> Int32 {
    let next = ~Int32(numbers.count)
    let operand = numberOperands[value.bitPattern] ?? next
    if operand == next {
      numberOperands[value.bitPattern] = next
      numbers.append(value)
    }
    return operand
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
