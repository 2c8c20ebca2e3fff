/// Drivers that are not keys, under some options; a star is a name that the scenario chooses.
enum DriverNames {
  static let all = [
    "capex.execution", "plan.revision", "supply.state", "fx.*", "fx.*.uncertainty.variance",
    "fx.*.uncertainty.drift", "fx.*.uncertainty.level", "fx.*.uncertainty.speed",
    "fx.*.jumps.times",
    "fx.*.jumps.sizes", "fx.*.regime", "fx.*.reset", "cloud.growth", "cloud.ai",
    "cloud.segments.*", "priceCuts.times", "profit.margin", "group.revenue",
    "drivers.*.jumps.times", "drivers.*.jumps.sizes",
  ]
}

extension Assumptions {
  /// Whether the model draws from a driver of this name under some options.
  func isDriver(_ name: String) -> Bool {
    if names(in: "drivers").contains(name) { return true }
    // A scenario's own driver goes by its plain name.
    if name.hasPrefix("drivers."), name.hasSuffix(".value") { return false }
    if let key = Catalogue.key(for: name), case .number(_, _, let varying) = key.kind,
      varying.contains(.distribution)
    {
      return self[name] != nil
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return DriverNames.all.contains { driver in
      let pattern = driver.split(separator: ".")
      guard pattern.count == parts.count else { return false }
      return pattern.indices.allSatisfy { place in
        guard pattern[place] == "*" else { return pattern[place] == parts[place] }
        return names(in: pattern[..<place].joined(separator: ".")).contains(String(parts[place]))
      }
    }
  }
}
