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
          Fusion.hasKernel(graph.nodes[inner], in: graph.nodes[index], at: number)
        else { continue }
        innerPlaces[index] = Int8(number)
        isInner[inner] = true
        break
      }
    }
  }

  /// Whether a value is computed with another one.
  func isPart(_ value: Int) -> Bool { isInner[value] }

  /// What is computed with a value: its operation, and which of the value's operands it is.
  func part(of value: Int) -> (operation: ColumnOperation, place: Int)? {
    guard innerPlaces[value] >= 0 else { return nil }
    let place = Int(innerPlaces[value])
    let inner = graph.operands(of: graph.nodes[value])[place]
    guard case .binary(let operation, _, _) = graph.nodes[Int(inner)] else { return nil }
    return (operation, place)
  }

  /// The operands of a value, with those of the one that is computed with it in its place.
  func operands(of value: Int) -> [ValueGraph.Value] {
    let operands = graph.operands(of: graph.nodes[value])
    guard innerPlaces[value] >= 0 else { return operands }
    let place = Int(innerPlaces[value])
    return operands[..<place] + graph.operands(of: graph.nodes[Int(operands[place])])
      + operands[(place + 1)...]
  }

  private static func hasKernel(
    _ inner: ValueGraph.Node, in node: ValueGraph.Node, at place: Int
  ) -> Bool {
    guard case .binary(let first, _, _) = inner else { return false }
    switch node {
    case .binary(let second, _, _): return ColumnPair(first, second, place: place) != nil
    case .choose: return place == 0 && first.isOrder
    case .earliest: return place == 1 && first.isOrder
    default: return false
    }
  }
}

extension ColumnOperation {
  /// Comparisons that have a kernel together with what they decide.
  var isOrder: Bool { self == .less || self == .lessOrEqual }
}
