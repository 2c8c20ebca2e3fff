/// A distribution or a formula inside `{ }` without quotes: YAML cuts it at its commas, and takes
/// what follows the first for keys. The call is reported as never closed; its pieces are not
/// reported again as unknown keys.
struct CutCall {
  /// How many brackets the pieces so far leave open.
  private var open = 0

  /// Whether an entry is a piece of the call before it.
  mutating func takes(_ entry: SourceEntry) -> Bool {
    if open > 0, isPiece(entry) {
      open += CutCall.opened(by: entry.key)
      if case .scalar(let value, _) = entry.value { open += CutCall.opened(by: value) }
      return true
    }
    guard case .scalar(let value, isQuoted: false) = entry.value else {
      open = 0
      return false
    }
    open = max(0, CutCall.opened(by: value))
    return false
  }

  private func isPiece(_ entry: SourceEntry) -> Bool {
    guard case .scalar(let value, isQuoted: false) = entry.value else { return false }
    return value.isEmpty || ["over", "by"].contains(entry.key.text)
  }

  private static func opened(by fragment: Fragment) -> Int {
    fragment.scalars.reduce(0) { $0 + ($1 == "(" ? 1 : $1 == ")" ? -1 : 0) }
  }
}
