internal import NumericalMethods

/// Which values are computed in one pass together with the only value that needs them, so that they
/// take no column and no instruction of their own. Held by `FusionTests`.
struct Fusion {
  /// For each value the operand that is computed with it, as its index among the operands.
  private var innerPlaces: [Int8]
  private var isInner: [Bool]
  private let graph: ValueGraph

  /// How many instructions later the other value may be: the operands of both wait for it.
  private static let reach = 64

  /// `order` is that of all values that are needed; outputs have columns of their own.
  init(_ graph: ValueGraph, order: [Int], isOutput: [Bool]) {
    self.graph = graph
    innerPlaces = Array(repeating: -1, count: graph.nodes.count)
    isInner = Array(repeating: false, count: graph.nodes.count)
    var uses = Array(repeating: 0, count: graph.nodes.count)
    var places = Array(repeating: 0, count: graph.nodes.count)
    for (place, index) in order.enumerated() {
      places[index] = place
      for operand in graph.operands(of: graph.nodes[index]) { uses[Int(operand)] += 1 }
    }
    for (place, index) in order.enumerated() {
      let operands = graph.operands(of: graph.nodes[index])
      // Those of the whole history of a lag are not computed with it.
      guard operands.count <= 3 else { continue }
      for (number, operand) in operands.enumerated() {
        let inner = Int(operand)
        guard uses[inner] == 1, !isOutput[inner], innerPlaces[inner] < 0,
          place - places[inner] <= Fusion.reach,
          Fusion.together(graph.nodes[inner], in: graph.nodes[index], at: number) != nil
        else { continue }
        innerPlaces[index] = Int8(number)
        isInner[inner] = true
        break
      }
    }
  }

  /// Whether a value is computed with another one.
  func isPart(_ value: Int) -> Bool { isInner[value] }

  /// The step that computes a value and what is computed with it; nil for what is no arithmetic.
  func work(_ value: Int) -> ArithmeticStep.Work? {
    let node = graph.nodes[value]
    guard innerPlaces[value] >= 0 else {
      return Fusion.alone(node).flatMap { $0.hasKernel ? $0 : nil }
    }
    let place = Int(innerPlaces[value])
    return Fusion.together(graph.nodes[Int(graph.operands(of: node)[place])], in: node, at: place)
  }

  /// What the step of a value takes: its operands and those of what is computed with it.
  func operands(of value: Int) -> Operands {
    let own = graph.operands(of: graph.nodes[value])
    guard innerPlaces[value] >= 0 else { return own }
    let place = Int(innerPlaces[value])
    let inner = graph.operands(of: graph.nodes[Int(own[place])])
    // Those of two operations with two operands begin with those of the first, wherever it stands.
    let before: Int
    if case .binary = graph.nodes[value] { before = 0 } else { before = place }
    var operands = Operands()
    for operand in own[..<before] { operands.append(operand) }
    for operand in inner { operands.append(operand) }
    for other in before..<own.count where other != place { operands.append(own[other]) }
    return operands
  }

  private static func alone(_ node: ValueGraph.Node) -> ArithmeticStep.Work? {
    switch node {
    case .unary(let operation, _), .binary(let operation, _, _): .one(operation)
    case .choose: .one(.choose)
    case .earliest: .earliest
    default: nil
    }
  }

  /// Nil where there is no such step.
  private static func together(
    _ inner: ValueGraph.Node, in node: ValueGraph.Node, at place: Int
  ) -> ArithmeticStep.Work? {
    guard case .binary(let first, _, _) = inner else { return nil }
    let work: ArithmeticStep.Work
    switch node {
    case .binary(let second, _, _): work = .two(first, then: second, place: place)
    case .choose where place == 0: work = .chooseWhere(first)
    case .earliest where place == 1: work = .earliestWhere(first)
    default: return nil
    }
    return work.hasKernel ? work : nil
  }
}
