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
  /// Of the node at hand: registers or, for steps, operands.
  private var inputs: [Int32] = []

  /// An output that is a value: which quantity, in which of its quarters.
  private typealias Observer = (quantity: Int, period: Int)

  static func program(
    graph: ValueGraph, quantities: [Quantity], outputs: [[ValueGraph.Value]]
  ) -> ColumnProgram {
    var observers = Array(repeating: [Observer](), count: graph.nodes.count)
    for (quantity, values) in outputs.enumerated() {
      for (period, value) in values.enumerated() {
        observers[Int(value)].append((quantity, period))
      }
    }
    let order = InstructionOrder.of(graph, isNeeded: graph.isNeeded(for: outputs.joined()))
    let isOutput = observers.map { !$0.isEmpty }
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
      allocator.emit(index, at: place, observers: observers[index])
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
    _ index: Int, at place: Int, observers: [Observer]
  ) {
    let node = graph.nodes[index]
    // An output that is the same in every trial needs no column.
    if case .constant = node { return }
    let operands = fusion.operands(of: index)
    let work = fusion.work(index)
    inputs.removeAll(keepingCapacity: true)
    for value in operands {
      inputs.append(work == nil ? register(of: value) : operand(of: value))
    }
    if case .earliest(_, _, let quarter) = node { inputs.append(number(Double(quarter))) }
    // Kernels read and write element by element, so an operand that dies here may be overwritten;
    // `delayed` reads other columns at other places and must not.
    let releasesFirst: Bool
    if case .delayed = node { releasesFirst = false } else { releasesFirst = true }
    if releasesFirst { release(operands, at: place) }
    let own = fresh()
    registers[index] = own
    if !releasesFirst { release(operands, at: place) }
    if let work {
      append(work, into: own)
    } else {
      instructions.append(instruction(node, into: own))
    }
    observe(own, observers)
    if lastUse[index] == place { free.append(own) }
  }

  /// One that takes `inputs`, which are registers.
  private mutating func instruction(
    _ node: ValueGraph.Node, into own: ColumnProgram.Register
  ) -> ColumnProgram.Instruction {
    switch node {
    case .uniform(let stream, let quarter, let draw):
      return .uniform(into: own, stream: stream, quarter: quarter, draw: draw)
    case .unary(let operation, _): return .function(operation, into: own, inputs[0])
    case .binary(.poisson, _, _):
      return .poisson(into: own, probability: inputs[0], mean: inputs[1])
    case .table(let table, _): return .table(index: table, into: own, inputs[0])
    case .steps(let steps, _): return .steps(index: steps, into: own, inputs[0])
    case .quantile(let distribution, _):
      return .quantile(index: distribution, into: own, inputs[0])
    case .lookup(let table, _): return .lookup(index: table, into: own, inputs[0])
    case .delayed:
      let quarters = inputs.count - 2
      histories.append(Array(inputs[..<quarters]))
      return .delayed(
        into: own, history: Int32(histories.count - 1), back: inputs[quarters],
        share: inputs[quarters + 1])
    case .constant, .binary, .choose, .earliest:
      preconditionFailure("\(node) is a step of arithmetic, or nothing to compute")
    }
  }

  /// Adds a step that takes `inputs`.
  private mutating func append(
    _ work: ArithmeticStep.Work, into own: ColumnProgram.Register
  ) {
    guard let step = ArithmeticStep(work, into: own, inputs) else {
      preconditionFailure("\(work) does not take \(inputs.count) operands")
    }
    if case .arithmetic(let first, let count)? = instructions.last {
      instructions[instructions.count - 1] = .arithmetic(first: first, count: count + 1)
    } else {
      instructions.append(.arithmetic(first: Int32(steps.count), count: 1))
    }
    steps.append(step)
  }

  private mutating func observe(
    _ register: ColumnProgram.Register, _ observers: [Observer]
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

  private mutating func release(_ operands: Operands, at place: Int) {
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
