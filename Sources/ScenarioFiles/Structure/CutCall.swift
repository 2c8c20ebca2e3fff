/// A distribution inside `{ }` without quotes: YAML cuts it at its commas, and takes what follows
/// the first for keys without values. The call is reported as never closed; its pieces are not
/// reported again as unknown keys.
struct CutCall {
  private var isOpen = false

  /// Whether an entry is a piece of the call before it.
  mutating func takes(_ entry: SourceEntry) -> Bool {
    if isOpen, entry.value.isNull, !ChosenName.isValid(entry.key.text) {
      isOpen = !entry.key.text.contains(")")
      return true
    }
    guard case .scalar(let value, isQuoted: false) = entry.value else {
      isOpen = false
      return false
    }
    isOpen = DistributionCall.isCall(value) && !value.text.contains(")")
    return false
  }
}
