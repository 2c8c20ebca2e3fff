internal import NumericalMethods
internal import CapexModel

/// `[[fx.usdcny, cloud.growth, -0.2], …]`: two drivers and the correlation of their scores.
enum DependenceReader {
  private static let number = AssumptionKey.Kind.number(
    .plain, within: AssumptionKey.Limits(-1, 1), varying: [])

  static func read(_ node: SourceNode) throws(Rejection) -> [CorrelatedPair] {
    guard case .sequence(let items, _) = node else {
      throw Rejection(.value(.pairShape), at: node.span)
    }
    var pairs: [CorrelatedPair] = []
    for item in items {
      guard case .sequence(let parts, let span) = item, parts.count == 3,
        case .scalar(let first, _) = parts[0], case .scalar(let second, _) = parts[1],
        case .scalar(let correlation, _) = parts[2]
      else { throw Rejection(.value(.pairShape), at: item.span) }
      let names = [try driver(first), try driver(second)]
      if names[0] == names[1] {
        throw second.rejected(.value(.selfPair(names[0])))
      }
      if pairs.contains(where: { Set([$0.first, $0.second]) == Set(names) }) {
        throw Rejection(.value(.pairTwice(names[0], names[1])), at: span)
      }
      pairs.append(
        CorrelatedPair(
          first: names[0], second: names[1], correlation: try self.correlation(correlation)))
    }
    return pairs
  }

  /// A dotted name; whether the model has such a driver is the model's question.
  private static func driver(_ fragment: Fragment) throws(Rejection) -> String {
    let text = fragment.text
    let isName = text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      part.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
        && part.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
        }
    }
    guard isName else { throw fragment.rejected(.value(.invalidDriver(text))) }
    return text
  }

  private static func correlation(_ fragment: Fragment) throws(Rejection) -> Double {
    let decimal = try DecimalNumber(startOf: fragment.trimmed, accepted: number)
    let shift = decimal.rest.text == "%" ? -2 : 0
    guard decimal.rest.isEmpty || shift != 0 else {
      throw decimal.rest.rejected(
        .value(.unitUnknown(unit: decimal.rest.text, accepted: number)))
    }
    let value = try decimal.value(shift: shift, in: fragment)
    guard (-1...1).contains(value) else {
      throw fragment.rejected(.value(.correlationOutside(text: fragment.text)))
    }
    return value
  }
}
