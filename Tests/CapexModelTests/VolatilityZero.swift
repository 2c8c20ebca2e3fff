import CapexModel
import NumericalMethods

/// A scenario with every volatility set to zero, and every chance to never or always.
struct VolatilityZero: Sendable, CustomStringConvertible {
  let description: String
  /// Probabilities and states by the end of their path.
  let certain: [String: AssumptionContent]

  /// Together they take both branches of every event.
  static let variants = [
    VolatilityZero(description: "nothing happens", certain: [:]),
    VolatilityZero(
      description: "revised, floating, restricted for good",
      certain: ["revision.probability": .number(1), "leave": .number(1), "restrict": .number(1)]),
    VolatilityZero(
      description: "reset every quarter, restricted every other one",
      certain: [
        "reset.probability": .number(1), "restrict": .number(1), "reopen": .number(1),
        "supply.start": .choice("restricted"),
      ]),
    VolatilityZero(
      description: "restricted until the start",
      certain: ["reopen": .number(1), "supply.start": .choice("restricted")]),
  ]

  private static let volatilities = ["volatility", "floatingVolatility", "deviation"]
  private static let chances = [
    "revision.probability", "reset.probability", "leave", "restrict", "reopen", "jumps.rate",
    "priceCuts.rate",
  ]

  func applied(to assumptions: Assumptions) -> Assumptions {
    var still = assumptions
    for path in assumptions.paths {
      if let content = still[path]?.content { still[path]?.content = applied(to: content, path) }
    }
    return still
  }

  private func applied(to content: AssumptionContent, _ path: String) -> AssumptionContent {
    func ends(_ end: String) -> Bool { path.hasSuffix("." + end) || path == end }
    if let known = certain.first(where: { ends($0.key) }) { return known.value }
    if ends("parameterUncertainty") { return .choice("false") }
    if VolatilityZero.volatilities.contains(where: ends) { return .number(0) }
    if VolatilityZero.chances.contains(where: ends) { return .number(0) }
    // A number cannot be drawn in each quarter.
    if path.hasPrefix("drivers."), ends("by") { return .choice("trial") }
    switch content {
    case .distribution(let distribution): return .number(distribution.mean)
    case .history(let file, let values):
      // Every change is the same, so it does not matter which are drawn.
      return .history(
        file: file, values: values.indices.map { 7 * Elementary.power(1.002, Double($0)) })
    default: return content
    }
  }
}
