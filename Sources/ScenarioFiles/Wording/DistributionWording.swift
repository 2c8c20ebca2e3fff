internal import CapexModel
internal import NumericalMethods

extension DistributionProblem {
  var wording: ProblemWording {
    switch self {
    case .unknown(let name, let nearest):
      ProblemWording(
        "\"\(Wording.quoted(name))\" is not a distribution",
        help: nearest.map { "did you mean \($0)?" }
          ?? "known: \(DistributionReader.functions.joined(separator: ", "))")
    case .expected("("):
      ProblemWording("a bracket is missing", help: "write name(…)")
    case .expected(")"):
      ProblemWording(
        "this bracket is never closed",
        help: "write name(…); inside { } or [ ] put quotes around it: \"name(…)\"")
    case .expected("end"):
      ProblemWording(
        "there is more text after the distribution", help: "end it with its closing bracket")
    case .expected(let thing):
      ProblemWording("the \(thing) is missing", help: "remove the comma, or write what it parts")
    case .tooDeep(let limit):
      ProblemWording(
        "distributions are nested deeper than \(limit)", help: "use a simpler mixture")
    case .arguments(let function, let found):
      ProblemWording(
        "\(function) has \(Wording.count(found, "argument"))",
        help: "write \(DistributionForms.form(function))")
    case .labels(let function, let found):
      ProblemWording(
        "\(function) cannot take these labels: \(Wording.quoted(found))",
        help: "write \(DistributionForms.form(function))")
    case .boundsNeeded(let function):
      ProblemWording(
        "\(function) needs a lowest and a highest value here",
        help: "write beta(alpha, beta, low, high)")
    case .refused(let error, let function, let measure, let argument):
      error.wording(function, measure, argument)
    case .outsideLimits(let text, let low, let high, let measure, let limits):
      ProblemWording(
        "\(Wording.quoted(text)) reaches from \(Wording.quantity(low, measure)) to "
          + "\(Wording.quantity(high, measure)), but must be \(Wording.limits(limits, measure))",
        help: DistributionForms.mend(
          text: text, low: low, high: high, measure: measure, limits: limits))
    }
  }
}

/// How each distribution is written.
enum DistributionForms {
  static func form(_ function: String) -> String {
    switch function {
    case "beta": "beta(alpha, beta) or beta(alpha, beta, low, high)"
    case "constant": "constant(value)"
    case "discrete": "discrete(value: probability, value: probability, …)"
    case "empirical": "empirical(file.csv, column)"
    case "event": "event(probability, impact)"
    case "gamma": "gamma(shape, scale)"
    case "lognormal":
      "lognormal(mean: …, sd: …) or lognormal(p5: …, p95: …), the lower percentile first"
    case "mixture": "mixture(weight: distribution, weight: distribution, …)"
    case "normal": "normal(mean, sd)"
    case "studentT": "studentT(dof, location, scale)"
    case "truncated": "truncated(distribution, low, high)"
    case "uniform": "uniform(low, high)"
    default: "\(function)(low, mode, high)"
    }
  }

  /// Bounded distributions get other bounds; the others are cut.
  static func mend(
    text: String, low: Double, high: Double, measure: AssumptionKey.Measure,
    limits: AssumptionKey.Limits
  ) -> String {
    guard low.isInfinite || high.isInfinite else { return "choose bounds within that" }
    let lowest = limits.low.isFinite ? limits.low : low
    let highest = limits.high.isFinite ? limits.high : high
    guard lowest.isFinite, highest.isFinite else { return "choose a distribution within that" }
    return "write truncated(\(Wording.quoted(text)), \(Wording.quantity(lowest, measure)), "
      + "\(Wording.quantity(highest, measure)))"
  }
}

extension DistributionError {
  /// Of a distribution that a call describes, in the measure of its key.
  func wording(
    _ function: String, _ measure: AssumptionKey.Measure, _ argument: String?
  ) -> ProblemWording {
    switch self {
    case .notFinite(let parameter, _):
      ProblemWording(
        "\(parameter) of \(function) is not a finite number", help: "write a decimal number")
    case .outOfRange(let parameter, let value, let rule):
      ProblemWording(
        "\(parameter) of \(function) is "
          + (argument.map(Wording.quoted)
            ?? Wording.quantity(
              value, DistributionArguments.measure(of: parameter, in: measure)))
          + ", but must be \(rule.words(for: value))",
        help: "choose a number within that")
    case .notOrdered(let parameters, let values, let strictly):
      ProblemWording(
        "\(function) needs \(parameters.joined(separator: strictly ? " < " : " <= ")), found "
          + values.map {
            // Probabilities are fractions in any measure.
            parameters[0].contains("probability")
              ? Wording.number($0) : Wording.quantity($0, measure)
          }.joined(separator: ", "),
        help: "put them in order")
    case .probabilitiesDoNotSumToOne(let sum):
      ProblemWording(
        "the probabilities sum to \(Wording.significant(sum, digits: 10)), not 1",
        help: "change one of them by \(Wording.significant(1 - sum, digits: 10))")
    case .tooFewValues(let count, let minimum):
      ProblemWording(
        "there are \(Wording.count(count, "value")), but \(minimum) are needed",
        help: "give more of them")
    case .nothingLeft(let low, let high, _):
      ProblemWording(
        "almost nothing of the distribution lies between \(Wording.quantity(low, measure)) and "
          + Wording.quantity(high, measure),
        help: "choose bounds nearer to its centre")
    }
  }
}

extension ParameterRule {
  /// The side of the rule that a value breaks, where its ends are no more than the reach of
  /// floating point.
  fileprivate func words(for value: Double) -> String {
    switch self {
    case .within(let low, 1e100) where value < low && low >= 0:
      low == 0 ? "at least 0" : "above 0"
    case .within(_, 1e100) where value > 1e100: "at most \(Wording.number(1e100))"
    case .above(let low): "above \(Wording.number(low))"
    case .atLeast(let low): "at least \(Wording.number(low))"
    case .within(let low, let high):
      "between \(Wording.number(low)) and \(Wording.number(high))"
    case .strictlyWithin(let low, let high):
      "above \(Wording.number(low)) and below \(Wording.number(high))"
    }
  }
}
