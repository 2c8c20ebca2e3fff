extension Catalogue {
  /// Whether the model draws from a driver of this name under some options.
  static func isDriver(_ name: String) -> Bool {
    if let key = key(for: name), case .number(_, _, let varying) = key.kind,
      varying.contains(.distribution)
    {
      return true
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return drivers.contains { driver in
      let pattern = driver.split(separator: ".")
      return pattern.count == parts.count
        && zip(pattern, parts).allSatisfy { $0 == "*" || $0 == $1 }
    }
  }

  /// Drivers that are not keys; a star matches any one name.
  private static let drivers = [
    "capex.execution", "plan.revision", "supply.state", "fx.*", "fx.*.jumps.times",
    "fx.*.jumps.sizes", "fx.*.regime", "fx.*.reset", "cloud.growth", "cloud.ai",
    "cloud.segments.*", "priceCuts.times", "profit.margin", "group.revenue",
  ]
}
