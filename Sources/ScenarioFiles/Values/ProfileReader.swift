internal import NumericalMethods
internal import CapexModel

/// How a plan is spread: `flat`, `{ ramp: 0.5 }`, `{ frontLoaded: 0.9 }`, `{ backLoaded: 1.1 }`,
/// `{ sCurve: 6 }`, `{ custom: [1, 2, …] }`.
package struct ProfileReader {
  package static let names = ["flat", "ramp", "frontLoaded", "backLoaded", "sCurve", "custom"]
  private static let number = AssumptionKey.Kind.number(.plain, within: .any, varying: [])
  let context: ValueContext

  func read(_ node: SourceNode) throws(Rejection) -> PlanProfile {
    switch node {
    case .scalar(let fragment, _):
      if fragment.text == "flat" { return .flat }
      throw ProfileReader.names.contains(fragment.text)
        ? fragment.rejected(.value(.profileShape))
        : unknown(fragment, suggesting: ProfileReader.form)
    case .mapping(let entries, let span):
      guard entries.count == 1 else { throw Rejection(.value(.profileShape), at: span) }
      return try read(entries[0])
    case .sequence(_, let span): throw Rejection(.value(.profileShape), at: span)
    }
  }

  /// How a profile is written where a whole value is expected.
  private static func form(_ name: String) -> String {
    switch name {
    case "ramp": "{ ramp: 0.5 }"
    case "frontLoaded": "{ frontLoaded: 0.9 }"
    case "backLoaded": "{ backLoaded: 1.1 }"
    case "sCurve": "{ sCurve: 6 }"
    case "custom": "{ custom: [1, 2, …] }"
    default: name
    }
  }

  static let forms = names.map(form)

  private func unknown(
    _ name: Fragment, suggesting form: (String) -> String = { $0 }
  ) -> Rejection {
    let text = name.text
    let nearest = Spelling.nearest(to: text, among: ProfileReader.names)
    return name.rejected(.value(.unknownProfile(text: text, nearest: nearest.map(form))))
  }

  private func read(_ entry: SourceEntry) throws(Rejection) -> PlanProfile {
    switch entry.key.text {
    case "ramp":
      // From zero at the start to a multiple: 1 + r stays positive, so every weight does.
      return .ramp(try parameter(entry, "above -1 and at most 1000") { $0 > -1 && $0 <= 1000 })
    case "frontLoaded":
      return .frontLoaded(
        try parameter(entry, "at least 0.01 and below 1") { $0 >= 0.01 && $0 < 1 })
    case "backLoaded":
      return .backLoaded(try parameter(entry, "above 1 and at most 100") { $0 > 1 && $0 <= 100 })
    case "sCurve":
      return .sCurve(try parameter(entry, "above 0 and at most 100") { $0 > 0 && $0 <= 100 })
    case "custom": return .custom(try weights(entry.value))
    case "flat": throw Rejection(.value(.profileShape), at: entry.key.span)
    default: throw unknown(entry.key)
    }
  }

  private func parameter(
    _ entry: SourceEntry, _ rule: String, _ allows: (Double) -> Bool
  ) throws(Rejection) -> Double {
    guard case .scalar(let fragment, _) = entry.value else {
      throw Rejection(.value(.profileShape), at: entry.value.span)
    }
    let value = try plain(fragment)
    guard allows(value) else {
      throw fragment.rejected(
        .value(
          .profileParameter(profile: entry.key.text, text: fragment.trimmed.text, rule: rule)))
    }
    return value
  }

  private func plain(_ fragment: Fragment) throws(Rejection) -> Double {
    let trimmed = fragment.trimmed
    let number = try DecimalNumber(startOf: trimmed, accepted: ProfileReader.number)
    guard number.rest.isEmpty else {
      throw number.rest.rejected(
        .value(.unitUnknown(unit: number.rest.text, accepted: ProfileReader.number)))
    }
    return try number.value(shift: 0, in: trimmed)
  }

  /// As many weights as the plan has quarters; none negative, not all zero.
  private func weights(_ node: SourceNode) throws(Rejection) -> [Double] {
    guard case .sequence(let items, let span) = node else {
      throw Rejection(.value(.profileShape), at: node.span)
    }
    var weights: [Double] = []
    for item in items {
      guard case .scalar(let fragment, _) = item else {
        throw Rejection(.value(.profileShape), at: item.span)
      }
      let weight = try plain(fragment)
      guard weight >= 0, weight <= 1e9 else {
        throw fragment.rejected(.value(.customWeight(text: fragment.text)))
      }
      weights.append(weight)
    }
    if let quarters = context.planQuarters, quarters != weights.count {
      throw Rejection(
        .value(.customWeights(expected: quarters, found: weights.count)), at: span)
    }
    guard weights.contains(where: { $0 > 0 }) else {
      throw Rejection(.value(.customWeight(text: "0")), at: span)
    }
    return weights
  }
}
