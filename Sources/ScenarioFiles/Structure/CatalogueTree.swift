package import CapexModel

/// The catalogue as a tree of sections, for walking beside a file.
package struct CatalogueTree: Sendable {
  package private(set) var children: [String: CatalogueTree] = [:]
  /// Set where a value stands; such a node has no children.
  package private(set) var key: AssumptionKey?

  package static let whole = CatalogueTree(Catalogue.keys)

  init(_ keys: [AssumptionKey]) {
    for key in keys { insert(key, key.path.split(separator: ".").map(String.init)[...]) }
  }

  private mutating func insert(_ key: AssumptionKey, _ parts: ArraySlice<String>) {
    guard let first = parts.first else {
      self.key = key
      return
    }
    children[first, default: CatalogueTree([])].insert(key, parts.dropFirst())
  }

  /// The names of keys and sections here, sorted; `*` for chosen names.
  var names: [String] { children.keys.sorted() }

  var takesNames: Bool { children["*"] != nil }

  /// The node at a path, where a chosen name matches `*`.
  func node(at path: some Sequence<String>) -> CatalogueTree? {
    var node = self
    for part in path {
      guard let next = node.children[part] ?? node.children["*"] else { return nil }
      node = next
    }
    return node
  }
}
