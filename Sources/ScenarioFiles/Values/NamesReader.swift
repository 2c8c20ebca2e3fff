/// A list of names: `[capex, cloudRevenue]`.
enum NamesReader {
  static func read(_ node: SourceNode) throws(Rejection) -> [String] {
    guard case .sequence(let items, let span) = node, !items.isEmpty else {
      throw Rejection(.value(.namesExpected), at: node.span)
    }
    var names: [String] = []
    for item in items {
      guard case .scalar(let fragment, _) = item, !fragment.isEmpty else {
        throw Rejection(.value(.namesExpected), at: span)
      }
      if names.contains(fragment.text) {
        throw fragment.rejected(.value(.nameTwice(fragment.text)))
      }
      names.append(fragment.text)
    }
    return names
  }
}
