/// A table read from a CSV file: `seeds/*.csv`, histories, observed values.
///
/// Strict (RFC 4180 in UTF-8): a header row, as many cells in each row as in the header, quotes
/// around a whole cell or not at all. Every cell keeps its place. Held by `SeedTableTests`.
public struct SeedTable: Sendable {
  public let name: String
  public let columns: [String]
  public let rows: [Row]
  let source: SourceText

  public struct Row: Sendable {
    /// The line, from 1, on which the row begins.
    public let line: Int
    let cells: [Cell]
  }

  struct Cell: Sendable {
    /// nil for an empty cell without quotes.
    let text: String?
    let fragment: Fragment
  }

  /// The text of a cell; nil when it is empty or there is no such column.
  public func text(_ column: String, in row: Row) -> String? {
    columns.firstIndex(of: column).flatMap { row.cells[$0].text }
  }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The whole file; at most a million bytes.
  ///   - name: What messages call the file.
  /// - Returns: The table, or every mistake in it. Equal cells in a column `id` are a mistake.
  public static func read(_ bytes: [UInt8], name: String) -> Result<SeedTable, ScenarioFailure> {
    let (table, problems) = parse(bytes, name: name, order: 0)
    if let table, problems.isEmpty { return .success(table) }
    return .failure(ScenarioFailure(problems.map { Diagnostic($0) }, exitCode: .invalid))
  }

  static func parse(
    _ bytes: [UInt8], name: String, order: Int
  ) -> (table: SeedTable?, problems: [Rejection]) {
    let (source, _, decoding) = TextDecoding.decode(bytes, name: name, order: order)
    let errors = decoding.filter { $0.problem != .text(.tabIndentation) }
    if !errors.isEmpty { return (nil, errors) }
    var scanner = CommaSeparatedScanner(source: source)
    let scanned = scanner.scan()
    var problems = scanner.problems
    guard let header = scanned.first else {
      return (nil, [Rejection(.table(.noHeader), at: source.span(line: 1, column: 1))])
    }
    let columns = header.cells.map { $0.text ?? "" }
    if columns.count == 1, columns[0].contains(";") {
      return (nil, [Rejection(.table(.semicolons), at: header.cells[0].fragment.span)])
    }
    for (index, column) in columns.enumerated() {
      if columns[..<index].contains(column) || column.isEmpty {
        problems.append(header.cells[index].fragment.rejected(.table(.repeatedColumn(column))))
      }
    }
    var rows: [Row] = []
    for row in scanned.dropFirst() {
      if row.cells.count == columns.count {
        rows.append(row)
      } else {
        let place = row.cells[min(row.cells.count, columns.count) - 1].fragment
        problems.append(
          place.rejected(.table(.raggedRow(expected: columns.count, found: row.cells.count))))
      }
    }
    let table = SeedTable(name: name, columns: columns, rows: rows, source: source)
    if columns.contains("id") { problems += table.repeatedCells(in: "id") }
    return (table, problems)
  }
}
