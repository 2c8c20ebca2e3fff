extension Fragment {
  /// Where some of its scalars stand in the source; nil where that cannot be told.
  ///
  /// Text that YAML folds, or takes from a block below its key, differs from the source in white
  /// space alone, unless it has escapes: so the two are walked side by side. An empty range is the
  /// place behind what comes before it.
  func place(of range: Range<Int>) -> SourceSpan? {
    if isExact { return part(range).span }
    var line = start.line
    var column = start.column - 1
    let opening = start.text.line(line).dropFirst(column).first
    if opening == "|" || opening == ">" {
      (line, column) = (line + 1, 0)
    } else if opening == "\"" || opening == "'" {
      column += 1
    }
    for index in scalars.startIndex..<range.upperBound where !Fragment.isSpace(scalars[index]) {
      while line <= start.text.lines.count, Fragment.isBlank(start.text.line(line), from: column) {
        (line, column) = (line + 1, 0)
      }
      let quoted = start.text.line(line)
      while column < quoted.count, Fragment.isSpace(quoted[column]) { column += 1 }
      guard column < quoted.count, quoted[column] == scalars[index] else { return nil }
      column += 1
      if index >= range.lowerBound {
        let length = min(range.upperBound - index, quoted.count - column + 1)
        return start.text.span(line: line, column: column, length: length)
      }
    }
    return start.text.span(line: line, column: column + 1)
  }

  private static func isBlank(_ line: [Unicode.Scalar], from column: Int) -> Bool {
    line.dropFirst(column).allSatisfy(isSpace)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n"
  }
}
