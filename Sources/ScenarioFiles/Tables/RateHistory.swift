/// A table of rates to fit a process to: the columns `period` and `value`.
public struct RateHistory: Sendable {
  /// The file, as it was named.
  public let name: String
  /// Of each value, as the file has it.
  public let periods: [String]
  public let values: [Double]
  /// 12 for months, 4 for quarters; days are counted over the years between the first and last.
  public let observationsPerYear: Double
  /// Of the file, from 1.
  public let lastLine: Int
  /// The table's own words for what a value is, when they say that it is an average.
  public let averaged: String?
  /// The column `id` of the last row.
  public let lastIdentifier: String?

  public var first: String { periods.first ?? "" }
  public var last: String { periods.last ?? "" }

  /// What a fit needs at the least.
  public static let fewestRows = 4

  /// Reads a history, and refuses one that no process can be fitted to.
  ///
  /// - Parameters:
  ///   - path: The file; a table that the tool carries with it is taken where there is no such
  ///     file.
  ///   - from: The first period, such as `2015-08`, written as in the table; nil for its first.
  ///   - to: The last one.
  ///   - item: Which rows are meant, of a table with several figures; nil for all, or for those of
  ///     the pair.
  ///   - pair: Such as `usdcny`, whose rates are wanted; nil for figures of a company.
  ///   - isGrowth: The values are growth in per cent; the history is of one plus it.
  /// - Returns: The history, or every mistake in it: unequal rows, periods that repeat, go back or
  ///   leave one out, values that are no positive numbers, rates of another pair, too few rows, a
  ///   constant column. Held by `RateHistoryTests` and `PairTests`.
  public static func read(
    file path: String, from: String? = nil, to: String? = nil, item: String? = nil,
    pair: String? = nil, isGrowth: Bool = false
  ) -> Result<RateHistory, ScenarioFailure> {
    let table: SeedTable
    switch SeedTable.named(path) {
    case .success(let found): table = found
    case .failure(let failure): return .failure(failure)
    }
    var problems = ProblemCollector()
    let history = problems.attempt { () throws(Rejection) in
      let item = item ?? pair.flatMap { table.hasSeveralItems ? PairNames($0).item : nil }
      let own = if let item { try table.only(item) } else { table }
      return try own.rateHistory(
        from: from.map { Bound(text: $0, flag: "--from") },
        to: to.map { Bound(text: $0, flag: "--to") }, pair: pair,
        isGrowth: isGrowth)
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
