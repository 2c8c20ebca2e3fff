/// About how wide a text is, before a browser has set it.
///
/// Widths are those of a wide sans serif (DejaVu Sans), so that what fits here fits with narrower
/// fonts too. `Scripts/check-report` measures in a browser what becomes of it.
enum TextExtent {
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    text.reduce(0) { $0 + units($1) } * size * (isBold ? 1.12 : 1)
  }

  /// Cut to a width, with an ellipsis where something is lost.
  static func cut(_ text: String, to room: Double, size: Double, isBold: Bool = false) -> String {
    let limit = isBold ? room / 1.12 : room
    guard width(text, size: size) > limit else { return text }
    var kept = ""
    var used = units("…") * size
    for character in text {
      used += units(character) * size
      if used > limit { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// Words on as many lines as they need; a word wider than a line is cut.
  static func lines(_ text: String, within limit: Double, size: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      if let last = lines.last, width("\(last) \(word)", size: size) <= limit {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(cut(word, to: limit, size: size))
      }
    }
    return lines
  }

  /// In units of the font's size.
  private static func units(_ character: Character) -> Double {
    switch character {
    case "0"..."9", "$", "=", "+", "<", ">", "−", "÷": 0.64
    case " ", ".", ",", ":", ";", "'", "|", "i", "j", "l", "I", "(", ")", "/", "-", "f", "t", "r":
      0.41
    case "m", "w", "M", "W", "%", "@", "…": 1
    case "a"..."z", "–": 0.62
    case "A"..."Z": 0.74
    default: max(0.8, Double(DisplayWidth.of(character)) * 0.55)
    }
  }
}
