internal import NumericalMethods
internal import CapexModel

/// Walks one file beside the catalogue and notes every key that has no place there.
struct LayerReader {
  private let files: FileReferences
  private(set) var layer: Layer
  private(set) var extends: Fragment?
  var problems = ProblemCollector()

  init(start: SourceSpan, files: FileReferences) {
    self.files = files
    layer = Layer(start: start)
  }

  /// What applies to values that have none of their own.
  struct Annotations {
    var source: String?
    var note: String?
  }

  mutating func read(_ root: SourceNode) {
    guard case .mapping(let entries, _) = root else {
      problems.report(.text(.notAMapping), at: root.span)
      return
    }
    var rest: [SourceEntry] = []
    for entry in entries {
      if entry.key.text != "extends" {
        rest.append(entry)
      } else if case .scalar(let name, _) = entry.value, !entry.value.isNull {
        extends = name
      } else {
        problems.report(
          .structure(.annotationNotText(key: "extends")), at: entry.value.span)
      }
    }
    readSection(rest, path: [], tree: .whole, inherited: Annotations())
  }

  private mutating func readSection(
    _ entries: [SourceEntry], path: [String], tree: CatalogueTree, inherited: Annotations
  ) {
    let annotations = readAnnotations(entries, inherited)
    var cut = CutCall()
    for entry in entries where !LayerReader.isAnnotation(entry) && !cut.takes(entry) {
      let name = entry.key.text
      let inner = path + [name]
      if path.isEmpty, let (path, key) = LayerReader.beside(name, entries) {
        readLeaf(entry, KeyedPath(path: path, key: key), key, annotations)
        continue
      }
      guard let child = tree.children[name] ?? chosen(name, in: tree) else {
        reportUnknown(entry.key, section: path, tree: tree)
        continue
      }
      if let key = child.key {
        readLeaf(entry, KeyedPath(path: inner.joined(separator: "."), key: key), key, annotations)
      } else {
        readChild(entry, path: inner, tree: child, annotations)
      }
    }
  }

  /// `until` beside `actuals: FILE`; nil where `actuals` is a section or is not there.
  private static func beside(
    _ name: String, _ entries: [SourceEntry]
  ) -> (path: String, key: AssumptionKey)? {
    guard let path = Catalogue.besideShorthands[name], let key = KeyLookup.key(at: path),
      let section = path.split(separator: ".").first.map(String.init),
      let value = entries.first(where: { $0.key.text == section })?.value, case .scalar = value,
      !value.isNull
    else { return nil }
    return (path, key)
  }

  private func chosen(_ name: String, in tree: CatalogueTree) -> CatalogueTree? {
    ChosenName.isValid(name) ? tree.children["*"] : nil
  }

  private mutating func readChild(
    _ entry: SourceEntry, path: [String], tree: CatalogueTree, _ annotations: Annotations
  ) {
    let section = path.joined(separator: ".")
    if entry.value.isNull {
      layer.removals.append(Layer.Removal(path: section, place: entry.key.span))
      return
    }
    if let name = shorthand(entry.value, for: path), let key = tree.children[name]?.key {
      layer.sections[section] = entry.key.span
      let keyed = KeyedPath(path: "\(section).\(name)", key: key)
      return readLeaf(entry, keyed, key, annotations)
    }
    guard case .mapping(let entries, _) = entry.value else {
      layer.faulty.insert(section)
      problems.report(
        .structure(.sectionExpected(section: section, keys: tree.names)), at: entry.value.span)
      return
    }
    layer.sections[section] = entry.key.span
    readSection(entries, path: path, tree: tree, inherited: annotations)
  }

  /// The key that a value without a section stands for: `drivers: { price: 0.4 }`.
  private func shorthand(_ value: SourceNode, for path: [String]) -> String? {
    if path.count == 1, case .scalar = value { return Catalogue.shorthands[path[0]] }
    guard path.count == 2, let name = Catalogue.shorthands["\(path[0]).*"] else { return nil }
    guard case .mapping(let entries, _) = value else { return name }
    // A path over time is a value too.
    let isPath = entries.allSatisfy { entry in
      entry.key.scalars.first.map { ("0"..."9").contains($0) } ?? false
        || (entry.key.text.hasPrefix("FY") && !ChosenName.isValid(entry.key.text))
    }
    return isPath && !entries.isEmpty && path[0] == "drivers" ? name : nil
  }

  // MARK: Values

  /// A value, or `{ value: …, source: …, note: … }`.
  private mutating func readLeaf(
    _ entry: SourceEntry, _ keyed: KeyedPath, _ key: AssumptionKey, _ inherited: Annotations
  ) {
    let path = keyed.path
    var value = entry.value
    var annotations = inherited
    if case .mapping(let entries, let span) = entry.value,
      entries.contains(where: { $0.key.text == "value" || LayerReader.isAnnotation($0) })
    {
      annotations = readAnnotations(entries, inherited)
      guard let given = entries.first(where: { $0.key.text == "value" })?.value else {
        layer.faulty.insert(path)
        problems.report(.structure(.missingValue(path: path)), at: span)
        return
      }
      for other in entries where other.key.text != "value" && !LayerReader.isAnnotation(other) {
        problems.report(
          .structure(.unknownAnnotation(key: other.key.text, path: path)), at: other.key.span)
      }
      value = given
    }
    if value.isNull {
      layer.removals.append(Layer.Removal(path: path, place: entry.key.span))
      return
    }
    layer.leaves[path] = Layer.Leaf(
      keyed: keyed, key: key, place: entry.key.span, value: value, source: annotations.source,
      note: annotations.note, files: files, text: NodeText.text(value))
  }

  private static func isAnnotation(_ entry: SourceEntry) -> Bool {
    entry.key.text == "source" || entry.key.text == "note"
  }

  private mutating func readAnnotations(
    _ entries: [SourceEntry], _ inherited: Annotations
  ) -> Annotations {
    var annotations = inherited
    for entry in entries where LayerReader.isAnnotation(entry) {
      guard case .scalar(let fragment, _) = entry.value, !entry.value.isNull else {
        problems.report(
          .structure(.annotationNotText(key: entry.key.text)), at: entry.value.span)
        continue
      }
      if entry.key.text == "source" {
        annotations.source = fragment.text
        // A note explains the source beside it.
        if !entries.contains(where: { $0.key.text == "note" }) { annotations.note = nil }
      } else {
        annotations.note = fragment.text
      }
    }
    return annotations
  }

  // MARK: Keys without a place

  private mutating func reportUnknown(_ key: Fragment, section: [String], tree: CatalogueTree) {
    let name = key.text
    let path = section.joined(separator: ".")
    layer.faulty.insert((section + [name]).joined(separator: "."))
    if tree.takesNames {
      problems.report(.structure(.invalidName(name: name, section: path)), at: key.span)
      return
    }
    let known = section.isEmpty ? (tree.names + ["extends", "source"]).sorted() : tree.names
    let elsewhere = KeyPlaces.sections(of: name)
    let nearest = Spelling.nearest(to: name, among: known)
    if nearest == nil, !elsewhere.isEmpty {
      problems.report(
        .structure(.keyOfOtherSection(key: name, section: path, sections: elsewhere)),
        at: key.span)
      return
    }
    // What was probably meant is not called missing too.
    if let nearest { layer.faulty.insert((section + [nearest]).joined(separator: ".")) }
    problems.report(
      .structure(.unknownKey(key: name, section: path, nearest: nearest, known: known)),
      at: key.span)
  }
}
