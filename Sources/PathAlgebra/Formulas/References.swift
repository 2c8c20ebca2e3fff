/// What a formula names, each once, in the order of the text.
struct References: Sendable {
  /// Quantities, parameters and tables, with the column of their first mention.
  private(set) var names: [Formula.Name] = []
  /// Streams that it draws from by `normal`, `uniform` and `each`.
  private(set) var streams: [Stream] = []
  /// Tables that `lookup` reads.
  private(set) var tables: [String] = []

  struct Stream: Sendable {
    let name: String
    let function: String
    let isByQuarter: Bool

    /// Of the draw by itself.
    var formula: String { "\(function)(\(name)\(isByQuarter ? "" : ", by: trial"))" }
  }

  init(_ formula: Formula) { visit(formula) }

  private mutating func visit(_ formula: Formula) {
    switch formula {
    case .number, .amount, .quarter: break
    case .name(let name, let column):
      if !["quarter", "never"].contains(name) { add(name, column) }
    case .negated(let inner), .not(let inner): visit(inner)
    case .binary(_, let left, let right, _):
      visit(left)
      visit(right)
    case .call(let function, let arguments, _, let by, _):
      guard case .name(let name, let column)? = arguments.first,
        ["normal", "uniform", "each", "lookup"].contains(function)
      else {
        for argument in arguments { visit(argument) }
        return
      }
      if function == "lookup" {
        if !tables.contains(name) { tables.append(name) }
        for argument in arguments.dropFirst() { visit(argument) }
        return
      }
      streams.append(
        Stream(name: name, function: function, isByQuarter: by?.text != "trial"))
      if function == "each" { add(name, column) }
    }
  }

  private mutating func add(_ name: String, _ column: Int) {
    guard !names.contains(where: { $0.text == name }) else { return }
    names.append(Formula.Name(text: name, column: column))
  }
}
