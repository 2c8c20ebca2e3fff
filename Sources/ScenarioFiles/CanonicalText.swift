package import CapexModel
internal import NumericalMethods

/// Assumptions as text that is the same for the same content: one path a line, sorted, numbers
/// with as many digits as they need. Sources, notes, labels and the name of a scenario are no part of it.
package enum CanonicalText {
  static func text(of assumptions: Assumptions) -> String {
    assumptions.paths.filter { $0 != "name" && !isLabel($0) }.map { path in
      "\(path)=\(assumptions[path].map { text($0.content) } ?? "")\n"
    }.joined()
  }

  /// What reports call a formula changes no number.
  private static func isLabel(_ path: String) -> Bool {
    path.hasSuffix(".label") && Catalogue.key(for: path)?.kind == .text
  }

  private static func list(_ numbers: [Double], number: (Double) -> String = plain) -> String {
    numbers.map(number).joined(separator: ",")
  }

  private static func plain(_ x: Double) -> String { "\(x)" }

  /// - Parameter number: how a number that has the key's measure is written; shapes and
  ///   probabilities of distributions have none.
  package static func text(
    _ content: AssumptionContent, number: (Double) -> String = { "\($0)" }
  ) -> String {
    switch content {
    case .number(let x): number(x)
    case .distribution(let distribution): text(distribution, number: number)
    case .path(let knots): knots.map { "\($0.quarter):\(number($0.value))" }.joined(separator: ",")
    case .integer(let n): "\(n)"
    case .quarter(let quarter): "\(quarter)"
    case .choice(let option): option
    case .text(let text): text
    case .numbers(let numbers): list(numbers, number: number)
    case .profile(let profile): text(profile)
    case .dependence(let pairs):
      // The order of pairs, and of names in a pair, means nothing.
      pairs.map { pair in
        let names = [pair.first, pair.second].sorted()
        return "\(names[0])~\(names[1]):\(pair.correlation)"
      }.sorted().joined(separator: ",")
    case .names(let names): names.joined(separator: ",")
    // The values count, not the name of the file.
    case .history(_, let values): list(values)
    case .rates(let table):
      table.rows.filter(\.endsQuarter).map { "\($0.quarter):\($0.value)" }.joined(separator: ",")
    case .actuals(let table):
      table.rows.map { "\($0.quarter) \($0.item):\($0.value)" }.joined(separator: ",")
    case .formula(let formula):
      formula.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    case .unit(let unit, let isPercentage): isPercentage ? "%" : unit.description
    }
  }

  private static func text(_ profile: PlanProfile) -> String {
    switch profile {
    case .flat: "flat"
    case .ramp(let r): "ramp(\(r))"
    case .frontLoaded(let q): "frontLoaded(\(q))"
    case .backLoaded(let q): "backLoaded(\(q))"
    case .sCurve(let k): "sCurve(\(k))"
    case .custom(let weights): "custom(\(list(weights)))"
    }
  }

  private static func text(
    _ distribution: Distribution, number: (Double) -> String
  ) -> String {
    switch distribution.form {
    case .constant(let x): number(x)
    case .uniform(let low, let high): "uniform(\(list([low, high], number: number)))"
    case .normal(let mean, let deviation): "normal(\(list([mean, deviation], number: number)))"
    case .lognormal(let mean, let deviation):
      "lognormal(\(list([mean, deviation], number: number)))"
    case .triangular(let low, let mode, let high):
      "triangular(\(list([low, mode, high], number: number)))"
    case .pert(let low, let mode, let high): "pert(\(list([low, mode, high], number: number)))"
    case .beta(let alpha, let beta, let low, let high):
      "beta(\(list([alpha, beta])),\(list([low, high], number: number)))"
    case .gamma(let shape, let scale): "gamma(\(plain(shape)),\(number(scale)))"
    case .studentT(let freedom, let location, let scale):
      "studentT(\(plain(freedom)),\(list([location, scale], number: number)))"
    case .discrete(let values, let probabilities):
      "discrete(\(list(values, number: number));\(list(probabilities)))"
    case .mixture(let weights, let components):
      "mixture(\(list(weights));"
        + components.map { text($0, number: number) }.joined(separator: ",") + ")"
    case .event(let probability, let impact):
      "event(\(plain(probability)),\(text(impact, number: number)))"
    case .truncated(let inner, let low, let high):
      "truncated(\(text(inner, number: number)),\(list([low, high], number: number)))"
    case .empirical(let values): "empirical(\(list(values, number: number)))"
    }
  }
}
