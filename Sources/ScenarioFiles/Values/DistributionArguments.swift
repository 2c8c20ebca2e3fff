internal import CapexModel
internal import NumericalMethods

/// The arguments of one call, by place or by label.
struct DistributionArguments {
  let call: DistributionCall
  let quantity: QuantityReader

  var count: Int { call.arguments.count }
  var labels: [String?] { call.arguments.map { $0.label?.text } }

  func wrongCount() -> Rejection {
    call.whole.rejected(.distribution(.arguments(function: call.name.text, found: count)))
  }

  func wrongLabels() -> Rejection {
    let found = labels.map { $0 ?? "no label" }.joined(separator: ", ")
    return call.whole.rejected(.distribution(.labels(function: call.name.text, found: found)))
  }

  func boundsNeeded() -> Rejection {
    call.whole.rejected(.distribution(.boundsNeeded(function: call.name.text)))
  }

  /// Every argument in the key's measure.
  func measured(_ names: [String]) throws(Rejection) -> [Double] {
    try check(names)
    var values: [Double] = []
    for index in names.indices { values.append(try measured(at: index)) }
    return values
  }

  func measured(_ index: Int, label: String, of names: [String]) throws(Rejection) -> Double {
    try check(names)
    return try measured(at: index)
  }

  func measured(at index: Int) throws(Rejection) -> Double {
    try quantity.readUnlimited(call.arguments[index].value)
  }

  /// A number without a unit, such as a shape.
  func plain(_ index: Int, label: String, of names: [String]) throws(Rejection) -> Double {
    try check(names)
    return try number(call.arguments[index].value, .plain)
  }

  /// A probability: `20%` or 0.2.
  func probability(_ fragment: Fragment) throws(Rejection) -> Double {
    try number(fragment, .fraction)
  }

  /// The argument that holds the number of which a distribution complains; nil when none or
  /// several do.
  func culprit(of error: DistributionError) -> Fragment? {
    guard case .outOfRange(let parameter, let value, _) = error else { return nil }
    let measure = DistributionArguments.measure(of: parameter, in: quantity.measure)
    let found = call.arguments.flatMap { [$0.label, $0.value] }.compactMap { $0?.trimmed }
      .filter { fragment in (try? number(fragment, measure)) == value }
    return found.count == 1 ? found[0] : nil
  }

  /// Shapes are plain numbers and probabilities are fractions in any key.
  static func measure(
    of parameter: String, in measure: AssumptionKey.Measure
  ) -> AssumptionKey.Measure {
    if parameter.contains("probability") { return .fraction }
    let plain = ["alpha", "beta", "shape", "degreesOfFreedom", "logMean", "logStandardDeviation"]
    return plain.contains(parameter) ? .plain : measure
  }

  private func number(
    _ fragment: Fragment, _ measure: AssumptionKey.Measure
  ) throws(Rejection) -> Double {
    let reader = QuantityReader(
      keyed: quantity.keyed.measuring(measure), measure: measure, limits: .any,
      context: quantity.context)
    return try reader.readUnlimited(fragment)
  }

  /// Labels are free to give, but must be the right ones in the right order.
  private func check(_ names: [String]) throws(Rejection) {
    guard count == names.count else { throw wrongCount() }
    for (label, name) in zip(labels, names) where label != nil && label != name {
      throw wrongLabels()
    }
  }

  /// `p5`, `p97.5`: a percentile as a fraction.
  static func percentile(_ label: String) -> Double? {
    guard label.hasPrefix("p"), label.count > 1, label.count < 12 else { return nil }
    let digits = label.dropFirst()
    guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
      digits.first != ".", digits.last != "."
    else { return nil }
    return Double("\(digits)e-2")
  }
}
