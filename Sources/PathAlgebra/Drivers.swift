extension Model {
  /// A source of randomness that the model draws from.
  public struct Driver: Hashable, Sendable {
    public let name: String
    /// Drawn anew in each quarter, or once a trial.
    public let isByQuarter: Bool
  }

  /// Every driver that some formula draws from, in the order of the definitions.
  public func drivers() -> [Driver] {
    let drawn = drawnParameters
    var found: [Driver] = []
    for definition in definitions {
      for driver in directDrivers(of: definition.formula, drawn) where !found.contains(driver) {
        found.append(driver)
      }
    }
    return found
  }

  /// What formulas draw by `normal` and `uniform`, each once, in the order of the definitions.
  var streams: [References.Stream] {
    var found: [References.Stream] = []
    for definition in definitions {
      guard let parsed = try? Parser.parse(definition.formula) else { continue }
      for stream in References(parsed).streams
      where stream.function != "each" && !found.contains(where: { $0.formula == stream.formula }) {
        found.append(stream)
      }
    }
    return found
  }

  /// Parameters that are drawn, and whether anew in each quarter.
  var drawnParameters: [String: Bool] {
    var drawn: [String: Bool] = [:]
    for parameter in parameters {
      switch parameter.value {
      case .constant, .series: break
      case .distribution: drawn[parameter.name] = false
      case .quarterlyDistribution: drawn[parameter.name] = true
      }
    }
    return drawn
  }

  /// The drivers that a formula itself draws from; none where it cannot be read.
  func directDrivers(of formula: String, _ drawn: [String: Bool]) -> [Driver] {
    guard let parsed = try? Parser.parse(formula) else { return [] }
    let references = References(parsed)
    let streams = references.streams.filter { $0.function != "each" || drawn[$0.name] != nil }
      .map { Driver(name: $0.name, isByQuarter: $0.isByQuarter) }
    let each = Set(references.streams.filter { $0.function == "each" }.map(\.name))
    let own = references.names.compactMap { name -> Driver? in
      // Drawn by `each` alone: not once a trial.
      guard let isByQuarter = drawn[name.text], !each.contains(name.text) else { return nil }
      return Driver(name: name.text, isByQuarter: isByQuarter)
    }
    return own + streams
  }
}
