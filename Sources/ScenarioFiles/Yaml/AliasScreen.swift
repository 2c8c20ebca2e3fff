/// A few aliases are useful; many, nested, make a small file stand for millions of nodes.
///
/// Counted before the text is composed, since composing compares keys and would expand a key
/// that is an alias. With n aliases a document grows at most by the factor e^(n/e).
enum AliasScreen {
  /// The place of the first alias beyond a number, if there is one. What looks like an alias in
  /// quoted text counts too.
  static func firstBeyond(_ limit: Int, in source: SourceText) -> SourceSpan? {
    var count = 0
    for (number, line) in source.lines.enumerated() {
      for column in line.indices where line[column] == "*" && isAlias(line, column) {
        count += 1
        if count > limit { return source.span(line: number + 1, column: column + 1) }
      }
    }
    return nil
  }

  private static func isAlias(_ line: [Unicode.Scalar], _ column: Int) -> Bool {
    guard column + 1 < line.count else { return false }
    let next = line[column + 1]
    guard next.properties.isAlphabetic || ("0"..."9").contains(next) || next == "_" || next == "-"
    else { return false }
    guard column > 0 else { return true }
    return [" ", "\t", "[", "{", ",", ":", "-", "?"].contains(line[column - 1])
  }
}
