internal import Yams

/// The colons of `over: plan` and `by: trial` in formulas that stand without quotes. YAML takes
/// each for the mark of a key and refuses the file; so they are hidden while it is composed.
enum FormulaColons {
  private static let hidden: Unicode.Scalar = "\u{10EFFF}"
  private static let labels = ["over", "by"].map { Array($0.unicodeScalars) }

  /// Whether YAML stopped at such a colon.
  static func isCause(of error: YamlError, in lines: [[Unicode.Scalar]]) -> Bool {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      guard problem.contains("mapping values"), lines.indices.contains(mark.line - 1) else {
        return false
      }
      return places(in: lines[mark.line - 1]).contains(mark.column - 1)
    default: return false
    }
  }

  static func hide(in lines: inout [[Unicode.Scalar]]) {
    for number in lines.indices {
      for place in places(in: lines[number]) { lines[number][place] = hidden }
    }
  }

  /// The text as it was written.
  static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(hidden) else { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { view.append(scalar == hidden ? ":" : scalar) }
    return String(view)
  }

  /// Colons behind a label and inside brackets that the line itself opens.
  private static func places(in line: [Unicode.Scalar]) -> [Int] {
    var places: [Int] = []
    var open = 0
    for (index, scalar) in line.enumerated() {
      switch scalar {
      case "(": open += 1
      case ")": open -= 1
      case ":" where open > 0:
        let before = line[..<index]
        let isLabel = labels.contains { label in
          guard before.count > label.count, before.suffix(label.count).elementsEqual(label) else {
            return false
          }
          return [" ", ",", "("].contains(before[before.endIndex - label.count - 1])
        }
        if isLabel { places.append(index) }
      default: break
      }
    }
    return places
  }
}
