internal import NumericalMethods

/// Resolves the names of formulas and checks units and shapes.
struct Linker {
  let model: Model
  private let symbols: [String: Symbol]
  /// What is known so far of definitions whose unit and shape follow from their formulas.
  var inferred: [Int: Inferred] = [:]
  /// The drivers whose draws a formula may name, where they are known: any name is a stream.
  var drivers: [String]?
  /// The name that the formula defines, which it cannot have meant by a name close to it.
  var defining: String?

  enum Symbol {
    case parameter(Int)
    case table(Int)
    case definition(Int)
  }

  /// A term with what is known of it.
  struct Typed {
    var term: Term
    /// Nil fits any: that of the literal 0, or not known yet.
    var unit: Unit?
    /// The name of a quantity by quarter outside any reduction, if there is one.
    var byQuarter: String?
    /// The first quarter in which it is defined.
    var firstQuarter = 1
    /// How it is read, where that is more than a number in a unit.
    var style: ValueStyle?
  }

  struct Inferred: Equatable {
    var unit: Unit?
    var isByQuarter = false
    var firstQuarter = 1
    var style: ValueStyle?
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
      throw .otherUnit(unit.description, declared: quantity.unit.description)
    }
    if let name = typed.byQuarter, !quantity.isByQuarter {
      throw .byQuarterInTrial(name, column: formula.column)
    }
    return typed.term
  }

  func link(_ formula: Formula) throws(FormulaError) -> Typed {
    switch formula {
    case .number(let value, _):
      return Typed(term: .constant(value), unit: value == 0 ? nil : Unit.none)
    case .amount(let value, let unit, _): return Typed(term: .constant(value), unit: unit)
    case .quarter(let label, let column):
      guard let position = model.axis.position(of: label) else {
        throw .outsideHorizon(label, column: column)
      }
      return Typed(term: .constant(Double(position)), unit: Unit.none, style: .quarter)
    case .name(let name, let column):
      return try reference(name, column: column)
    case .negated(let inner):
      var typed = try link(inner)
      if case .constant(let value) = typed.term {
        typed.term = .constant(-value)
      } else {
        typed.term = .operation(.negate, [typed.term])
      }
      if typed.style != .percentage { typed.style = nil }
      return typed
    case .not(let inner):
      var typed = try condition(link(inner), "not", column: inner.column)
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
    case "quarter":
      return Typed(term: .time, unit: Unit.none, byQuarter: name, style: .quarter)
    case "never": return Typed(term: .constant(.infinity), unit: Unit.none, style: .quarter)
    default: break
    }
    switch symbols[name] {
    case .parameter(let index): return parameter(index, name)
    case .definition(let index):
      if let known = inferred[index] {
        return Typed(
          term: .definition(index), unit: known.unit, byQuarter: known.isByQuarter ? name : nil,
          firstQuarter: known.firstQuarter, style: known.style)
      }
      let quantity = model.definitions[index].quantity
      return Typed(
        term: .definition(index), unit: quantity.unit,
        byQuarter: quantity.isByQuarter ? name : nil, firstQuarter: quantity.firstQuarter,
        style: Linker.telling(quantity.style))
    case .table, nil:
      throw .unknownName(name, nearest: nearest(to: name), column: column)
    }
  }

  private func parameter(_ index: Int, _ name: String) -> Typed {
    let parameter = model.parameters[index]
    switch parameter.value {
    case .constant, .distribution:
      return Typed(term: .parameter(index), unit: parameter.unit)
    case .series: return Typed(term: .parameter(index), unit: parameter.unit, byQuarter: name)
    case .quarterlyDistribution:
      return Typed(term: .each(parameter: index), unit: parameter.unit, byQuarter: name)
    }
  }

  private func binary(
    _ operation: Formula.BinaryOperator, _ a: Typed, _ b: Typed, column: Int
  ) throws(FormulaError) -> Typed {
    func make(
      _ operation: ColumnOperation, _ terms: [Term], _ unit: Unit?, _ style: ValueStyle? = nil
    ) -> Typed {
      combined(.operation(operation, terms), unit: unit, [a, b], style: style)
    }
    func same() throws(FormulaError) -> Unit? {
      try unify(a.unit, b.unit, operation: operation.rawValue, column: column)
    }
    switch operation {
    case .add: return make(.add, [a.term, b.term], try same(), Linker.sum(a, b))
    case .subtract: return make(.subtract, [a.term, b.term], try same(), Linker.sum(a, b))
    case .multiply: return make(.multiply, [a.term, b.term], product(a, b) { $0 * $1 })
    case .divide: return make(.divide, [a.term, b.term], product(a, b) { $0 / $1 })
    case .power:
      _ = try pure(b, "^", column: column)
      var unit: Unit? = Unit.none
      if case .constant(let value) = b.term, let whole = Int(exactly: value), abs(whole) <= 64 {
        unit = a.unit?.raised(to: whole)
      } else {
        _ = try pure(a, "^", column: column)
      }
      return combined(.power(a.term, b.term), unit: unit, [a, b])
    case .less, .greater, .lessOrEqual, .greaterOrEqual, .equal, .notEqual:
      _ = try same()
      let swapped = operation == .greater || operation == .greaterOrEqual
      let terms = swapped ? [b.term, a.term] : [a.term, b.term]
      let strict = operation == .less || operation == .greater
      switch operation {
      case .equal: return make(.equal, terms, Unit.none, .condition)
      case .notEqual:
        return make(
          .subtract, [.constant(1), .operation(.equal, terms)], Unit.none, .condition)
      default: return make(strict ? .less : .lessOrEqual, terms, Unit.none, .condition)
      }
    case .and, .or:
      let left = try condition(a, operation.rawValue, column: column)
      let right = try condition(b, operation.rawValue, column: column)
      return make(
        operation == .and ? .multiply : .maximum, [left.term, right.term], Unit.none, .condition)
    }
  }

  /// A term made of others: by quarter if one of them is, and defined once all of them are.
  func combined(
    _ term: Term, unit: Unit?, _ parts: [Typed], style: ValueStyle? = nil
  ) -> Typed {
    Typed(
      term: term, unit: unit, byQuarter: parts.lazy.compactMap(\.byQuarter).first,
      firstQuarter: parts.map(\.firstQuarter).max() ?? 1, style: style)
  }

  /// Not known while a part is not; the literal 0 is a pure number here.
  private func product(_ a: Typed, _ b: Typed, _ combine: (Unit, Unit) -> Unit) -> Unit? {
    func unit(_ typed: Typed) -> Unit? {
      if case .constant = typed.term { return typed.unit ?? Unit.none }
      return typed.unit
    }
    guard let a = unit(a), let b = unit(b) else { return nil }
    return combine(a, b)
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
    Spelling.nearest(to: name, among: symbols.keys.filter { $0 != defining }.sorted())
  }
}
