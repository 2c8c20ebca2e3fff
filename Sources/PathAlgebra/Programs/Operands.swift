/// What a node of a graph is computed from, in order. It takes no memory of its own: a model has
/// thousands of nodes, and their operands are asked for again and again.
package struct Operands: RandomAccessCollection {
  /// Come first.
  private let history: [ValueGraph.Value]
  private var others = InlineArray<4, ValueGraph.Value>(repeating: 0)
  private var otherCount = 0

  init(history: [ValueGraph.Value] = []) { self.history = history }

  init(_ a: ValueGraph.Value) {
    self.init()
    append(a)
  }

  init(_ a: ValueGraph.Value, _ b: ValueGraph.Value) {
    self.init(a)
    append(b)
  }

  init(_ a: ValueGraph.Value, _ b: ValueGraph.Value, _ c: ValueGraph.Value) {
    self.init(a, b)
    append(c)
  }

  /// Four at most, besides those of a history.
  mutating func append(_ operand: ValueGraph.Value) {
    others[otherCount] = operand
    otherCount += 1
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { history.count + otherCount }

  package subscript(place: Int) -> ValueGraph.Value {
    place < history.count ? history[place] : others[place - history.count]
  }
}
