internal import Numerics

extension Linker {
  /// The functions of the language, for suggestions.
  static let functions = [
    "abs", "count", "cumulative", "delayed", "each", "exp", "first", "floor", "if", "lag", "last",
    "log", "lookup", "max", "mean", "min", "normal", "poisson", "previous", "sqrt", "sum",
    "uniform",
  ]

  func call(
    _ name: String, _ arguments: [Formula], over: Formula.Name?, by: Formula.Name?, column: Int
  ) throws(FormulaError) -> Typed {
    let reductions: [String: Term.Reduction] = [
      "sum": .sum, "mean": .mean, "min": .minimum, "max": .maximum, "last": .last,
      "count": .count, "first": .first,
    ]
    if let over {
      guard let reduction = reductions[name] else {
        throw .unexpected("over:", column: over.column)
      }
      return try reduce(reduction, name, arguments, over: over, column: column)
    }
    switch name {
    case "exp", "log", "sqrt", "abs", "floor":
      return try elementary(name, arguments, column: column)
    case "min", "max":
      return try extreme(name, arguments, column: column)
    case "if":
      let (condition, yes, no) = try three(name, arguments, column: column)
      let unit = try unify(yes.unit, no.unit, operation: name, column: column)
      return Typed(
        term: .operation(.choose, [condition.term, yes.term, no.term]), unit: unit,
        byQuarter: condition.byQuarter ?? yes.byQuarter ?? no.byQuarter)
    case "previous", "lag":
      return try lagged(name, arguments, column: column)
    case "cumulative":
      let inner = try one(name, arguments, column: column)
      return Typed(term: .cumulative(inner.term), unit: inner.unit, byQuarter: name)
    case "delayed":
      let (inner, lag) = try two(name, arguments, column: column)
      _ = try pure(lag, name, column: column)
      return Typed(term: .delayed(inner.term, lag: lag.term), unit: inner.unit, byQuarter: name)
    case "normal", "uniform":
      return try draw(name, arguments, by: by, column: column)
    case "poisson":
      let (probability, mean) = try two(name, arguments, column: column)
      let terms = [
        try pure(probability, name, column: column).term, try pure(mean, name, column: column).term,
      ]
      return Typed(
        term: .operation(.poisson, terms), unit: Unit.none,
        byQuarter: probability.byQuarter ?? mean.byQuarter)
    case "each":
      guard case .name(let parameter, let at)? = arguments.first, arguments.count == 1 else {
        throw .argumentMustBeName(function: name, column: column)
      }
      guard case .parameter(let index)? = symbol(parameter) else {
        throw .unknownName(parameter, nearest: nearest(to: parameter), column: at)
      }
      return Typed(
        term: .each(parameter: index), unit: model.parameters[index].unit, byQuarter: name)
    case "lookup":
      guard case .name(let table, let at)? = arguments.first, arguments.count == 2 else {
        throw .argumentMustBeName(function: name, column: column)
      }
      guard case .table(let index)? = symbol(table) else {
        throw .unknownName(table, nearest: nearest(to: table), column: at)
      }
      let place = try pure(link(arguments[1]), name, column: column)
      return Typed(
        term: .lookup(table: index, place.term), unit: model.tables[index].unit,
        byQuarter: place.byQuarter)
    case "sum", "mean", "last", "count", "first":
      throw .needsWindow(function: name, column: column)
    default:
      throw .unknownFunction(
        name, nearest: Spelling.nearest(to: name, among: Linker.functions), column: column)
    }
  }

  private func elementary(
    _ name: String, _ arguments: [Formula], column: Int
  ) throws(FormulaError) -> Typed {
    var inner = try one(name, arguments, column: column)
    let operation: ColumnOperation
    switch name {
    case "abs": operation = .absolute
    case "floor": operation = .floor
    case "exp": operation = .exp
    case "log": operation = .log
    default: operation = .squareRoot
    }
    if operation != .absolute && operation != .floor {
      inner = try pure(inner, name, column: column)
    }
    inner.term = .operation(operation, [inner.term])
    return inner
  }

  private func extreme(
    _ name: String, _ arguments: [Formula], column: Int
  ) throws(FormulaError) -> Typed {
    guard arguments.count >= 2 else {
      throw .wrongArgumentCount(
        function: name, expected: "2 or more, or one with over:", got: arguments.count,
        column: column)
    }
    var result = try link(arguments[0])
    for argument in arguments.dropFirst() {
      let next = try link(argument)
      result.unit = try unify(result.unit, next.unit, operation: name, column: argument.column)
      result.byQuarter = result.byQuarter ?? next.byQuarter
      result.term = .operation(name == "min" ? .minimum : .maximum, [result.term, next.term])
    }
    return result
  }

  private func lagged(
    _ name: String, _ arguments: [Formula], column: Int
  ) throws(FormulaError) -> Typed {
    var quarters = 1
    var terms = arguments
    if name == "lag" {
      guard arguments.count == 3 else {
        throw .wrongArgumentCount(
          function: name, expected: "3", got: arguments.count, column: column)
      }
      guard case .number(let value) = arguments[1], let whole = Int(exactly: value), whole >= 1
      else { throw .argumentMustBeWhole(function: name, column: column) }
      quarters = whole
      terms.remove(at: 1)
    }
    let (inner, otherwise) = try two(name, terms, column: column)
    let unit = try unify(inner.unit, otherwise.unit, operation: name, column: column)
    return Typed(
      term: .lag(inner.term, quarters: quarters, otherwise: otherwise.term), unit: unit,
      byQuarter: name)
  }

  private func draw(
    _ name: String, _ arguments: [Formula], by: Formula.Name?, column: Int
  ) throws(FormulaError) -> Typed {
    guard case .name(let stream, _)? = arguments.first, arguments.count == 1 else {
      throw .argumentMustBeName(function: name, column: column)
    }
    if let by, by.text != "trial", by.text != "quarter" {
      throw .unexpected(by.text, column: by.column)
    }
    let byTrial = by?.text == "trial"
    return Typed(
      term: .draw(name == "normal" ? .normal : .uniform, stream: stream, byTrial: byTrial),
      unit: Unit.none, byQuarter: byTrial ? nil : name)
  }

  private func reduce(
    _ reduction: Term.Reduction, _ name: String, _ arguments: [Formula], over: Formula.Name,
    column: Int
  ) throws(FormulaError) -> Typed {
    let inner = try one(name, arguments, column: column)
    guard let window = model.axis.windows[over.text] else {
      throw .unknownWindow(
        over.text, known: model.axis.windows.keys.sorted(), column: over.column)
    }
    let isCount = reduction == .count || reduction == .first
    if isCount { _ = try pure(inner, name, column: column) }
    return Typed(
      term: .reduction(reduction, inner.term, over: window), unit: isCount ? Unit.none : inner.unit)
  }

  // MARK: argument lists

  private func one(
    _ name: String, _ arguments: [Formula], column: Int
  ) throws(FormulaError) -> Typed {
    try counted(name, arguments, 1, column: column)
    return try link(arguments[0])
  }

  private func two(
    _ name: String, _ arguments: [Formula], column: Int
  ) throws(FormulaError) -> (Typed, Typed) {
    try counted(name, arguments, 2, column: column)
    return (try link(arguments[0]), try link(arguments[1]))
  }

  private func three(
    _ name: String, _ arguments: [Formula], column: Int
  ) throws(FormulaError) -> (Typed, Typed, Typed) {
    try counted(name, arguments, 3, column: column)
    return (try link(arguments[0]), try link(arguments[1]), try link(arguments[2]))
  }

  private func counted(
    _ name: String, _ arguments: [Formula], _ count: Int, column: Int
  ) throws(FormulaError) {
    guard arguments.count == count else {
      throw .wrongArgumentCount(
        function: name, expected: "\(count)", got: arguments.count, column: column)
    }
  }
}
