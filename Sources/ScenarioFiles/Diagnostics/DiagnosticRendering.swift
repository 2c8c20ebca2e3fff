extension Diagnostic {
  /// The columns of a quoted line that are shown.
  private static let widest = 96

  /// The diagnostic as lines of text, each ended by a line feed.
  public var rendered: String {
    var place = Diagnostic.escaped(origin)
    if !isFlag && line > 0 { place += ":\(line):\(column)" }
    var text = "\(place): \(severity.rawValue): \(message)\n"
    if line > 0 && (!quoted.isEmpty || isFlag) {
      let number = isFlag ? "" : "\(line) "
      let gutter = String(repeating: " ", count: number.count)
      let (excerpt, before, under) = excerptAndCaret()
      text += "   \(number)| \(excerpt)\n"
      text += "   \(gutter)| " + String(repeating: " ", count: before)
      text += String(repeating: "^", count: under) + "\n"
    }
    return text + "   help: \(help)\n"
  }

  /// The part of the line around the caret, and the caret's place and width in display columns.
  private func excerptAndCaret() -> (excerpt: String, before: Int, under: Int) {
    let first = min(max(column - 1, 0), quoted.count)
    let last = min(first + max(length, 1), quoted.count)
    var low = 0
    var high = quoted.count
    if quoted.count > Diagnostic.widest {
      low = max(0, min(first - Diagnostic.widest / 3, quoted.count - Diagnostic.widest))
      high = low + Diagnostic.widest
    }
    var excerpt = low > 0 ? "…" : ""
    var before = low > 0 ? 1 : 0
    var under = 0
    for index in low..<high {
      let shown = Diagnostic.escaped(quoted[index])
      let width = Diagnostic.width(shown)
      if index < first { before += width } else if index < last { under += width }
      excerpt += shown
    }
    if high < quoted.count { excerpt += "…" }
    return (excerpt, before, max(1, under))
  }

  /// Characters that cannot be seen, or that change what is seen, as `\u{202E}`.
  static func escaped(_ scalar: Unicode.Scalar) -> String {
    if scalar == "\t" { return " " }
    return TextDecoding.isForbidden(scalar)
      ? "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}" : String(scalar)
  }

  static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { escaped($0) }.joined()
  }

  /// Columns on a screen: Chinese, Japanese and Korean characters take two.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x0300...0x036F: sum
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        sum + 2
      default: sum + 1
      }
    }
  }
}
