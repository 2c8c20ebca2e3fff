internal import Yams

/// YAML text to nodes with places, by Yams, under a budget on nodes and depth.
///
/// Yams stops at the first repeated key. So that every mistake is found in one pass, a repeated
/// key gets a private character in place of its first one, which moves nothing, and the text is
/// composed again. A formula without quotes, such as `sum(capex, over: plan)`, has a colon that
/// YAML does not allow: that gets a private character too.
struct YamlComposer {
  static let mostNodes = 100_000
  static let deepest = 64
  static let mostAliases = 16
  private static let mostRepeatedKeys = 20
  private static let firstMark: UInt32 = 0x10_F000

  private let source: SourceText
  private var problems: [Rejection] = []
  private var marks: [RepeatedKey] = []
  private var nodes = 0

  private init(source: SourceText) { self.source = source }

  /// - Returns: The document, or nil when there is none that can be read on; and the problems.
  static func compose(
    _ text: String, source: SourceText
  ) -> (root: SourceNode?, problems: [Rejection]) {
    var composer = YamlComposer(source: source)
    let root = composer.compose(text)
    return (root, composer.problems)
  }

  private mutating func compose(_ text: String) -> SourceNode? {
    if let tooMany = AliasScreen.firstBeyond(YamlComposer.mostAliases, in: source) {
      reject(.tooManyAliases(limit: YamlComposer.mostAliases), at: tooMany)
      return nil
    }
    var lines = SourceText.split(text)
    var hasHiddenColons = false
    for _ in 0...YamlComposer.mostRepeatedKeys {
      do {
        // Rebuilt from lines, since YAML counts some characters as line ends that we do not.
        // Without rules that guess types: every scalar is text, and `2025` and "2025" are one key.
        let parser = try Parser(
          yaml: YamlComposer.joined(lines), resolver: .basic, encoding: .utf8)
        guard let node = try parser.singleRoot() else { return nil }
        let root = convert(node, depth: 0)
        reportRepeatedKeys()
        // Cut off, the rest would be called missing.
        return nodes > YamlComposer.mostNodes ? nil : root
      } catch YamlError.duplicatedKeysInMapping(_, let context) {
        guard let marked = mark(context.mark, in: &lines) else { return nil }
        marks.append(marked)
      } catch let error as YamlError {
        if !hasHiddenColons, FormulaColons.isCause(of: error, in: lines) {
          FormulaColons.hide(in: &lines)
          hasHiddenColons = true
          continue
        }
        problems.append(YamlSyntax.rejection(error, source: source))
        reportRepeatedKeys()
        return nil
      } catch {
        return nil
      }
    }
    reportRepeatedKeys()
    return nil
  }

  private static func joined(_ lines: [[Unicode.Scalar]]) -> String {
    lines.reduce(into: "") { text, line in
      text += String(scalars: line)
      text += "\n"
    }
  }

  private mutating func reject(_ problem: TextProblem, at span: SourceSpan) {
    problems.append(Rejection(.text(problem), at: span))
  }
}

// MARK: Repeated keys

extension YamlComposer {
  private struct RepeatedKey {
    let line: Int
    let column: Int
    let original: Unicode.Scalar
    /// Where the same key stands again: known once the document is composed.
    var again: SourceSpan?
    var key = ""
  }

  /// Marks the key that begins at a place; nil when it is not plain or quoted text.
  private mutating func mark(_ place: Mark, in lines: inout [[Unicode.Scalar]]) -> RepeatedKey? {
    let span = source.span(line: place.line, column: place.column)
    var index = place.column - 1
    guard lines.indices.contains(place.line - 1), lines[place.line - 1].indices.contains(index)
    else { return refuse(span) }
    if ["\"", "'"].contains(lines[place.line - 1][index]) { index += 1 }
    guard lines[place.line - 1].indices.contains(index),
      !["&", "!", "*", "[", "{", "?", "\"", "'", ":", "\\", "|", ">"].contains(
        lines[place.line - 1][index]),
      let substitute = Unicode.Scalar(YamlComposer.firstMark + UInt32(marks.count))
    else { return refuse(span) }
    let original = lines[place.line - 1][index]
    lines[place.line - 1][index] = substitute
    return RepeatedKey(line: place.line, column: place.column, original: original)
  }

  private mutating func refuse(_ span: SourceSpan) -> RepeatedKey? {
    reject(.keyNotText, at: span)
    return nil
  }

  /// The key as it was written.
  private func unmarked(_ key: Fragment) -> (key: Fragment, mark: Int?) {
    guard let first = key.scalars.first, first.value >= YamlComposer.firstMark else {
      return (key, nil)
    }
    let mark = Int(first.value - YamlComposer.firstMark)
    guard marks.indices.contains(mark) else { return (key, nil) }
    var scalars = key.scalars
    scalars[scalars.startIndex] = marks[mark].original
    return (Fragment(scalars: scalars, start: key.start, isExact: key.isExact), mark)
  }

  private mutating func reportRepeatedKeys() {
    for mark in marks {
      guard let again = mark.again else { continue }
      reject(
        .duplicateKey(key: mark.key, firstLine: mark.line, firstColumn: mark.column), at: again)
    }
  }
}

// MARK: Nodes

extension YamlComposer {
  private func span(_ mark: Mark?) -> SourceSpan {
    source.span(line: mark?.line ?? 1, column: mark?.column ?? 1)
  }

  private mutating func convert(_ node: Node, depth: Int) -> SourceNode? {
    nodes += 1
    let span = span(node.mark)
    if nodes > YamlComposer.mostNodes {
      if nodes == YamlComposer.mostNodes + 1 {
        reject(.tooManyNodes(limit: YamlComposer.mostNodes), at: span)
      }
      return nil
    }
    if depth > YamlComposer.deepest {
      reject(.tooDeep(limit: YamlComposer.deepest), at: span)
      // One report is enough for a document that is nothing but depth.
      nodes = YamlComposer.mostNodes + 1
      return nil
    }
    switch node {
    case .scalar(let scalar): return convert(scalar, at: span)
    case .sequence(let sequence):
      return .sequence(sequence.compactMap { convert($0, depth: depth + 1) }, span)
    case .mapping(let mapping): return convert(mapping, at: span, depth: depth)
    case .alias:
      reject(.undefinedAlias, at: span)
      return nil
    }
  }

  private mutating func convert(_ scalar: Node.Scalar, at span: SourceSpan) -> SourceNode {
    let line = source.line(span.line)
    if span.column <= line.count, line[span.column - 1] == "!" {
      reject(.tagNotAllowed, at: span)
    }
    return .scalar(
      YamlSyntax.fragment(of: FormulaColons.shown(scalar.string), at: span),
      isQuoted: scalar.style != .plain)
  }

  private mutating func convert(
    _ mapping: Node.Mapping, at span: SourceSpan, depth: Int
  ) -> SourceNode {
    var entries: [SourceEntry] = []
    // For repeated keys: the last entry of the same name is the one that stays.
    var earlier: [String: Int] = [:]
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        reject(.keyNotText, at: key.mark == nil ? span : self.span(key.mark))
        continue
      }
      let written = YamlSyntax.fragment(
        of: FormulaColons.shown(scalar.string), at: self.span(scalar.mark),
        marked: scalar.string.unicodeScalars.first.map { $0.value >= YamlComposer.firstMark }
          ?? false)
      let (fragment, mark) = unmarked(written)
      let name = fragment.text
      if let first = earlier[name], marks.indices.contains(first) {
        marks[first].again = fragment.span
        marks[first].key = name
      }
      if let mark {
        earlier[name] = mark
        // Its value is read too, so that mistakes in it are found.
      }
      guard let converted = convert(value, depth: depth + 1) else { continue }
      if mark == nil { entries.append(SourceEntry(key: fragment, value: converted)) }
    }
    return .mapping(entries, span)
  }
}
