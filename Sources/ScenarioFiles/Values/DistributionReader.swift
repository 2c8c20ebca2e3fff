internal import CapexModel
internal import NumericalMethods

/// From a call to a distribution whose support lies within the key's limits.
package struct DistributionReader {
  static let deepest = 8
  let quantity: QuantityReader

  package static let functions = [
    "beta", "constant", "discrete", "empirical", "event", "gamma", "lognormal", "mixture",
    "normal", "pert", "studentT", "triangular", "truncated", "uniform",
  ]

  func read(_ fragment: Fragment) throws(Rejection) -> Distribution {
    let distribution = try make(DistributionCall(fragment), depth: 1)
    let support = distribution.support
    if !SupportCheck.holds(distribution, within: quantity.limits) {
      let whole = fragment.trimmed
      throw whole.rejected(
        .distribution(
          .outsideLimits(
            text: whole.text, low: support.low, high: support.high, measure: quantity.measure,
            limits: quantity.limits)))
    }
    return distribution
  }

  /// Makes the distribution, whatever its support.
  func make(_ call: DistributionCall, depth: Int) throws(Rejection) -> Distribution {
    guard depth <= DistributionReader.deepest else {
      throw call.whole.rejected(.distribution(.tooDeep(limit: DistributionReader.deepest)))
    }
    let name = call.name.text
    let arguments = DistributionArguments(call: call, quantity: quantity)
    let outcome: Result<Distribution, DistributionError>
    switch name {
    case "discrete", "mixture", "event", "truncated", "empirical":
      return try CompositeDistributions(reader: self, call: call, depth: depth).make(name)
    case "lognormal":
      outcome = try lognormal(arguments)
    case "constant":
      let value = try arguments.measured(["value"])[0]
      outcome = made { () throws(DistributionError) in try .constant(value) }
    case "uniform":
      let values = try arguments.measured(["low", "high"])
      outcome = made { () throws(DistributionError) in try .uniform(low: values[0], high: values[1])
      }
    case "normal":
      let values = try arguments.measured(["mean", "sd"])
      outcome = made { () throws(DistributionError) in
        try .normal(mean: values[0], standardDeviation: values[1])
      }
    case "triangular", "pert":
      let values = try arguments.measured(["low", "mode", "high"])
      outcome = made { () throws(DistributionError) in
        name == "pert"
          ? try .pert(low: values[0], mode: values[1], high: values[2])
          : try .triangular(low: values[0], mode: values[1], high: values[2])
      }
    case "beta":
      outcome = try beta(arguments)
    case "gamma":
      let shape = try arguments.plain(0, label: "shape", of: ["shape", "scale"])
      let scale = try arguments.measured(1, label: "scale", of: ["shape", "scale"])
      outcome = made { () throws(DistributionError) in try .gamma(shape: shape, scale: scale) }
    case "studentT":
      let labels = ["dof", "location", "scale"]
      let freedom = try arguments.plain(0, label: "dof", of: labels)
      let location = try arguments.measured(1, label: "location", of: labels)
      let scale = try arguments.measured(2, label: "scale", of: labels)
      outcome = made { () throws(DistributionError) in
        try .studentT(degreesOfFreedom: freedom, location: location, scale: scale)
      }
    default:
      throw call.name.rejected(
        .distribution(
          .unknown(
            name: name, nearest: Spelling.nearest(to: name, among: DistributionReader.functions))))
    }
    return try accepted(outcome, call)
  }

  func accepted(
    _ outcome: Result<Distribution, DistributionError>, _ call: DistributionCall
  ) throws(Rejection) -> Distribution {
    switch outcome {
    case .success(let distribution): return distribution
    case .failure(let error):
      let culprit = DistributionArguments(call: call, quantity: quantity).culprit(of: error)
      throw (culprit ?? call.whole).rejected(
        .distribution(
          .refused(
            error, function: call.name.text, measure: quantity.measure,
            argument: culprit?.text)))
    }
  }

  private func made(
    _ make: () throws(DistributionError) -> Distribution
  ) -> Result<Distribution, DistributionError> {
    Result(catching: make)
  }

  /// By mean and standard deviation, or by two percentiles.
  private func lognormal(
    _ arguments: DistributionArguments
  ) throws(Rejection) -> Result<Distribution, DistributionError> {
    let labels = arguments.labels
    if labels == ["mean", "sd"] || labels == [nil, nil] {
      let values = try arguments.measured(["mean", "sd"])
      return made { () throws(DistributionError) in
        try .lognormal(mean: values[0], standardDeviation: values[1])
      }
    }
    guard labels.count == 2 else { throw arguments.wrongCount() }
    let probabilities = labels.map { $0.flatMap(DistributionArguments.percentile) }
    guard let low = probabilities[0], let high = probabilities[1] else {
      throw arguments.wrongLabels()
    }
    let lowValue = try arguments.measured(at: 0)
    let highValue = try arguments.measured(at: 1)
    return made { () throws(DistributionError) in
      try .lognormal(low: (low, lowValue), high: (high, highValue))
    }
  }

  /// On 0 … 1, or on low … high; money and the like have no natural 0 … 1.
  private func beta(
    _ arguments: DistributionArguments
  ) throws(Rejection) -> Result<Distribution, DistributionError> {
    let labels =
      arguments.count == 2 ? ["alpha", "beta"] : ["alpha", "beta", "low", "high"]
    let alpha = try arguments.plain(0, label: "alpha", of: labels)
    let beta = try arguments.plain(1, label: "beta", of: labels)
    if labels.count == 2 {
      guard quantity.measure == .fraction || quantity.measure == .growth else {
        throw arguments.boundsNeeded()
      }
      return made { () throws(DistributionError) in try .beta(alpha: alpha, beta: beta) }
    }
    let low = try arguments.measured(2, label: "low", of: labels)
    let high = try arguments.measured(3, label: "high", of: labels)
    return made { () throws(DistributionError) in
      try .beta(alpha: alpha, beta: beta, low: low, high: high)
    }
  }
}
