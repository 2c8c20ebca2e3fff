internal import Numerics

/// Resolves the names of formulas and checks units and shapes.
struct Linker {
  let model: Model
  private let symbols: [String: Symbol]

  enum Symbol {
    case parameter(Int)
    case table(Int)
    case definition(Int)
  }

  /// A term with what is known of it; a nil unit fits any (the literal 0).
  struct Typed {
    var term: Term
    var unit: Unit?
    /// The name of a quantity by quarter outside any reduction, if there is one.
    var byQuarter: String?
  }

  init(_ model: Model) throws(FormulaError) {
    self.model = model
    var symbols: [String: Symbol] = [:]
    func add(_ name: String, _ symbol: Symbol) throws(FormulaError) {
      guard symbols.updateValue(symbol, forKey: name) == nil else { throw .duplicateName(name) }
    }
    for (index, parameter) in model.parameters.enumerated() {
      try add(parameter.name, .parameter(index))
    }
    for (index, table) in model.tables.enumerated() { try add(table.name, .table(index)) }
    for (index, definition) in model.definitions.enumerated() {
      try add(definition.quantity.name, .definition(index))
    }
    self.symbols = symbols
  }

  /// The linked formula of a definition, its unit and shape as declared.
  func link(_ definition: Model.Definition) throws(FormulaError) -> Term {
    let formula = try Parser.parse(definition.formula)
    let typed = try link(formula)
    let quantity = definition.quantity
    if let unit = typed.unit, unit != quantity.unit {
      throw .unitsDiffer(
        unit.description, quantity.unit.description, operation: quantity.name, column: 1)
    }
    if let name = typed.byQuarter, !quantity.isByQuarter {
      throw .byQuarterInTrial(name, column: 1)
    }
    return typed.term
  }

  func link(_ formula: Formula) throws(FormulaError) -> Typed {
    switch formula {
    case .number(let value):
      return Typed(term: .constant(value), unit: value == 0 ? nil : Unit.none)
    case .quarter(let label, let column):
      guard let position = model.axis.position(of: label) else {
        throw .outsideHorizon(label, column: column)
      }
      return Typed(term: .constant(Double(position)), unit: Unit.none)
    case .name(let name, let column):
      return try reference(name, column: column)
    case .negated(let inner):
      var typed = try link(inner)
      if case .constant(let value) = typed.term {
        typed.term = .constant(-value)
      } else {
        typed.term = .operation(.negate, [typed.term])
      }
      return typed
    case .not(let inner):
      var typed = try pure(link(inner), "not", column: inner.column)
      typed.term = .operation(.subtract, [.constant(1), typed.term])
      return typed
    case .binary(let operation, let left, let right, let column):
      return try binary(operation, link(left), link(right), column: column)
    case .call(let name, let arguments, let over, let by, let column):
      return try call(name, arguments, over: over, by: by, column: column)
    }
  }

  private func reference(_ name: String, column: Int) throws(FormulaError) -> Typed {
    switch name {
    case "quarter": return Typed(term: .time, unit: Unit.none, byQuarter: name)
    case "never": return Typed(term: .constant(.infinity), unit: Unit.none)
    default: break
    }
    switch symbols[name] {
    case .parameter(let index):
      let parameter = model.parameters[index]
      var byQuarter: String?
      if case .series = parameter.value { byQuarter = name }
      return Typed(term: .parameter(index), unit: parameter.unit, byQuarter: byQuarter)
    case .definition(let index):
      let quantity = model.definitions[index].quantity
      return Typed(
        term: .definition(index), unit: quantity.unit,
        byQuarter: quantity.isByQuarter ? name : nil)
    case .table, nil:
      throw .unknownName(name, nearest: nearest(to: name), column: column)
    }
  }

  private func binary(
    _ operation: Formula.BinaryOperator, _ a: Typed, _ b: Typed, column: Int
  ) throws(FormulaError) -> Typed {
    let byQuarter = a.byQuarter ?? b.byQuarter
    func same(_ column: Int) throws(FormulaError) -> Unit? {
      try unify(a.unit, b.unit, operation: operation.rawValue, column: column)
    }
    func make(_ operation: ColumnOperation, _ terms: [Term], _ unit: Unit?) -> Typed {
      Typed(term: .operation(operation, terms), unit: unit, byQuarter: byQuarter)
    }
    switch operation {
    case .add: return make(.add, [a.term, b.term], try same(column))
    case .subtract: return make(.subtract, [a.term, b.term], try same(column))
    case .multiply:
      return make(.multiply, [a.term, b.term], (a.unit ?? .none) * (b.unit ?? .none))
    case .divide: return make(.divide, [a.term, b.term], (a.unit ?? .none) / (b.unit ?? .none))
    case .power:
      _ = try pure(b, "^", column: column)
      var unit: Unit? = Unit.none
      if case .constant(let value) = b.term, let whole = Int(exactly: value), abs(whole) <= 64 {
        unit = a.unit?.raised(to: whole)
      } else {
        _ = try pure(a, "^", column: column)
      }
      return Typed(term: .power(a.term, b.term), unit: unit, byQuarter: byQuarter)
    case .less, .greater, .lessOrEqual, .greaterOrEqual, .equal, .notEqual:
      _ = try same(column)
      let swapped = operation == .greater || operation == .greaterOrEqual
      let terms = swapped ? [b.term, a.term] : [a.term, b.term]
      let strict = operation == .less || operation == .greater
      switch operation {
      case .equal: return make(.equal, terms, Unit.none)
      case .notEqual:
        return make(.subtract, [.constant(1), .operation(.equal, terms)], Unit.none)
      default: return make(strict ? .less : .lessOrEqual, terms, Unit.none)
      }
    case .and, .or:
      let left = try pure(a, operation.rawValue, column: column)
      let right = try pure(b, operation.rawValue, column: column)
      return make(operation == .and ? .multiply : .maximum, [left.term, right.term], Unit.none)
    }
  }

  func unify(_ a: Unit?, _ b: Unit?, operation: String, column: Int) throws(FormulaError) -> Unit? {
    guard let a, let b else { return a ?? b }
    guard a == b else {
      throw .unitsDiffer(a.description, b.description, operation: operation, column: column)
    }
    return a
  }

  func pure(_ typed: Typed, _ operation: String, column: Int) throws(FormulaError) -> Typed {
    if let unit = typed.unit, unit != .none {
      throw .needsPureNumber(unit.description, operation: operation, column: column)
    }
    var result = typed
    result.unit = Unit.none
    return result
  }

  func symbol(_ name: String) -> Symbol? { symbols[name] }

  func nearest(to name: String) -> String? {
    Spelling.nearest(to: name, among: symbols.keys.sorted())
  }
}
