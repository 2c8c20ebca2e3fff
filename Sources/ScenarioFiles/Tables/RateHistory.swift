/// A table of rates to fit a process to: the columns `period` and `value`.
public struct RateHistory: Sendable {
  /// The file, as it was named.
  public let name: String
  public let first: String
  public let last: String
  public let values: [Double]
  /// 12 for months, 4 for quarters; days are counted over the years between the first and last.
  public let observationsPerYear: Double
  /// The table's own words for what a value is, when they say that it is an average.
  public let averaged: String?
  /// The column `id` of the last row.
  public let lastIdentifier: String?

  /// What a fit needs at the least.
  public static let fewestRows = 4

  /// Reads a history, and refuses one that no process can be fitted to.
  ///
  /// - Parameters:
  ///   - path: The file; a table that the tool carries with it is taken where there is no such
  ///     file.
  ///   - from: The first period, such as `2015-08`, written as in the table; nil for its first.
  ///   - to: The last one.
  /// - Returns: The history, or every mistake in it: unequal rows, periods that repeat, go back or
  ///   leave one out, values that are no positive numbers, too few rows, a constant column. Held
  ///   by `RateHistoryTests`.
  public static func read(
    file path: String, from: String? = nil, to: String? = nil
  ) -> Result<RateHistory, ScenarioFailure> {
    let bytes: [UInt8]
    switch DiskFile.read(path) {
    case .success(let found): bytes = found
    case .failure(let problem):
      guard case .missing = problem, let carried = BuiltInScenarios.file(at: path) else {
        let source = SourceText(unreadable: path, order: 0)
        let rejection = Rejection(.file(problem), at: source.span(line: 0, column: 0))
        return .failure(ScenarioFailure([Diagnostic(rejection)], exitCode: .missing))
      }
      bytes = carried
    }
    var problems = ProblemCollector()
    let (table, mistakes) = SeedTable.parse(bytes, name: path, order: 0)
    for mistake in mistakes { problems.report(mistake) }
    let history = table.flatMap { table in
      mistakes.isEmpty
        ? problems.attempt { () throws(Rejection) in
          try table.rateHistory(
            from: from.map { Bound(text: $0, flag: "--from") },
            to: to.map { Bound(text: $0, flag: "--to") })
        } : nil
    }
    if let history, problems.errors.isEmpty { return .success(history) }
    return .failure(ScenarioFailure(problems.errors, exitCode: .invalid))
  }

  /// An end of the stretch that is read, as a flag.
  struct Bound {
    let text: String
    let flag: String

    var fragment: Fragment {
      let typed = "\(flag) \(text)"
      let source = SourceText(origin: .flag(typed), text: typed, order: Order.flags)
      let scalars = Array(text.unicodeScalars)
      return Fragment(
        scalars: scalars[...],
        start: source.span(line: 1, column: flag.unicodeScalars.count + 2, length: scalars.count),
        isExact: true)
    }
  }
}
