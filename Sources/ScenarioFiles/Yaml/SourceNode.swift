/// A value of a YAML file with its place; what the rest of the module sees of YAML.
indirect enum SourceNode: Sendable {
  case scalar(Fragment, isQuoted: Bool)
  case mapping([SourceEntry], SourceSpan)
  case sequence([SourceNode], SourceSpan)

  var span: SourceSpan {
    switch self {
    case .scalar(let fragment, _): fragment.span
    case .mapping(_, let span), .sequence(_, let span): span
    }
  }

  /// Nothing, `~` or `null`, outside quotes.
  var isNull: Bool {
    guard case .scalar(let fragment, isQuoted: false) = self else { return false }
    return fragment.isEmpty || ["~", "null"].contains(fragment.text)
  }
}

struct SourceEntry: Sendable {
  let key: Fragment
  let value: SourceNode
}
