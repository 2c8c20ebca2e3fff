internal import NumericalMethods
internal import CapexModel

/// Flags `--set path=value` and `--metric name=formula` as one more layer over the files.
struct OverrideReader {
  private let files: FileReferences
  private var layer: Layer
  private var problems = ProblemCollector()

  static func read(
    _ overrides: [Flag], start: SourceSpan, files: FileReferences,
    problems: inout ProblemCollector
  ) -> Layer {
    var reader = OverrideReader(files: files, layer: Layer(start: start))
    reader.layer.isFlags = true
    for (index, flag) in overrides.enumerated() { reader.read(flag, order: Order.flags + index) }
    problems.append(reader.problems)
    return reader.layer
  }

  private init(files: FileReferences, layer: Layer) {
    self.files = files
    self.layer = layer
  }

  private mutating func read(_ flag: Flag, order: Int) {
    let typed = flag.typed
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
      scalars: line[flag.start...],
      start: source.span(line: 1, column: flag.start + 1), isExact: true)
    guard let equals = whole.scalars.firstIndex(of: "=") else {
      problems.report(
        whole.rejected(.flag(flag.isMetric ? .noMetricFormula : .noEqualsSign)))
      return
    }
    let left = whole.part(whole.scalars.startIndex..<equals).trimmed
    let value = whole.part((equals + 1)..<whole.scalars.endIndex).trimmed
    if flag.isMetric {
      readMetric(left, formula: value)
    } else {
      read(path: left, value: value)
    }
  }

  /// `--metric 'name = formula'` is `--set metrics.name.formula=formula`.
  private mutating func readMetric(_ name: Fragment, formula: Fragment) {
    let path = "metrics.\(name.text).formula"
    guard ChosenName.isValid(name.text), let key = KeyLookup.key(at: path) else {
      problems.report(
        name.rejected(.structure(.invalidName(name: name.text, section: "metrics"))))
      return
    }
    set(path, key, to: formula, at: name)
  }

  /// A value for a path that is not set by another flag.
  private mutating func set(
    _ path: String, _ key: AssumptionKey, to value: Fragment, at place: Fragment
  ) {
    if layer.leaves[path] != nil || layer.removals.contains(where: { $0.path == path }) {
      problems.report(place.rejected(.flag(.setTwice(path: path))))
      return
    }
    if value.isEmpty {
      layer.faulty.insert(path)
      problems.report(place.rejected(.flag(.noValue(path: path))))
      return
    }
    guard let given = compose(value, key: key) else {
      layer.faulty.insert(path)
      return
    }
    if given.isNull {
      layer.removals.append(Layer.Removal(path: path, place: place.span))
    } else {
      layer.leaves[path] = Layer.Leaf(
        keyed: KeyedPath(path: path, key: key), key: key, place: place.span, value: given,
        source: "--set", note: nil, files: files, text: value.text)
    }
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
    if let key = node.key { return set(path, key, to: value, at: fragment) }
    if let name = shorthand(parts), let key = node.children[name]?.key, value.text != "~" {
      return set("\(path).\(name)", key, to: value, at: fragment)
    }
    if value.text == "~" {
      layer.removals.append(Layer.Removal(path: path, place: fragment.span))
    } else {
      problems.report(fragment.rejected(.flag(.isSection(path: path, keys: node.names))))
    }
  }

  /// `drivers.price=0.4` is `drivers.price.value=0.4`, `actuals=FILE` is `actuals.file=FILE`.
  private func shorthand(_ parts: [String]) -> String? {
    switch parts.count {
    case 1: Catalogue.shorthands[parts[0]]
    case 2: Catalogue.shorthands["\(parts[0]).*"]
    default: nil
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
    // A key without its section.
    let ends = parts.count == 1 ? known.filter { $0.hasSuffix(".\(typed)") } : []
    return ends.count == 1 ? ends[0] : Spelling.nearest(to: typed, among: known)
  }

  /// Lists, maps and quoted text are YAML in place: everything before them is blank. The rest is
  /// taken as it is, so that `lognormal(mean: 5, sd: 2)` needs no quotes of its own.
  private mutating func compose(_ value: Fragment, key: AssumptionKey?) -> SourceNode? {
    let isYAML = value.scalars.first.map { ["[", "{", "\"", "'"].contains($0) } ?? false
    let isFormula = key?.kind == .formula && value.text != "~" && !isYAML
    let isText = key?.kind == .text || isFormula
    if isText || !isYAML { return .scalar(value, isQuoted: isText) }
    let blank = String(repeating: " ", count: value.start.column - 1)
    let (root, found) = YamlComposer.compose(blank + value.text, source: value.start.text)
    for problem in found { problems.report(problem) }
    return found.isEmpty ? root : nil
  }
}
