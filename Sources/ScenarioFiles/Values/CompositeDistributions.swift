internal import CapexModel
internal import NumericalMethods

/// Distributions whose arguments are outcomes, files or other distributions.
struct CompositeDistributions {
  let reader: DistributionReader
  let call: DistributionCall
  let depth: Int

  private var arguments: DistributionArguments {
    DistributionArguments(call: call, quantity: reader.quantity)
  }

  func make(_ name: String) throws(Rejection) -> Distribution {
    let outcome: Result<Distribution, DistributionError>
    switch name {
    case "discrete": outcome = try discrete()
    case "mixture": outcome = try mixture()
    case "event": outcome = try event()
    case "truncated": outcome = try truncated()
    default: outcome = try empirical()
    }
    return try reader.accepted(outcome, call)
  }

  /// `discrete(1: 30%, 2: 70%)`: the value before the colon.
  private func discrete() throws(Rejection) -> Result<Distribution, DistributionError> {
    var outcomes: [(value: Double, probability: Double)] = []
    for argument in call.arguments {
      guard let value = argument.label else { throw arguments.wrongLabels() }
      outcomes.append(
        (try reader.quantity.readUnlimited(value), try arguments.probability(argument.value)))
    }
    let all = outcomes
    return Result { () throws(DistributionError) in try Distribution.discrete(all) }
  }

  /// `mixture(70%: normal(5%, 1%), 30%: 8%)`: the weight before the colon.
  private func mixture() throws(Rejection) -> Result<Distribution, DistributionError> {
    var components: [(weight: Double, distribution: Distribution)] = []
    for argument in call.arguments {
      guard let weight = argument.label else { throw arguments.wrongLabels() }
      components.append((try arguments.probability(weight), try inner(argument.value)))
    }
    let all = components
    return Result { () throws(DistributionError) in try Distribution.mixture(all) }
  }

  /// `event(20%, pert(1%, 2%, 5%))`: nothing, or with a probability an impact.
  private func event() throws(Rejection) -> Result<Distribution, DistributionError> {
    guard arguments.count == 2 else { throw arguments.wrongCount() }
    let probability = try arguments.probability(call.arguments[0].value)
    let impact = try inner(call.arguments[1].value)
    return Result { () throws(DistributionError) in
      try Distribution.event(probability: probability, impact: impact)
    }
  }

  /// `truncated(normal(5%, 10%), 0, 1)`.
  private func truncated() throws(Rejection) -> Result<Distribution, DistributionError> {
    guard arguments.count == 3 else { throw arguments.wrongCount() }
    let whole = try inner(call.arguments[0].value)
    let low = try arguments.measured(at: 1)
    let high = try arguments.measured(at: 2)
    return Result { () throws(DistributionError) in
      try Distribution.truncated(whole, low: low, high: high)
    }
  }

  /// `empirical(file.csv, column)`: the numbers of a column, in the unit inside.
  private func empirical() throws(Rejection) -> Result<Distribution, DistributionError> {
    guard arguments.count == 2 else { throw arguments.wrongCount() }
    let table = try reader.quantity.context.files.table(call.arguments[0].value)
    let values = try table.numbers(
      in: call.arguments[1].value.text, namedBy: call.arguments[1].value)
    return Result { () throws(DistributionError) in
      try Distribution.empirical(values.map(\.value))
    }
  }

  /// A distribution inside another; a number is a constant.
  private func inner(_ fragment: Fragment) throws(Rejection) -> Distribution {
    if DistributionCall.isCall(fragment) {
      return try reader.make(DistributionCall(fragment), depth: depth + 1)
    }
    let value = try reader.quantity.readUnlimited(fragment)
    let outcome = Result { () throws(DistributionError) in try Distribution.constant(value) }
    return try reader.accepted(outcome, call)
  }
}
