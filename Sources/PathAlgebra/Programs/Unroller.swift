internal import NumericalMethods

/// Computes the value graph of a model: every definition, quarter by quarter, as far as the wanted
/// outputs need them.
struct Unroller {
  let model: Model
  private let terms: [Term?]
  var graph = ValueGraph()
  private var computed: [[State]]
  private var chain: [Int] = []
  /// Nested folds multiply, and a stack is finite: both are bounded. A fold in each quarter takes
  /// the square of the horizon.
  private let mostSteps: Int
  static let deepest = 15_000
  private var steps = 0
  private var depth = 0
  let dependent: [String: Int]
  var forms: [Distribution: ColumnForm] = [:]
  var copula: QuantileTable?

  private enum State {
    case new
    case inProgress
    case done(ValueGraph.Value)
  }

  /// `terms` holds the linked formula of each definition.
  init(_ model: Model, terms: [Term?]) {
    self.model = model
    self.terms = terms
    mostSteps = max(20_000_000, 50 * model.axis.count * model.axis.count)
    computed = model.definitions.map {
      Array(repeating: .new, count: $0.quantity.isByQuarter ? model.axis.count : 1)
    }
    var dependent: [String: Int] = [:]
    for (row, name) in (model.dependence?.names ?? []).enumerated() { dependent[name] = row }
    self.dependent = dependent
  }

  /// The value of a definition in a quarter, counted from 1; of one by trial, in any.
  mutating func value(definition index: Int, quarter: Int) throws(FormulaError) -> ValueGraph.Value
  {
    let slot = model.definitions[index].quantity.isByQuarter ? quarter - 1 : 0
    switch computed[index][slot] {
    case .done(let value): return value
    case .inProgress:
      let names = chain.map { model.definitions[$0].quantity.name }
      let own = model.definitions[index].quantity.name
      throw .cycle(Array(names[(names.firstIndex(of: own) ?? 0)...]) + [own], column: 1)
    case .new: break
    }
    guard let term = terms[index] else {
      preconditionFailure("definition \(index) was not linked before it was needed")
    }
    computed[index][slot] = .inProgress
    chain.append(index)
    let value = try value(of: term, quarter: quarter)
    chain.removeLast()
    computed[index][slot] = .done(value)
    return value
  }

  private mutating func value(
    of term: Term, quarter: Int
  ) throws(FormulaError) -> ValueGraph.Value {
    steps += 1
    depth += 1
    defer { depth -= 1 }
    guard steps <= mostSteps else { throw .tooMuchWork(limit: mostSteps) }
    guard depth <= Unroller.deepest else { throw .tooMuchWork(limit: Unroller.deepest) }
    switch term {
    case .constant(let value): return graph.constant(value)
    case .time: return graph.constant(Double(quarter))
    case .parameter(let index): return parameter(index, quarter: quarter)
    case .definition(let index): return try value(definition: index, quarter: quarter)
    case .operation(let operation, let operands):
      let first = try value(of: operands[0], quarter: quarter)
      switch operation.operandCount {
      case 1: return graph.unary(operation, first)
      case 2:
        return graph.binary(operation, first, try value(of: operands[1], quarter: quarter))
      default: return try choose(first, operands[1], operands[2], quarter: quarter)
      }
    case .power(let base, let exponent):
      return power(
        try value(of: base, quarter: quarter), try value(of: exponent, quarter: quarter))
    case .lag(let inner, let quarters, let otherwise):
      return quarter > quarters
        ? try value(of: inner, quarter: quarter - quarters)
        : try value(of: otherwise, quarter: quarter)
    case .delayed(let inner, let lag):
      return try delayed(inner, lag: try value(of: lag, quarter: quarter), quarter: quarter)
    case .cumulative(let inner):
      return try fold(.add, inner, over: 1...quarter)
    case .reduction(let reduction, let inner, let window):
      return try reduce(reduction, inner, over: window)
    case .draw(let draw, let stream, let byTrial):
      return score(draw, stream: stream, quarter: byTrial ? 0 : quarter)
    case .each(let index):
      return variate(parameter: index, quarter: quarter)
    case .lookup(let table, let place):
      return graph.lookup(
        model.tables[table].values, try value(of: place, quarter: quarter))
    }
  }

  /// A branch that can never be taken is not computed: it may not even be defined there.
  private mutating func choose(
    _ condition: ValueGraph.Value, _ yes: Term, _ no: Term, quarter: Int
  ) throws(FormulaError) -> ValueGraph.Value {
    if let known = graph.constant(of: condition) {
      if known.isNaN { return condition }
      return try value(of: known != 0 ? yes : no, quarter: quarter)
    }
    let first = try value(of: yes, quarter: quarter)
    return graph.choose(condition, first, try value(of: no, quarter: quarter))
  }

  private mutating func fold(
    _ operation: ColumnOperation, _ inner: Term, over window: ClosedRange<Int>
  ) throws(FormulaError) -> ValueGraph.Value {
    var result = try value(of: inner, quarter: window.lowerBound)
    for quarter in window.dropFirst() {
      result = graph.binary(operation, result, try value(of: inner, quarter: quarter))
    }
    return result
  }

  private mutating func reduce(
    _ reduction: Term.Reduction, _ inner: Term, over window: ClosedRange<Int>
  ) throws(FormulaError) -> ValueGraph.Value {
    switch reduction {
    case .sum, .count: return try fold(.add, inner, over: window)
    case .mean:
      let sum = try fold(.add, inner, over: window)
      return graph.binary(.divide, sum, graph.constant(Double(window.count)))
    case .minimum: return try fold(.minimum, inner, over: window)
    case .maximum: return try fold(.maximum, inner, over: window)
    case .last:
      // From the first quarter on: a long chain of `previous` is then never deeper than one step.
      for quarter in 1..<window.upperBound { _ = try value(of: inner, quarter: quarter) }
      return try value(of: inner, quarter: window.upperBound)
    case .first:
      // Forwards, so that no condition has to wait for those that come later.
      var found = graph.constant(.infinity)
      for quarter in window {
        found = graph.earliest(found, try value(of: inner, quarter: quarter), quarter: quarter)
      }
      return found
    }
  }

  private mutating func delayed(
    _ inner: Term, lag: ValueGraph.Value, quarter: Int
  ) throws(FormulaError) -> ValueGraph.Value {
    var history: [ValueGraph.Value] = []
    for past in 1...quarter { history.append(try value(of: inner, quarter: past)) }
    // What is longer ago than everything is as long ago as it is; so quarters share what follows.
    let longest = graph.constant(Double(model.axis.count))
    let held = graph.binary(
      .minimum, graph.binary(.maximum, lag, graph.constant(0)), longest)
    let back = graph.unary(.floor, held)
    let share = graph.binary(.subtract, held, back)
    guard let quarters = graph.constant(of: back), let part = graph.constant(of: share) else {
      return graph.delayed(history, back: back, share: share)
    }
    guard !part.isNaN else { return share }
    func level(_ quarter: Int) -> ValueGraph.Value {
      quarter > 0 ? history[quarter - 1] : graph.constant(0)
    }
    let recent = level(quarter - Int(quarters))
    guard part > 0 else { return recent }
    let early = level(quarter - Int(quarters) - 1)
    let rise = graph.binary(.subtract, recent, early)
    return graph.binary(.add, early, graph.binary(.multiply, graph.constant(1 - part), rise))
  }

  private mutating func power(
    _ base: ValueGraph.Value, _ exponent: ValueGraph.Value
  ) -> ValueGraph.Value {
    if let known = graph.constant(of: exponent) {
      if let constant = graph.constant(of: base) {
        return graph.constant(Elementary.power(constant, known))
      }
      if known == 0.5 { return graph.unary(.squareRoot, base) }
      if known == known.rounded(), abs(known) <= 64 { return wholePower(base, Int(known)) }
    }
    let logarithm = graph.unary(.log, base)
    return graph.unary(.exp, graph.binary(.multiply, exponent, logarithm))
  }

  private mutating func wholePower(_ base: ValueGraph.Value, _ power: Int) -> ValueGraph.Value {
    var result = graph.constant(1)
    var square = base
    var left = abs(power)
    while left > 0 {
      if left & 1 == 1 { result = graph.binary(.multiply, result, square) }
      left >>= 1
      if left > 0 { square = graph.binary(.multiply, square, square) }
    }
    return power < 0 ? graph.binary(.divide, graph.constant(1), result) : result
  }
}
