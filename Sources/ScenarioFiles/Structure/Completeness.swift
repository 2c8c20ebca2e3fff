internal import CapexModel

/// What a scenario lacks: required keys, sections that others stand on, names.
struct Completeness {
  let scenario: LayeredScenario
  private let present: Set<String>

  init(_ scenario: LayeredScenario) {
    self.scenario = scenario
    var present = Set(scenario.sections.keys)
    for path in scenario.leaves.keys {
      let parts = path.split(separator: ".")
      for count in 1..<max(1, parts.count) {
        present.insert(parts[..<count].joined(separator: "."))
      }
    }
    self.present = present
  }

  func report(to problems: inout ProblemCollector) {
    for key in Catalogue.keys where key.need == .required {
      for path in expected(key) where scenario.leaves[path] == nil && !isFaulty(path) {
        problems.report(
          .structure(.missingKey(path: path, example: KeyExample.text(for: key, at: path))),
          at: place(of: path))
      }
      reportWithoutNames(key, to: &problems)
    }
    for (section, needs) in Catalogue.neededSections
    where isPresent(section) && !isPresent(needs) && !isFaulty(needs) {
      problems.report(
        .structure(.missingSection(section: section, needs: needs)),
        at: scenario.removedAt[needs] ?? place(of: section + ".*"))
    }
  }

  /// The keys with a standard value that nobody gave, with that value.
  func standards() -> [(path: String, content: AssumptionContent)] {
    Catalogue.keys.flatMap { key -> [(path: String, content: AssumptionContent)] in
      guard case .standard(let content) = key.need else { return [] }
      return expected(key).filter { scenario.leaves[$0] == nil }.map { ($0, content) }
    }
  }

  func isPresent(_ section: String) -> Bool { present.contains(section) }

  /// The paths at which a key belongs to this scenario: its section is there, or is one that
  /// every scenario has, and the option it hangs on is chosen.
  private func expected(_ key: AssumptionKey) -> [String] {
    instances(of: key).filter { path in
      if let section = KeyPlace.of(key).section {
        let own = KeyLookup.instantiate(section, like: key.path, at: path)
        guard isPresent(own) else { return false }
      }
      guard let condition = key.condition else { return true }
      let option = KeyLookup.instantiate(condition.path, like: key.path, at: path)
      return scenario.chosen(option).map { condition.values.contains($0) } ?? false
    }
  }

  private func instances(of key: AssumptionKey) -> [String] {
    guard let section = KeyPlace.of(key).named else { return [key.path] }
    return names(in: section).map {
      KeyLookup.instantiate(key.path, names: [$0])
    }
  }

  /// The chosen names in a section, sorted.
  func names(in section: String) -> [String] {
    let depth = section.split(separator: ".").count
    let names = present.filter { $0.hasPrefix(section + ".") }.map {
      String($0.split(separator: ".")[depth])
    }
    return Set(names).sorted()
  }

  /// An option that asks for named sections of which there is none.
  private func reportWithoutNames(_ key: AssumptionKey, to problems: inout ProblemCollector) {
    guard let section = KeyPlace.of(key).named, let condition = key.condition,
      !condition.path.contains("*"), let chosen = scenario.chosen(condition.path),
      condition.values.contains(chosen),
      let leaf = scenario.leaves[condition.path], names(in: section).isEmpty,
      key.path == Catalogue.keys.first(where: { $0.path.hasPrefix(section + ".*.") })?.path,
      !isFaulty(section)
    else { return }
    problems.report(
      .structure(.noNames(section: section, option: condition.path, chosen: chosen)),
      at: leaf.value.span)
  }

  private func isFaulty(_ path: String) -> Bool {
    scenario.faulty.contains { path == $0 || path.hasPrefix($0 + ".") }
  }

  /// The removal of the key or its section's head; the start of the file for the rest.
  private func place(of path: String) -> SourceSpan {
    if let removed = scenario.removedAt[path] { return removed }
    var parts = path.split(separator: ".")[...]
    while !parts.isEmpty {
      parts = parts.dropLast()
      let section = parts.joined(separator: ".")
      if let place = scenario.sections[section] ?? scenario.removedAt[section] { return place }
      // A flag may open a section.
      if let leaf = scenario.leaves.filter({ $0.key.hasPrefix(section + ".") })
        .min(by: { $0.key < $1.key }), !section.isEmpty
      {
        return leaf.value.place
      }
    }
    return scenario.start
  }
}

/// Where a key of the catalogue stands; found once for all scenarios.
private struct KeyPlace {
  /// The innermost optional section that it belongs to.
  let section: String?
  /// The section whose names stand for the star of its path.
  let named: String?

  static func of(_ key: AssumptionKey) -> KeyPlace { all[key.path] ?? KeyPlace(key) }

  private static let all = Dictionary(
    Catalogue.keys.map { ($0.path, KeyPlace($0)) }, uniquingKeysWith: { first, _ in first })

  private init(_ key: AssumptionKey) {
    section = Catalogue.optionalSections.filter { key.path.hasPrefix($0 + ".") }
      .max { $0.count < $1.count }
    let parts = key.path.split(separator: ".", omittingEmptySubsequences: false)
    let star = parts.dropFirst().dropLast().firstIndex(of: "*")
    named = star.map { parts[..<$0].joined(separator: ".") }
  }
}
