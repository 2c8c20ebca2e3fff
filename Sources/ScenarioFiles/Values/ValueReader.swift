internal import NumericalMethods
internal import CapexModel

/// From a node to the content of one key, by the key's kind.
struct ValueReader {
  let keyed: KeyedPath
  let context: ValueContext

  func read(_ node: SourceNode) throws(Rejection) -> AssumptionContent {
    switch keyed.kind {
    case .number(let measure, let limits, let varying):
      return try number(node, quantity(measure, limits), varying)
    case .integer(let range):
      let usual = keyed.path == "quarters" ? context.longestHorizon : nil
      return .integer(try IntegerReader.read(scalar(node), keyed, range, usual: usual))
    case .choice(let options): return .choice(try choice(scalar(node), options))
    case .quarter: return .quarter(try quarter(scalar(node)))
    case .date: return .text(try DateReader.read(scalar(node)))
    case .text: return .text(try text(scalar(node)))
    case .numbers(let count, let measure, let limits):
      return .numbers(try numbers(node, count: count, quantity(measure, limits)))
    case .profile: return .profile(try ProfileReader(context: context).read(node))
    case .dependence: return .dependence(try DependenceReader.read(node))
    case .names: return .names(try NamesReader.read(node))
    case .formula: return .formula(try formula(scalar(node)))
    case .unit: return try UnitReader.read(scalar(node))
    case .history:
      let file = try scalar(node)
      let values = try context.files.table(file).history(namedBy: file, of: keyed.pair)
      return .history(file: file.text, values: values)
    case .rates:
      let file = try scalar(node)
      let table = try context.files.table(file)
      let rates = try table.rates(namedBy: file, of: keyed.pair)
      guard let last = table.rows.last else { throw file.rejected(.table(.noRows)) }
      return .rates(RateTable(file: file.text, rows: rates, averaged: table.averaged(last)))
    case .actuals:
      let file = try scalar(node)
      let table = try context.files.table(file)
      return .actuals(try table.actuals(namedBy: file, currency: context.currency))
    }
  }

  private func quantity(
    _ measure: AssumptionKey.Measure, _ limits: AssumptionKey.Limits
  ) -> QuantityReader {
    QuantityReader(keyed: keyed, measure: measure, limits: limits, context: context)
  }

  /// The text of a scalar; a list or a map is refused with what the key accepts.
  private func scalar(_ node: SourceNode) throws(Rejection) -> Fragment {
    guard case .scalar(let fragment, _) = node else {
      throw Rejection(.value(.notOneValue(accepted: keyed.kind)), at: node.span)
    }
    return fragment
  }

  private func number(
    _ node: SourceNode, _ quantity: QuantityReader, _ varying: Set<AssumptionKey.Variation>
  ) throws(Rejection) -> AssumptionContent {
    if case .mapping(let entries, let span) = node {
      guard varying.contains(.path) else {
        throw Rejection(.value(.notVarying(name: keyed.name, .path)), at: span)
      }
      return .path(try PathReader(quantity: quantity).read(entries, at: span))
    }
    let fragment = try scalar(node)
    if DistributionCall.isCall(fragment) {
      guard varying.contains(.distribution) else {
        throw fragment.rejected(.value(.notVarying(name: keyed.name, .distribution)))
      }
      return .distribution(try DistributionReader(quantity: quantity).read(fragment))
    }
    // A key that takes nothing but a path takes a number as a level path.
    return .number(try quantity.read(fragment))
  }

  private func choice(_ fragment: Fragment, _ options: [String]) throws(Rejection) -> String {
    let text = fragment.text
    guard options.contains(text) else {
      throw fragment.rejected(
        .value(
          .unknownChoice(
            text: text, options: options, nearest: Spelling.nearest(to: text, among: options))))
    }
    return text
  }

  private func quarter(_ fragment: Fragment) throws(Rejection) -> Quarter {
    guard let quarter = Quarter(fragment.text, fiscalYearEnd: context.fiscalYearEnd) else {
      throw fragment.rejected(.value(.notAQuarter(text: fragment.text)))
    }
    return quarter
  }

  /// As it is written: errors count columns in it. What it says is the model's question.
  private func formula(_ fragment: Fragment) throws(Rejection) -> String {
    if fragment.trimmed.isEmpty { throw fragment.rejected(.value(.emptyText(name: keyed.name))) }
    return fragment.text
  }

  private func text(_ fragment: Fragment) throws(Rejection) -> String {
    let text = fragment.trimmed.text
    if text.isEmpty { throw fragment.rejected(.value(.emptyText(name: keyed.name))) }
    let limit = 200
    if text.count > limit {
      throw fragment.rejected(
        .value(.textTooLong(name: keyed.name, count: text.count, limit: limit)))
    }
    return text
  }

  private func numbers(
    _ node: SourceNode, count: Int, _ quantity: QuantityReader
  ) throws(Rejection) -> [Double] {
    guard case .sequence(let items, let span) = node else {
      throw Rejection(.value(.notOneValue(accepted: keyed.kind)), at: node.span)
    }
    let values = try Rejection.gather(items) { (item) throws(Rejection) in
      try quantity.read(scalar(item))
    }
    guard values.count == count else {
      throw Rejection(
        .value(.wrongCount(name: keyed.name, expected: count, found: values.count)), at: span)
    }
    return values
  }
}

extension KeyedPath {
  /// The same place, read in another measure: a probability inside a distribution, say.
  func measuring(_ measure: AssumptionKey.Measure) -> KeyedPath {
    KeyedPath(
      path: path, kind: .number(measure, within: .any, varying: []), meaning: meaning)
  }
}
