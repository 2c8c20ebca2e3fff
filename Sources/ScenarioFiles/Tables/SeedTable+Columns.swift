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

  func position(of column: String, namedBy reference: Fragment) throws(Rejection) -> Int {
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
}
