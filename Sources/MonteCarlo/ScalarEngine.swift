internal import NumericalMethods
internal import PathAlgebra

/// Computes one trial at a time.
struct ScalarEngine {
  /// Who computes exponentials, logarithms and quantiles.
  enum Mathematics {
    /// The C library and GSL: an independent second opinion on the column engine.
    case library
    /// The functions whose bits the column engine gives.
    case own
  }

  private let program: ColumnProgram
  private let mathematics: Mathematics
  private let isNeeded: [Bool]
  private var values: [Double]

  init(_ program: ColumnProgram, mathematics: Mathematics) {
    self.program = program
    self.mathematics = mathematics
    isNeeded = program.graph.isNeeded(for: program.outputs.joined())
    values = Array(repeating: 0, count: program.graph.nodes.count)
  }

  /// Computes one trial. `uniform` is asked for every draw, always in the same order.
  mutating func run(
    uniform: (_ stream: Int, _ quarter: Int, _ draw: Int) throws(GSLError) -> Double
  ) throws(GSLError) {
    for index in program.graph.nodes.indices where isNeeded[index] {
      values[index] = try value(of: program.graph.nodes[index], uniform: uniform)
    }
  }

  /// What the last trial gave for a quantity, in each of its quarters or once.
  func outputs(_ quantity: Int) -> [Double] { program.outputs[quantity].map { values[Int($0)] } }

  private func value(
    of node: ValueGraph.Node, uniform: (Int, Int, Int) throws(GSLError) -> Double
  ) throws(GSLError) -> Double {
    let graph = program.graph
    func at(_ value: ValueGraph.Value) -> Double { values[Int(value)] }
    switch node {
    case .constant(let bits): return Double(bitPattern: bits)
    case .uniform(let stream, let quarter, let draw):
      return try uniform(Int(stream), Int(quarter), Int(draw))
    case .unary(let operation, let a): return apply(operation, at(a))
    case .binary(let operation, let a, let b): return apply(operation, at(a), at(b))
    case .choose(let a, let b, let c):
      return ColumnOperation.choose.value(at(a), at(b), at(c))
    case .earliest(let found, let condition, let quarter):
      guard at(found) == .infinity else { return at(found) }
      return ColumnOperation.choose.value(at(condition), Double(quarter), .infinity)
    case .table(let index, let score):
      return graph.tables[Int(index)].value(score: at(score))
    case .steps(let index, let a): return graph.stepFunctions[Int(index)].value(at: at(a))
    case .quantile(let index, let a):
      let distribution = graph.distributions[Int(index)]
      switch mathematics {
      case .library: return try GSLQuantiles.quantile(of: distribution, at(a))
      case .own: return distribution.quantile(at(a))
      }
    case .lookup(let index, let a):
      let table = graph.lookups[Int(index)]
      let place = at(a)
      return place.isNaN
        ? place : table[Int(min(max(place.rounded(.down), 0), Double(table.count - 1)))]
    case .delayed(let list, let back, let share):
      let history = graph.lists[Int(list)]
      let share = at(share)
      guard !share.isNaN else { return share }
      let quarter = history.count - Int(at(back))
      let recent = quarter > 0 ? at(history[quarter - 1]) : 0
      let early = quarter > 1 ? at(history[quarter - 2]) : 0
      return share > 0 ? early + (1 - share) * (recent - early) : recent
    }
  }

  private func apply(_ operation: ColumnOperation, _ a: Double, _ b: Double = 0) -> Double {
    switch mathematics {
    case .library: LibraryMathematics.value(operation, a, b)
    case .own: operation.value(a, b)
    }
  }
}
