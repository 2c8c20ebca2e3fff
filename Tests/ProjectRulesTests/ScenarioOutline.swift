/// The part of YAML that the project's own scenarios are written in: indented mappings, mappings
/// and lists in braces on one line, folded text. It knows nothing of keys, so it cannot share a
/// mistake with the reader of the program.
indirect enum ScenarioOutline {
  case text(String)
  case list([ScenarioOutline])
  case map([(key: String, value: ScenarioOutline)])

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  subscript(key: String) -> ScenarioOutline? {
    guard case .map(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  init(_ text: String) throws {
    var lines: [(indent: Int, text: String)] = []
    for line in text.split(separator: "\n") {
      let trimmed = line.drop { $0 == " " }
      guard !trimmed.isEmpty, !trimmed.hasPrefix("#") else { continue }
      lines.append((line.count - trimmed.count, String(trimmed)))
    }
    var rest = lines[...]
    self = try Self.block(&rest, indent: 0)
    if let line = rest.first { throw Failure(description: "cannot read: \(line.text)") }
  }

  private static func block(
    _ lines: inout ArraySlice<(indent: Int, text: String)>, indent: Int
  ) throws -> ScenarioOutline {
    var entries: [(key: String, value: ScenarioOutline)] = []
    while let line = lines.first, line.indent == indent {
      guard let match = line.text.firstMatch(of: /^([A-Za-z][A-Za-z0-9]*):(?:\s+(.*))?$/) else {
        throw Failure(description: "cannot read: \(line.text)")
      }
      lines.removeFirst()
      var written = String(match.output.2 ?? "")
      let deeper = lines.first.map { $0.indent > indent } ?? false
      let key = String(match.output.1)
      if written.isEmpty, deeper, let next = lines.first {
        entries.append((key, try block(&lines, indent: next.indent)))
        continue
      }
      // Text that goes on in deeper lines.
      while let next = lines.first, next.indent > indent {
        written += " " + next.text
        lines.removeFirst()
      }
      entries.append((key, try flow(written)))
    }
    return .map(entries)
  }

  private static func flow(_ written: String) throws -> ScenarioOutline {
    if written.hasPrefix("{") {
      guard written.hasSuffix("}") else { throw Failure(description: "no end: \(written)") }
      return .map(
        try parts(written.dropFirst().dropLast()).map { part in
          guard let match = part.firstMatch(of: /^([A-Za-z0-9]+):\s+(.*)$/) else {
            throw Failure(description: "no key and value: \(part)")
          }
          return (String(match.output.1), try flow(String(match.output.2)))
        })
    }
    if written.hasPrefix("[") {
      guard written.hasSuffix("]") else { throw Failure(description: "no end: \(written)") }
      return .list(try parts(written.dropFirst().dropLast()).map(flow))
    }
    if written.hasPrefix("\""), written.hasSuffix("\"") {
      return .text(String(written.dropFirst().dropLast()))
    }
    return .text(written)
  }

  /// Splits at commas outside quotes, braces, brackets.
  private static func parts(_ text: Substring) -> [String] {
    var parts = [""]
    var depth = 0
    var quoted = false
    for character in text {
      if character == "\"" { quoted.toggle() }
      if !quoted, "{[".contains(character) { depth += 1 }
      if !quoted, "}]".contains(character) { depth -= 1 }
      if character == ",", depth == 0, !quoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map { part in
      let start = part.drop { $0 == " " }
      return String(start.reversed().drop { $0 == " " }.reversed())
    }
  }
}
