internal import CapexModel

extension SeedTable {
  /// A number of a column with its cell.
  struct Number {
    let cell: Cell
    let value: Double
  }

  /// All numbers of a column, in order; an empty cell or another text is a mistake.
  ///
  /// - Parameter reference: Where the scenario names the column.
  func numbers(in column: String, namedBy reference: Fragment) throws(Rejection) -> [Number] {
    let index = try position(of: column, namedBy: reference)
    return try Rejection.gather(rows) { (row) throws(Rejection) in
      Number(cell: row.cells[index], value: try number(row.cells[index], column: column))
    }
  }

  private func position(of column: String, namedBy reference: Fragment) throws(Rejection) -> Int {
    guard let index = columns.firstIndex(of: column) else {
      throw reference.rejected(.table(.missingColumn(column, known: columns)))
    }
    return index
  }

  private func number(_ cell: Cell, column: String) throws(Rejection) -> Double {
    guard cell.text != nil else {
      throw cell.fragment.rejected(.table(.missingCell(column: column)))
    }
    let kind = AssumptionKey.Kind.number(.plain, within: .any, varying: [])
    do throws(Rejection) {
      let number = try DecimalNumber(startOf: cell.fragment, accepted: kind)
      guard number.rest.isEmpty else {
        throw cell.fragment.rejected(
          .value(.notANumber(text: cell.fragment.text, accepted: kind)))
      }
      return try number.value(shift: 0, in: cell.fragment)
    } catch {
      guard case .value(let problem) = error.problem else { throw error }
      throw Rejection(.table(.cell(column: column, problem)), at: error.span)
    }
  }

  /// Cells of a column that stand in an earlier row as well.
  func repeatedCells(in column: String) -> [Rejection] {
    guard let index = columns.firstIndex(of: column) else { return [] }
    var firstLines: [String: Int] = [:]
    var problems: [Rejection] = []
    for row in rows {
      let cell = row.cells[index]
      guard let text = cell.text else {
        problems.append(cell.fragment.rejected(.table(.missingCell(column: column))))
        continue
      }
      if let first = firstLines[text] {
        problems.append(
          cell.fragment.rejected(
            .table(.repeatedCell(column: column, value: text, firstLine: first))))
      } else {
        firstLines[text] = row.line
      }
    }
    return problems
  }

  /// The column `value` in the order of the column `period`: months, quarters or days, ascending.
  ///
  /// - Parameter reference: Where the scenario names the file.
  func history(namedBy reference: Fragment) throws(Rejection) -> [Double] {
    let period = try position(of: "period", namedBy: reference)
    let repeated = repeatedCells(in: "period")
    if let first = repeated.first {
      throw Rejection(first.problem, at: first.span, and: Array(repeated.dropFirst()))
    }
    var last: String?
    for row in rows {
      let cell = row.cells[period]
      let text = cell.text ?? ""
      guard SeedTable.isPeriod(text), last.map({ $0.count == text.count }) ?? true else {
        throw cell.fragment.rejected(.table(.unknownPeriod(text)))
      }
      // All periods have the same form, so their texts stand in the order of time.
      if let last, text < last {
        throw cell.fragment.rejected(.table(.notAscending(period: text, after: last)))
      }
      last = text
    }
    let numbers = try numbers(in: "value", namedBy: reference)
    guard numbers.count >= 2 else {
      throw reference.rejected(.table(.tooFewRows(found: numbers.count, needed: 2)))
    }
    // Rates are multiplied and divided.
    return try Rejection.gather(numbers) { (number) throws(Rejection) in
      guard number.value > 0 else {
        let text = number.cell.fragment.text
        throw number.cell.fragment.rejected(
          .table(.rateNotPositive(column: "value", text: text)))
      }
      return number.value
    }
  }

  /// `2015-08`, `2015Q3` or `2015-08-11`.
  private static func isPeriod(_ text: String) -> Bool {
    if Quarter(text) != nil { return true }
    if text.utf8.count == 7 { return CalendarDay.isDay("\(text)-01") }
    return CalendarDay.isDay(text)
  }
}
