/// A distribution as it is written: `name(argument, label: argument, …)`.
///
///     call     := name "(" [argument {"," argument}] ")"
///     argument := [label ":"] (call | text)
///
/// Commas and colons inside brackets belong to the inner call.
struct DistributionCall {
  let name: Fragment
  let arguments: [Argument]
  let whole: Fragment

  struct Argument {
    let label: Fragment?
    let value: Fragment
  }

  /// Whether a text is meant as a call: a name and a bracket.
  static func isCall(_ fragment: Fragment) -> Bool {
    let text = fragment.trimmed
    guard let open = text.scalars.firstIndex(of: "("), open > text.scalars.startIndex else {
      return false
    }
    return isName(text.part(text.scalars.startIndex..<open).trimmed)
  }

  static func isName(_ fragment: Fragment) -> Bool {
    guard let first = fragment.scalars.first, isLetter(first) else { return false }
    return fragment.scalars.allSatisfy { isLetter($0) || ("0"..."9").contains($0) }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  init(_ fragment: Fragment) throws(Rejection) {
    let whole = fragment.trimmed
    self.whole = whole
    let scalars = whole.scalars
    func place(_ index: Int) -> Fragment {
      let held = max(scalars.startIndex, min(index, scalars.endIndex - 1))
      return whole.part(held..<(held + 1))
    }
    guard let open = scalars.firstIndex(of: "(") else {
      throw whole.rejected(.distribution(.expected("(")))
    }
    name = whole.part(scalars.startIndex..<open).trimmed
    var parts: [Fragment] = []
    var depth = 0
    var start = open + 1
    var close: Int?
    for index in (open + 1)..<scalars.endIndex {
      switch scalars[index] {
      case "(": depth += 1
      case ")":
        if depth == 0 { close = index }
        depth -= 1
      case "," where depth == 0:
        parts.append(whole.part(start..<index).trimmed)
        start = index + 1
      default: break
      }
      if close != nil { break }
    }
    // The bracket that was never closed is the place to look at.
    guard let close else { throw place(open).rejected(.distribution(.expected(")"))) }
    guard close == scalars.endIndex - 1 else {
      throw whole.part((close + 1)..<scalars.endIndex).trimmed.rejected(
        .distribution(.expected("end")))
    }
    parts.append(whole.part(start..<close).trimmed)
    if parts.count == 1, parts[0].isEmpty { parts = [] }
    var arguments: [Argument] = []
    for part in parts {
      if part.isEmpty {
        throw place(part.scalars.startIndex).rejected(.distribution(.expected("argument")))
      }
      arguments.append(DistributionCall.argument(part))
    }
    self.arguments = arguments
  }

  /// Splits at the first colon outside brackets.
  private static func argument(_ part: Fragment) -> Argument {
    var depth = 0
    for index in part.scalars.indices {
      switch part.scalars[index] {
      case "(": depth += 1
      case ")": depth -= 1
      case ":" where depth == 0:
        return Argument(
          label: part.part(part.scalars.startIndex..<index).trimmed,
          value: part.part((index + 1)..<part.scalars.endIndex).trimmed)
      default: break
      }
    }
    return Argument(label: nil, value: part)
  }
}
