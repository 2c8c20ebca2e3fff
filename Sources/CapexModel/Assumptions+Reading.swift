/// Values by kind, with the catalogue's standard where nothing is given.
extension Assumptions {
  /// The value, or the standard of its key; nil where there is neither.
  public func content(_ path: String) -> AssumptionContent? {
    if let given = self[path] { return given.content }
    guard let key = Catalogue.key(for: path), case .standard(let standard) = key.need else {
      return nil
    }
    return standard
  }

  func text(_ path: String) -> String? {
    if case .text(let text)? = content(path) { return text }
    return nil
  }

  func choice(_ path: String) -> String {
    if case .choice(let choice)? = content(path) { return choice }
    return ""
  }

  func integer(_ path: String) -> Int? {
    if case .integer(let value)? = content(path) { return value }
    return nil
  }

  func number(_ path: String) -> Double? {
    if case .number(let value)? = content(path) { return value }
    return nil
  }

  func numbers(_ path: String) -> [Double]? {
    if case .numbers(let values)? = content(path) { return values }
    return nil
  }

  /// Whether anything is given at or below a section.
  public func has(section: String) -> Bool {
    let prefix = section + "."
    return values.keys.contains { $0 == section || $0.hasPrefix(prefix) }
  }

  /// The names that stand for the star of a section such as `fx.*`, sorted.
  public func names(in section: String) -> [String] {
    let prefix = section + "."
    let names = paths.filter { $0.hasPrefix(prefix) }.map {
      String($0.dropFirst(prefix.count).prefix { $0 != "." })
    }
    return Array(Set(names)).sorted()
  }
}

extension Catalogue {
  /// The key that a path belongs to; a star matches any one name.
  public static func key(for path: String) -> AssumptionKey? {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false)
    return keys.first { key in
      let pattern = key.path.split(separator: ".")
      return pattern.count == parts.count
        && zip(pattern, parts).allSatisfy { $0 == "*" || $0 == $1 }
    }
  }
}

extension [AssumptionContent.Knot] {
  /// Linear between knots, level before the first and after the last.
  package func value(at quarter: Quarter) -> Double {
    guard let first, let last else { return .nan }
    if quarter <= first.quarter { return first.value }
    if quarter >= last.quarter { return last.value }
    let after = firstIndex { $0.quarter >= quarter } ?? count - 1
    let (low, high) = (self[after - 1], self[after])
    let share =
      Double(low.quarter.distance(to: quarter)) / Double(low.quarter.distance(to: high.quarter))
    return low.value + share * (high.value - low.value)
  }
}
