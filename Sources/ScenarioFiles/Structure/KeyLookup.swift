internal import CapexModel

/// From paths of a scenario to keys of the catalogue and back.
enum KeyLookup {
  static func key(at path: String) -> AssumptionKey? {
    CatalogueTree.whole.node(at: path.split(separator: ".").map(String.init))?.key
  }

  /// A pattern with the names that a path has where the path's own pattern has stars.
  static func instantiate(_ pattern: String, like own: String, at path: String) -> String {
    let names = zip(own.split(separator: "."), path.split(separator: "."))
      .filter { $0.0 == "*" }.map { String($0.1) }
    return instantiate(pattern, names: names)
  }

  static func instantiate(_ pattern: String, names: [String]) -> String {
    var left = names[...]
    return pattern.split(separator: ".").map { part in
      part == "*" ? left.popFirst() ?? "*" : String(part)
    }.joined(separator: ".")
  }
}
