internal import NumericalMethods

extension Linker {
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
      let (first, yes, no) = try three(name, arguments, column: column)
      let condition = try condition(first, name, column: arguments[0].column)
      let unit = try unify(yes.unit, no.unit, operation: name, column: column)
      return combined(
        .operation(.choose, [condition.term, yes.term, no.term]), unit: unit,
        [condition, yes, no], style: Linker.either(yes, no))
    case "previous", "lag", "growth":
      return try lagged(name, arguments, column: column)
    case "cumulative":
      let inner = try one(name, arguments, column: column)
      try defined(inner, from: 1, name, column: column)
      return Typed(
        term: .cumulative(inner.term), unit: inner.unit, byQuarter: name,
        style: Linker.reduced(.sum, inner.style))
    case "delayed":
      let (inner, lag) = try two(name, arguments, column: column)
      try defined(inner, from: 1, name, column: column)
      _ = try pure(lag, name, column: column)
      return Typed(
        term: .delayed(inner.term, lag: lag.term), unit: inner.unit, byQuarter: name,
        firstQuarter: lag.firstQuarter)
    case "normal", "uniform":
      return try draw(name, arguments, by: by, column: column)
    case "poisson":
      let (probability, mean) = try two(name, arguments, column: column)
      let terms = [
        try pure(probability, name, column: column).term, try pure(mean, name, column: column).term,
      ]
      return combined(
        .operation(.poisson, terms), unit: Unit.none, [probability, mean], style: .count)
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
      return combined(
        .lookup(table: index, place.term), unit: model.tables[index].unit, [place])
    case "sum", "mean", "last", "count", "first":
      throw .needsWindow(function: name, column: column)
    default:
      throw .unknownFunction(
        name, nearest: Spelling.nearest(to: name, among: FormulaFunction.names), column: column)
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
    let isPercentage = inner.style == .percentage && operation == .absolute
    inner.style = isPercentage ? .percentage : operation == .floor ? .count : nil
    if inner.unit != Unit.none, operation == .floor { inner.style = nil }
    return inner
  }

  private func extreme(
    _ name: String, _ arguments: [Formula], column: Int
  ) throws(FormulaError) -> Typed {
    guard arguments.count >= 2 else {
      throw .wrongArgumentCount(
        function: name, expected: "one with over:, or 2 or more", got: arguments.count,
        column: column)
    }
    var result = try link(arguments[0])
    for argument in arguments.dropFirst() {
      let next = try link(argument)
      let unit = try unify(result.unit, next.unit, operation: name, column: argument.column)
      result = combined(
        .operation(name == "min" ? .minimum : .maximum, [result.term, next.term]), unit: unit,
        [result, next], style: Linker.either(result, next))
    }
    return result
  }

  /// `previous(x[, before])`, `lag(x, n[, before])` and `growth(x, n[, before])`. Without
  /// `before` the result is defined from the quarter after the first n on.
  private func lagged(
    _ name: String, _ arguments: [Formula], column: Int
  ) throws(FormulaError) -> Typed {
    var quarters = 1
    var rest = arguments
    let least = name == "previous" ? 1 : 2
    guard (least...(least + 1)).contains(arguments.count) else {
      throw .wrongArgumentCount(
        function: name, expected: "\(least) or \(least + 1)", got: arguments.count,
        column: column)
    }
    if name != "previous" {
      guard case .number(let value, _) = arguments[1], let whole = Int(exactly: value), whole >= 1
      else { throw .argumentMustBeWhole(function: name, column: arguments[1].column) }
      quarters = whole
      rest.remove(at: 1)
    }
    let inner = try link(rest[0])
    var before: Typed?
    if rest.count > 1 { before = try link(rest[1]) }
    let unit = try unify(
      inner.unit, before?.unit, operation: name, column: rest.last?.column ?? column)
    let isOpen = before == nil || inner.firstQuarter > 1
    var result = Typed(
      term: .lag(inner.term, quarters: quarters, otherwise: before?.term ?? .constant(.nan)),
      unit: unit, byQuarter: name,
      firstQuarter: max(
        isOpen ? inner.firstQuarter + quarters : 1, before?.firstQuarter ?? 1),
      style: before.map { Linker.either(inner, $0) } ?? inner.style)
    guard name == "growth" else { return result }
    result.term = .operation(
      .subtract, [.operation(.divide, [inner.term, result.term]), .constant(1)])
    result.firstQuarter = max(result.firstQuarter, inner.firstQuarter)
    result.unit = Unit.none
    result.style = .percentage
    return result
  }

  /// What is folded over quarters must be defined in each of them.
  private func defined(
    _ inner: Typed, from quarter: Int, _ operation: String, column: Int
  ) throws(FormulaError) {
    guard inner.firstQuarter > quarter else { return }
    let labels = model.axis.labels
    guard inner.firstQuarter <= labels.count else { throw .neverDefined(horizon: labels.count) }
    throw .definedLater(
      first: labels[inner.firstQuarter - 1], begins: labels[quarter - 1], operation: operation,
      column: column)
  }

  private func draw(
    _ name: String, _ arguments: [Formula], by: Formula.Name?, column: Int
  ) throws(FormulaError) -> Typed {
    guard case .name(let stream, let at)? = arguments.first, arguments.count == 1 else {
      throw .argumentMustBeName(function: name, column: column)
    }
    if let drivers, !drivers.contains(stream) {
      throw .unknownDriver(
        stream, nearest: Spelling.nearest(to: stream, among: drivers), column: at)
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
    guard let window = model.axis.window(over.text) else {
      throw .unknownWindow(
        over.text, known: model.axis.windows.keys.sorted(), column: over.column)
    }
    try defined(inner, from: window.lowerBound, name, column: column)
    let isCount = reduction == .count || reduction == .first
    if isCount { _ = try condition(inner, name, column: arguments[0].column) }
    return Typed(
      term: .reduction(reduction, inner.term, over: window),
      unit: isCount ? Unit.none : inner.unit, style: Linker.reduced(reduction, inner.style))
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
