/// A value of JSON (RFC 8259), with members in the order given.
indirect enum JSONValue: Sendable {
  case object([(String, JSONValue)])
  case array([JSONValue])
  case text(String)
  /// At full precision; null for NaN and infinity.
  case number(Double)
  case whole(Int)
  case boolean(Bool)
  case null

  static func number(_ x: Double?) -> JSONValue { x.map { .number($0) } ?? .null }
  static func text(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }

  /// Two spaces a level; objects and arrays without others inside stand on one line, where that has
  /// at most `widest` bytes.
  func written(indent: Int = 0, widest: Int = 160) -> String {
    switch self {
    case .null: return "null"
    case .whole(let n): return String(n)
    case .boolean(let holds): return holds ? "true" : "false"
    case .number(let x): return ShortestNumber.text(x) ?? "null"
    case .text(let text): return JSONValue.quoted(text)
    case .array(let values):
      return JSONValue.bracketed(
        "[", values.map { $0.written(indent: indent + 1, widest: widest) }, "]",
        isFlat: values.allSatisfy(\.isScalar), indent: indent, widest: widest)
    case .object(let members):
      let texts = members.map { key, value in
        JSONValue.quoted(key) + ": " + value.written(indent: indent + 1, widest: widest)
      }
      return JSONValue.bracketed(
        "{", texts, "}", isFlat: members.allSatisfy { $0.1.isScalar }, indent: indent,
        widest: widest)
    }
  }

  private var isScalar: Bool {
    switch self {
    case .object, .array: false
    default: true
    }
  }

  private static func bracketed(
    _ open: String, _ parts: [String], _ close: String, isFlat: Bool, indent: Int,
    widest: Int
  ) -> String {
    if parts.isEmpty { return open + close }
    let flat = parts.joined(separator: ", ")
    if isFlat, flat.utf8.count <= widest { return open + flat + close }
    let inside = String(repeating: "  ", count: indent + 1)
    let end = String(repeating: "  ", count: indent)
    return open + "\n" + parts.map { inside + $0 }.joined(separator: ",\n") + "\n" + end + close
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        // Format characters too, so that a file shown on a terminal cannot reorder it.
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator:
          for unit in String(scalar).utf16 {
            let hex = String(unit, radix: 16)
            quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
          }
        default: quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
