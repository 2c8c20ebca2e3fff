@testable import NumericalMethods

/// One or more distributions of every form, for properties that all must have.
enum Families {
  static func smooth() throws -> [Distribution] {
    [
      try .uniform(low: -2, high: 3),
      try .normal(mean: 1.5, standardDeviation: 0.5),
      try .lognormal(mean: 100, standardDeviation: 50),
      try .triangular(low: 10, mode: 20, high: 50),
      try .triangular(low: 0, mode: 0, high: 1),
      try .triangular(low: 0, mode: 1, high: 1),
      try .pert(low: 10, mode: 20, high: 50),
      try .pert(low: -3, mode: 5, high: 5),
      try .beta(alpha: 2, beta: 4),
      try .beta(alpha: 0.5, beta: 0.7, low: -1, high: 4),
      try .gamma(shape: 0.4, scale: 3),
      try .gamma(shape: 7.5, scale: 2),
      try .studentT(degreesOfFreedom: 5, location: 3, scale: 2),
      try .studentT(degreesOfFreedom: 30),
    ]
  }

  static func composed() throws -> [Distribution] {
    let normal = try Distribution.normal(mean: 1, standardDeviation: 2)
    let lognormal = try Distribution.lognormal(mean: 2, standardDeviation: 3)
    let event = try Distribution.event(probability: 0.3, impact: normal)
    return [
      try .mixture([(0.25, normal), (0.75, lognormal)]),
      try .mixture([(0.5, try .constant(1)), (0.5, normal)]),
      try .mixture([(0.2, try .gamma(shape: 2, scale: 1)), (0.8, event)]),
      event,
      try .event(probability: 0.89, impact: lognormal),
      try .truncated(normal, low: 0),
      try .truncated(normal, low: -1, high: 2),
      try .truncated(lognormal, high: 1.5),
      try .truncated(try .gamma(shape: 3, scale: 1), low: 1, high: 9),
      try .truncated(try .beta(alpha: 2, beta: 4), low: 0.25),
      try .truncated(try .studentT(degreesOfFreedom: 4), low: -2, high: 7),
      try .truncated(try .triangular(low: 0, mode: 1, high: 4), low: 0.5, high: 3.5),
      try .truncated(event, low: -0.5, high: 2),
    ]
  }

  static func stepped() throws -> [Distribution] {
    [
      try .constant(4),
      try .discrete([(3, 0.25), (-1, 0.5), (7, 0.25)]),
      try .empirical([1, 4, 4, 9, 16, 25]),
      try .truncated(try .empirical([1, 4, 9, 16, 25]), low: 2, high: 20),
      try .truncated(try .discrete([(3, 0.25), (-1, 0.5), (7, 0.25)]), low: 0),
    ]
  }

  static func all() throws -> [Distribution] { try smooth() + composed() + stepped() }

  static let probabilities: [Double] =
    [0x1p-53, 1e-12, 1e-6, 1e-3, 0.999, 1 - 1e-6, 1 - 1e-12, 1 - 0x1p-53]
    + (1..<40).map { Double($0) / 40 }
}
