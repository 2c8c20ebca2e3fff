/// What differs in the assumptions of several runs, in the order of the catalogue.
public struct AssumptionChanges: Sendable {
  public let rows: [Row]

  public struct Row: Sendable, Equatable {
    public let path: String
    /// One sentence; empty for what the catalogue does not know.
    public let meaning: String
    /// One a run; nil where it has no such assumption.
    public let values: [String?]
    /// The same for readers: of tables their files, unless these are the same.
    public let shown: [String?]

    public init(path: String, meaning: String = "", values: [String?], shown: [String?]? = nil) {
      self.path = path
      self.meaning = meaning
      self.values = values
      self.shown = shown ?? values
    }
  }

  /// - Parameter runs: the assumptions of each, in the order of the catalogue. Held by
  ///   `AssumptionChangesTests`.
  public init(_ runs: [[AssumptionRow]]) {
    let values = runs.map { rows in
      Dictionary(rows.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }
    var seen: Set<String> = []
    rows = runs.joined().map(\.path).filter { seen.insert($0).inserted }.compactMap { path in
      let all = values.map { $0[path] }
      let texts = all.map { $0?.value }
      if texts.allSatisfy({ $0 == texts[0] }) { return nil }
      let shown = all.map { $0?.shown }
      return Row(
        path: path, meaning: all.lazy.compactMap { $0?.meaning }.first ?? "", values: texts,
        shown: shown.allSatisfy { $0 == shown[0] } ? texts : shown)
    }
  }
}
