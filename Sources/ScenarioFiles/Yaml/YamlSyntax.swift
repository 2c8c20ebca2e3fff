internal import Yams

/// Places of scalars in the source, and Yams's errors as ours.
enum YamlSyntax {
  /// The text of a scalar with its place: exact when it stands in the source as it is, plain or
  /// in quotes. A `marked` scalar differs from the source in its first character.
  static func fragment(of text: String, at span: SourceSpan, marked: Bool = false) -> Fragment {
    let scalars = Array(text.unicodeScalars)
    let line = span.text.line(span.line)
    func stands(at index: Int) -> Bool {
      let skipped = marked ? 1 : 0
      return index + scalars.count <= line.count
        && line[(index + skipped)..<(index + scalars.count)].elementsEqual(scalars[skipped...])
    }
    let index = span.column - 1
    let isQuoted = line.indices.contains(index) && (line[index] == "\"" || line[index] == "'")
    let first = isQuoted ? index + 1 : index
    let isExact =
      index >= 0 && stands(at: first)
      && (!isQuoted
        || (first + scalars.count < line.count && line[first + scalars.count] == line[index]))
    let start = SourceSpan(
      text: span.text, line: span.line, column: isExact ? first + 1 : span.column, length: 1)
    return Fragment(scalars: scalars[...], start: start, isExact: isExact)
  }

  /// Unclosed quotes and brackets are reported where they open.
  static func rejection(_ error: YamlError, source: SourceText) -> Rejection {
    switch error {
    case .scanner(_, let problem, let mark, _) where problem.contains("nesting"),
      .parser(_, let problem, let mark, _) where problem.contains("nesting"):
      return Rejection(.text(.tooDeep(limit: YamlComposer.deepest)), at: held(mark, source))
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      if let context, opens(context.text) {
        return Rejection(
          .text(.unclosed(context.text.contains("quoted") ? .quote : .bracket)),
          at: source.span(line: context.mark.line, column: context.mark.column))
      }
      let place = held(mark, source)
      if problem.contains("cannot start any token"),
        let sign = source.line(place.line).dropFirst(place.column - 1).first,
        "%@`".contains(String(sign))
      {
        return Rejection(.text(.quotesNeeded(String(sign))), at: place)
      }
      return Rejection(.text(.yamlSyntax(problem)), at: place)
    case .composer(_, let problem, let mark, _):
      let found: TextProblem =
        problem.contains("document")
        ? .secondDocument : problem.contains("alias") ? .undefinedAlias : .yamlSyntax(problem)
      return Rejection(.text(found), at: held(mark, source))
    case .reader(let problem, _, _, _):
      return Rejection(.text(.yamlSyntax(problem)), at: source.span(line: 0, column: 0))
    default:
      return Rejection(
        .text(.yamlSyntax("it cannot be parsed")), at: source.span(line: 0, column: 0))
    }
  }

  private static func opens(_ context: String) -> Bool {
    context.contains("quoted scalar") || context.contains("flow sequence")
      || context.contains("flow mapping")
  }

  /// A place in the text: the parser may name the line after the last.
  private static func held(_ mark: Mark, _ source: SourceText) -> SourceSpan {
    let line = min(max(1, mark.line), max(1, source.lines.count))
    let column = line == mark.line ? mark.column : source.line(line).count + 1
    return source.span(line: line, column: column)
  }
}
