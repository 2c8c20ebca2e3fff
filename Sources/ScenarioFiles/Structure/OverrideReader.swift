internal import Numerics
internal import CapexModel

/// Flags `--set path=value` as one more layer over the files.
struct OverrideReader {
  private static let flag = "--set "
  private let files: FileReferences
  private var layer: Layer
  private var problems = ProblemCollector()

  static func read(
    _ overrides: [String], start: SourceSpan, files: FileReferences,
    problems: inout ProblemCollector
  ) -> Layer {
    var reader = OverrideReader(files: files, layer: Layer(start: start))
    reader.layer.isFlags = true
    for (index, text) in overrides.enumerated() { reader.read(text, order: Order.flags + index) }
    problems.append(reader.problems)
    return reader.layer
  }

  private init(files: FileReferences, layer: Layer) {
    self.files = files
    self.layer = layer
  }

  private mutating func read(_ text: String, order: Int) {
    let typed = OverrideReader.flag + text
    let source = SourceText(origin: .flag(typed), text: typed, order: order)
    let line = source.line(1)
    if let column = line.firstIndex(where: TextDecoding.isForbidden) {
      let problem = TextProblem.forbiddenCharacter(line[column].value)
      problems.report(.text(problem), at: source.span(line: 1, column: column + 1))
      return
    }
    if source.lines.count > 1 {
      let problem = TextProblem.forbiddenCharacter(0x0A)
      problems.report(.text(problem), at: source.span(line: 1, column: max(1, line.count)))
      return
    }
    let whole = Fragment(
      scalars: line[OverrideReader.flag.count...],
      start: source.span(line: 1, column: OverrideReader.flag.count + 1), isExact: true)
    guard let equals = whole.scalars.firstIndex(of: "=") else {
      problems.report(whole.rejected(.flag(.noEqualsSign)))
      return
    }
    read(
      path: whole.part(whole.scalars.startIndex..<equals).trimmed,
      value: whole.part((equals + 1)..<whole.scalars.endIndex).trimmed)
  }

  private mutating func read(path fragment: Fragment, value: Fragment) {
    if let shape = OverrideReader.profileShape(fragment) {
      read(shape: shape.name, ofProfile: shape.path, at: fragment, value: value)
      return
    }
    let path = fragment.text
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let node = CatalogueTree.whole.node(at: parts), !path.contains("*"),
      OverrideReader.hasValidNames(parts)
    else {
      problems.report(
        fragment.rejected(.flag(.unknownPath(path: path, nearest: nearest(to: parts)))))
      return
    }
    if layer.leaves[path] != nil || layer.removals.contains(where: { $0.path == path }) {
      problems.report(fragment.rejected(.flag(.setTwice(path: path))))
      return
    }
    if value.isEmpty {
      layer.faulty.insert(path)
      problems.report(fragment.rejected(.flag(.noValue(path: path))))
      return
    }
    guard let given = compose(value, key: node.key) else {
      layer.faulty.insert(path)
      return
    }
    if given.isNull {
      layer.removals.append(Layer.Removal(path: path, place: fragment.span))
    } else if let key = node.key {
      layer.leaves[path] = Layer.Leaf(
        keyed: KeyedPath(path: path, key: key), key: key, place: fragment.span, value: given,
        source: "--set", note: nil, files: files, text: value.text)
    } else {
      problems.report(fragment.rejected(.flag(.isSection(path: path, keys: node.names))))
    }
  }

  /// The two halves of `plan.profile.sCurve`; nil for a path of another form.
  private static func profileShape(_ fragment: Fragment) -> (path: String, name: Fragment)? {
    guard let dot = fragment.scalars.lastIndex(of: ".") else { return nil }
    let path = fragment.part(fragment.scalars.startIndex..<dot).text
    guard KeyLookup.key(at: path)?.kind == .profile else { return nil }
    return (path, fragment.part((dot + 1)..<fragment.scalars.endIndex))
  }

  /// `plan.profile.sCurve=6` is `plan.profile={ sCurve: 6 }`.
  private mutating func read(
    shape: Fragment, ofProfile path: String, at fragment: Fragment, value: Fragment
  ) {
    if layer.leaves[path] != nil || layer.removals.contains(where: { $0.path == path }) {
      problems.report(fragment.rejected(.flag(.setTwice(path: path))))
      return
    }
    if value.isEmpty {
      layer.faulty.insert(path)
      problems.report(fragment.rejected(.flag(.noValue(path: fragment.text))))
      return
    }
    guard let key = KeyLookup.key(at: path), let given = compose(value, key: key) else {
      layer.faulty.insert(path)
      return
    }
    let profile = SourceNode.mapping([SourceEntry(key: shape, value: given)], fragment.span)
    layer.leaves[path] = Layer.Leaf(
      keyed: KeyedPath(path: path, key: key), key: key, place: fragment.span, value: profile,
      source: "--set", note: nil, files: files, text: "{ \(shape.text): \(value.text) }")
  }

  private static func hasValidNames(_ parts: [String]) -> Bool {
    var node = CatalogueTree.whole
    for part in parts {
      if let next = node.children[part] {
        node = next
      } else if let next = node.children["*"], ChosenName.isValid(part) {
        node = next
      } else {
        return false
      }
    }
    return true
  }

  /// The known path that was probably meant, with the names that were typed.
  private func nearest(to parts: [String]) -> String? {
    let typed = parts.joined(separator: ".")
    let known = Catalogue.keys.map { key in
      let own = key.path.split(separator: ".").map(String.init)
      return own.enumerated().map { index, part in
        part == "*" ? (index < parts.count ? parts[index] : "name") : part
      }.joined(separator: ".")
    }
    return Spelling.nearest(to: typed, among: known)
  }

  /// Lists, maps and quoted text are YAML in place: everything before them is blank. The rest is
  /// taken as it is, so that `lognormal(mean: 5, sd: 2)` needs no quotes of its own.
  private mutating func compose(_ value: Fragment, key: AssumptionKey?) -> SourceNode? {
    let isYAML = value.scalars.first.map { ["[", "{", "\"", "'"].contains($0) } ?? false
    if key?.kind == .text || !isYAML {
      return .scalar(value, isQuoted: key?.kind == .text)
    }
    let blank = String(repeating: " ", count: value.start.column - 1)
    let (root, found) = YamlComposer.compose(blank + value.text, source: value.start.text)
    for problem in found { problems.report(problem) }
    return found.isEmpty ? root : nil
  }
}
