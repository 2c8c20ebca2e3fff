/// A value of a scenario with the source that holds for it: its own, or that of its section.
struct Citation {
  let path: String
  /// One for a plain value, several for a list.
  let values: [String]
  /// Empty when there is none.
  let source: String

  static func all(in outline: ScenarioOutline, path: String = "", source: String = "")
    -> [Citation]
  {
    let own = outline["source"]?.text ?? source
    switch outline["value"] ?? outline {
    case .text(let text): return [Citation(path: path, values: [text], source: own)]
    case .list(let items):
      return [Citation(path: path, values: items.map { $0.text ?? "" }, source: own)]
    case .map(let entries):
      return entries.filter { $0.key != "source" && $0.key != "note" }.flatMap {
        all(in: $0.value, path: path.isEmpty ? $0.key : "\(path).\($0.key)", source: own)
      }
    }
  }

  /// The ids that the second and later values of a list stand for: `x-2` after `x-1`, and the next
  /// quarter after one that an id begins with.
  static func following(_ source: String) -> AnySequence<String> {
    AnySequence(sequence(first: source) { successor(of: $0) })
  }

  private static func successor(of source: String) -> String? {
    if let match = source.firstMatch(of: /^(.*-)(\d)$/), let number = Int(match.output.2) {
      return "\(match.output.1)\(number + 1)"
    }
    if let match = source.firstMatch(of: /^(.*#)(\d{4})Q([1-4])(-.*)$/),
      let year = Int(match.output.2), let quarter = Int(match.output.3)
    {
      let next = quarter == 4 ? "\(year + 1)Q1" : "\(year)Q\(quarter + 1)"
      return "\(match.output.1)\(next)\(match.output.4)"
    }
    return nil
  }
}
