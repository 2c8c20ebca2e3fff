/// Why a distribution cannot be made. Cases carry the evidence; the wording is the tool's.
public enum DistributionError: Error, Hashable, Sendable {
  /// NaN or infinite where a number is needed.
  case notFinite(parameter: String, value: Double)
  case outOfRange(parameter: String, value: Double, rule: ParameterRule)
  /// Parameters that must ascend, as given. `strictly` when equal ones are refused too.
  case notOrdered(parameters: [String], values: [Double], strictly: Bool)
  case probabilitiesDoNotSumToOne(sum: Double)
  /// Fewer than `minimum` values.
  case tooFewValues(count: Int, minimum: Int)
  /// The window low … high holds only this share of the distribution, too little to draw from.
  case nothingLeft(low: Double, high: Double, probability: Double)
}

/// What a single parameter must satisfy.
public enum ParameterRule: Hashable, Sendable {
  case above(Double)
  case atLeast(Double)
  /// Both ends are allowed.
  case within(Double, Double)
  /// Neither end is allowed.
  case strictlyWithin(Double, Double)

  /// False for NaN.
  public func allows(_ value: Double) -> Bool {
    switch self {
    case .above(let low): value > low
    case .atLeast(let low): value >= low
    case .within(let low, let high): value >= low && value <= high
    case .strictlyWithin(let low, let high): value > low && value < high
    }
  }

  func check(_ value: Double, _ parameter: String) throws(DistributionError) {
    guard value.isFinite else {
      throw DistributionError.notFinite(parameter: parameter, value: value)
    }
    guard allows(value) else {
      throw DistributionError.outOfRange(parameter: parameter, value: value, rule: self)
    }
  }
}

extension ParameterRule {
  /// Places and values. Squares of numbers within it, and moments made of them, stay finite.
  static let magnitude = ParameterRule.within(-1e100, 1e100)
  static let spread = ParameterRule.within(0, 1e100)
  static let positiveMagnitude = ParameterRule.within(1e-100, 1e100)
  /// Where the incomplete gamma and beta functions keep the accuracy that they state.
  static let shape = ParameterRule.within(0.01, 1e6)
  static let degreesOfFreedom = ParameterRule.within(0.1, 1e6)
  static let probability = ParameterRule.within(0, 1)
  /// Beyond 5, extreme draws leave every scale that money has.
  static let logStandardDeviation = ParameterRule.within(0, 5)
}
