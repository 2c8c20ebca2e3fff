package import NumericalMethods

/// Every value that a model computes in a trial, each once: constants folded, equal expressions
/// shared.
///
/// Folding uses the same bodies as the columns, so it changes no bit of any result.
package struct ValueGraph: Sendable {
  /// An index into `nodes`; operands come before the values that use them.
  package typealias Value = Int32

  package enum Node: Hashable, Sendable {
    case constant(UInt64)
    /// A uniform draw; quarter 0 is drawn once a trial.
    case uniform(stream: Int32, quarter: Int32, draw: Int32)
    case unary(ColumnOperation, Value)
    case binary(ColumnOperation, Value, Value)
    case choose(Value, Value, Value)
    /// What was found before the quarter, or the quarter where its condition holds; see `earliest`.
    case earliest(found: Value, condition: Value, quarter: Int32)
    /// A tabulated quantile at a normal score.
    case table(index: Int32, score: Value)
    /// A step function at a uniform number.
    case steps(index: Int32, Value)
    /// A distribution's quantile, one value at a time.
    case quantile(index: Int32, Value)
    case lookup(index: Int32, Value)
    /// The history at now - back - share: `list` holds the values of the quarters 1 … now, `back` is
    /// whole and `share` the rest of a lag.
    case delayed(list: Int32, back: Value, share: Value)

    /// In one word: a model has thousands of nodes, and each is looked up as it is made.
    package func hash(into hasher: inout Hasher) {
      func combine(_ kind: UInt64, _ a: Int32, _ b: Int32 = 0, _ c: Int32 = 0) {
        // Odd numbers without a pattern, so that no two operands make up for each other.
        let mixed =
          kind &* 0x9e37_79b9_7f4a_7c15 ^ UInt64(UInt32(bitPattern: a)) &* 0xbf58_476d_1ce4_e5b9
          ^ UInt64(UInt32(bitPattern: b)) &* 0x94d0_49bb_1331_11eb
          ^ UInt64(UInt32(bitPattern: c)) &* 0xd6e8_feb8_6659_fd93
        hasher.combine(mixed)
      }
      switch self {
      case .constant(let bits): hasher.combine(bits)
      case .uniform(let stream, let quarter, let draw): combine(1, stream, quarter, draw)
      case .unary(let operation, let a): combine(2, Int32(operation.rawValue), a)
      case .binary(let operation, let a, let b): combine(3, Int32(operation.rawValue), a, b)
      case .choose(let a, let b, let c): combine(4, a, b, c)
      case .earliest(let found, let condition, let quarter): combine(5, found, condition, quarter)
      case .table(let index, let score): combine(6, index, score)
      case .steps(let index, let a): combine(7, index, a)
      case .quantile(let index, let a): combine(8, index, a)
      case .lookup(let index, let a): combine(9, index, a)
      case .delayed(let list, let back, let share): combine(10, list, back, share)
      }
    }
  }

  package private(set) var nodes: [Node] = []
  package private(set) var streams: [String] = []
  package private(set) var lists: [[Value]] = []
  package private(set) var tables: [QuantileTable] = []
  package private(set) var stepFunctions: [StepFunction] = []
  package private(set) var distributions: [Distribution] = []
  package private(set) var lookups: [[Double]] = []

  private var known: [Node: Value] = [:]
  private var streamIndices: [String: Int32] = [:]
  private var listIndices: [[Value]: Int32] = [:]

  package init() {}

  package func constant(of value: Value) -> Double? {
    guard case .constant(let bits) = nodes[Int(value)] else { return nil }
    return Double(bitPattern: bits)
  }

  mutating func constant(_ value: Double) -> Value { insert(.constant(value.bitPattern)) }

  mutating func uniform(stream: String, quarter: Int, draw: Int = 0) -> Value {
    let next = Int32(streams.count)
    let index = streamIndices[stream] ?? next
    if index == next {
      streamIndices[stream] = next
      streams.append(stream)
    }
    return insert(.uniform(stream: index, quarter: Int32(quarter), draw: Int32(draw)))
  }

  mutating func unary(_ operation: ColumnOperation, _ a: Value) -> Value {
    if let x = constant(of: a) { return constant(operation.value(x)) }
    return insert(.unary(operation, a))
  }

  mutating func binary(_ operation: ColumnOperation, _ a: Value, _ b: Value) -> Value {
    let x = constant(of: a)
    let y = constant(of: b)
    if let x, let y { return constant(operation.value(x, y)) }
    switch operation {
    case .add where x == 0, .multiply where x == 1: return b
    case .add where y == 0, .subtract where y == 0: return a
    case .multiply where y == 1, .divide where y == 1: return a
    // Both orders give the same bits; one of them makes more expressions equal.
    case .add where a > b, .multiply where a > b: return insert(.binary(operation, b, a))
    default: return insert(.binary(operation, a, b))
    }
  }

  mutating func choose(_ condition: Value, _ yes: Value, _ no: Value) -> Value {
    if let x = constant(of: condition) { return x.isNaN ? condition : x != 0 ? yes : no }
    return insert(.choose(condition, yes, no))
  }

  /// The first quarter in which a condition holds, from what was found before this one: infinite
  /// where it has not held. A condition that is not a number is one from then on.
  mutating func earliest(_ found: Value, _ condition: Value, quarter: Int) -> Value {
    if let x = constant(of: found), x != .infinity { return found }
    if let x = constant(of: condition) {
      if x == 0 { return found }
      if constant(of: found) != nil { return x.isNaN ? condition : constant(Double(quarter)) }
    }
    return insert(.earliest(found: found, condition: condition, quarter: Int32(quarter)))
  }

  mutating func table(_ table: QuantileTable, score: Value) -> Value {
    let index = tables.firstIndex(of: table) ?? tables.count
    if index == tables.count { tables.append(table) }
    return insert(.table(index: Int32(index), score: score))
  }

  mutating func steps(_ function: StepFunction, _ a: Value) -> Value {
    let index = stepFunctions.firstIndex(of: function) ?? stepFunctions.count
    if index == stepFunctions.count { stepFunctions.append(function) }
    return insert(.steps(index: Int32(index), a))
  }

  mutating func quantile(of distribution: Distribution, _ a: Value) -> Value {
    let index = distributions.firstIndex(of: distribution) ?? distributions.count
    if index == distributions.count { distributions.append(distribution) }
    return insert(.quantile(index: Int32(index), a))
  }

  mutating func lookup(_ values: [Double], _ place: Value) -> Value {
    if let x = constant(of: place), !x.isNaN {
      return constant(values[Int(min(max(x.rounded(.down), 0), Double(values.count - 1)))])
    }
    let index = lookups.firstIndex(of: values) ?? lookups.count
    if index == lookups.count { lookups.append(values) }
    return insert(.lookup(index: Int32(index), place))
  }

  mutating func delayed(_ history: [Value], back: Value, share: Value) -> Value {
    let next = Int32(lists.count)
    let index = listIndices[history] ?? next
    if index == next {
      listIndices[history] = next
      lists.append(history)
    }
    return insert(.delayed(list: index, back: back, share: share))
  }

  private mutating func insert(_ node: Node) -> Value {
    let next = Value(nodes.count)
    // Looked up once, whether it is known or not.
    func read(_ value: inout Value) -> Value { value }
    let value = read(&known[node, default: next])
    if value == next { nodes.append(node) }
    return value
  }

  /// For each value whether one of the outputs needs it.
  package func isNeeded(for outputs: some Sequence<Value>) -> [Bool] {
    var isNeeded = Array(repeating: false, count: nodes.count)
    for output in outputs { isNeeded[Int(output)] = true }
    for index in nodes.indices.reversed() where isNeeded[index] {
      for operand in operands(of: nodes[index]) { isNeeded[Int(operand)] = true }
    }
    return isNeeded
  }

  /// The operands of a node, in order.
  package func operands(of node: Node) -> Operands {
    switch node {
    case .constant, .uniform: return Operands()
    case .unary(_, let a), .table(_, let a), .steps(_, let a), .quantile(_, let a),
      .lookup(_, let a):
      return Operands(a)
    case .binary(_, let a, let b): return Operands(a, b)
    case .choose(let a, let b, let c): return Operands(a, b, c)
    case .earliest(let found, let condition, _): return Operands(found, condition)
    case .delayed(let list, let back, let share):
      var operands = Operands(history: lists[Int(list)])
      operands.append(back)
      operands.append(share)
      return operands
    }
  }
}
