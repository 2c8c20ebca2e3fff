/// A list that several workers make together.
enum Parts {
  /// Fewer are not worth another worker.
  private static let least = 100

  /// What `body` gives for parts of 0 ..< `count`, one after the other.
  static func map<Element: Sendable>(
    _ count: Int, workers: Int, _ body: @escaping @Sendable (Range<Int>) -> [Element]
  ) async -> [Element] {
    let parts = min(workers, count / least)
    guard parts > 1 else { return body(0..<count) }
    return await withTaskGroup(of: (part: Int, elements: [Element]).self) { group in
      for part in 0..<parts {
        group.addTask { (part, body(count * part / parts..<count * (part + 1) / parts)) }
      }
      var lists = Array(repeating: [Element](), count: parts)
      for await (part, elements) in group { lists[part] = elements }
      return Array(lists.joined())
    }
  }
}
