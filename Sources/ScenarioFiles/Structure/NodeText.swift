/// A node as one line of text, as it could be written in a flag.
enum NodeText {
  static func text(_ node: SourceNode) -> String {
    switch node {
    case .scalar(let fragment, _): fragment.text
    case .sequence(let items, _): "[" + items.map(text).joined(separator: ", ") + "]"
    case .mapping(let entries, _):
      "{ " + entries.map { "\($0.key.text): \(text($0.value))" }.joined(separator: ", ") + " }"
    }
  }
}
