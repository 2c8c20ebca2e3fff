internal import CapexModel

/// Layers laid over each other: the base first, its variants, the flags last.
///
/// Maps merge by key; a value replaces the whole value below it, with its source. `~` removes.
struct LayeredScenario {
  private(set) var leaves: [String: Layer.Leaf] = [:]
  private(set) var sections: [String: SourceSpan] = [:]
  private(set) var faulty: Set<String> = []
  private(set) var start: SourceSpan
  /// What the files alone say of a path, to set against a flag.
  private(set) var fileTexts: [String: String] = [:]

  /// A required key that was taken away is missing at the place of its removal.
  private(set) var removedAt: [String: SourceSpan] = [:]

  init(start: SourceSpan) { self.start = start }

  mutating func lay(_ layer: Layer, problems: inout ProblemCollector) {
    if layer.isFlags {
      fileTexts = leaves.mapValues(\.text)
    } else {
      start = layer.start
    }
    for removal in layer.removals { remove(removal, problems: &problems) }
    leaves.merge(layer.leaves) { _, above in above }
    sections.merge(layer.sections) { _, above in above }
    faulty.formUnion(layer.faulty)
    for (path, leaf) in layer.leaves.sorted(by: { $0.key < $1.key }) {
      if let problem = inapplicable(leaf, path: path) { problems.report(problem) }
    }
  }

  private mutating func remove(_ removal: Layer.Removal, problems: inout ProblemCollector) {
    func isInside(_ path: String) -> Bool {
      path == removal.path || path.hasPrefix(removal.path + ".")
    }
    let goes = leaves.keys.contains(where: isInside) || sections.keys.contains(where: isInside)
    guard goes else {
      faulty.insert(removal.path)
      problems.report(.structure(.nothingToRemove(path: removal.path)), at: removal.place)
      return
    }
    leaves = leaves.filter { !isInside($0.key) }
    sections = sections.filter { !isInside($0.key) }
    removedAt[removal.path] = removal.place
  }

  /// Values that mean nothing under the options finally chosen are dropped: those of the layer
  /// that was laid last have been reported, the others are inherited.
  mutating func dropInapplicable() {
    for path in leaves.keys.sorted() {
      if let leaf = leaves[path], inapplicable(leaf, path: path) != nil { leaves[path] = nil }
    }
  }

  /// Where a path has its value; the whole file where it has none.
  func place(of path: String) -> SourceSpan {
    leaves[path]?.value.span ?? sections[path] ?? start
  }

  // MARK: Options

  /// The option that is chosen for a key; nil when that is not a known one.
  func chosen(_ path: String) -> String? {
    guard let key = KeyLookup.key(at: path), case .choice(let options) = key.kind else {
      return nil
    }
    if let leaf = leaves[path] {
      guard case .scalar(let fragment, _) = leaf.value, options.contains(fragment.text) else {
        return nil
      }
      return fragment.text
    }
    guard !faulty.contains(path), case .standard(.choice(let option)) = key.need else {
      return nil
    }
    return option
  }

  private func inapplicable(_ leaf: Layer.Leaf, path: String) -> Rejection? {
    guard let condition = leaf.key.condition else { return nil }
    let option = KeyLookup.instantiate(condition.path, like: leaf.key.path, at: path)
    guard let chosen = chosen(option), !condition.values.contains(chosen) else { return nil }
    return Rejection(
      .structure(
        .notApplicable(path: path, option: option, chosen: chosen, needed: condition.values)),
      at: leaf.place)
  }
}
