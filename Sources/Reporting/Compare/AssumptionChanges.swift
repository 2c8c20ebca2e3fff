/// What differs in the assumptions of several runs, in the order of the catalogue.
public struct AssumptionChanges: Sendable {
  public let rows: [Row]

  public struct Row: Sendable, Equatable {
    public let path: String
    /// One a run; nil where it has no such assumption.
    public let values: [String?]
  }

  /// - Parameter runs: the assumptions of each, in the order of the catalogue. Held by
  ///   `AssumptionChangesTests`.
  public init(_ runs: [[AssumptionRow]]) {
    let values = runs.map { rows in
      Dictionary(rows.map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    var seen: Set<String> = []
    rows = runs.joined().map(\.path).filter { seen.insert($0).inserted }.compactMap { path in
      let row = Row(path: path, values: values.map { $0[path] })
      return row.values.allSatisfy { $0 == row.values[0] } ? nil : row
    }
  }
}
