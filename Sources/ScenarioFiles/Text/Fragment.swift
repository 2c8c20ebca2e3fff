/// A piece of text with the place it came from, so that an error inside it can be pointed at.
struct Fragment: Sendable {
  let scalars: ArraySlice<Unicode.Scalar>
  /// Where the piece begins, when `isExact`; otherwise the place of the value it belongs to.
  let start: SourceSpan
  /// One scalar is one column of the source: not so for folded or escaped text.
  let isExact: Bool

  init(scalars: ArraySlice<Unicode.Scalar>, start: SourceSpan, isExact: Bool) {
    self.scalars = scalars
    self.start = start
    self.isExact = isExact
  }

  var text: String { String(scalars: scalars) }

  var isEmpty: Bool { scalars.isEmpty }

  var span: SourceSpan {
    isExact
      ? SourceSpan(
        text: start.text, line: start.line, column: start.column, length: max(1, scalars.count))
      : start
  }

  /// The part between two indices of `scalars`.
  func part(_ range: Range<Int>) -> Fragment {
    let column = isExact ? start.column + range.lowerBound - scalars.startIndex : start.column
    return Fragment(
      scalars: scalars[range],
      start: SourceSpan(
        text: start.text, line: start.line, column: column, length: start.length),
      isExact: isExact)
  }

  /// Without spaces at both ends.
  var trimmed: Fragment {
    var low = scalars.startIndex
    var high = scalars.endIndex
    while low < high, scalars[low] == " " { low += 1 }
    while low < high, scalars[high - 1] == " " { high -= 1 }
    return part(low..<high)
  }

  func rejected(_ problem: ScenarioProblem) -> Rejection { Rejection(problem, at: span) }
}

/// A problem with its place: what every reading function throws.
struct Rejection: Error, Sendable {
  let problem: ScenarioProblem
  let span: SourceSpan
  /// Further problems that were found on the way.
  let others: [Rejection]

  init(_ problem: ScenarioProblem, at span: SourceSpan, and others: [Rejection] = []) {
    self.problem = problem
    self.span = span
    self.others = others
  }

  /// Reads every item, so that one mistake does not hide the next.
  static func gather<Item, Value>(
    _ items: [Item], _ read: (Item) throws(Rejection) -> Value
  ) throws(Rejection) -> [Value] {
    var values: [Value] = []
    var problems: [Rejection] = []
    for item in items {
      do throws(Rejection) { values.append(try read(item)) } catch { problems.append(error) }
    }
    if let first = problems.first {
      throw Rejection(
        first.problem, at: first.span, and: first.others + problems.dropFirst())
    }
    return values
  }
}
