@testable import Reporting
import Testing

/// A sheet by its heads.
struct SheetReading {
  let sheet: Workbook.Sheet
  private let heads: [String]

  init(_ workbook: Workbook, _ name: String) throws {
    sheet = try #require(workbook.sheet(name), "there is no sheet \(name)")
    heads = sheet.columns.map(\.title.text)
  }

  func cell(_ row: Workbook.Row, _ head: String) -> Workbook.Cell {
    guard let place = heads.firstIndex(of: head), row.cells.indices.contains(place) else {
      return .empty
    }
    return row.cells[place]
  }

  func text(_ row: Workbook.Row, _ head: String) -> String {
    if case .text(let text) = cell(row, head) { return text.text }
    return ""
  }

  func number(_ row: Workbook.Row, _ head: String) -> Double? { cell(row, head).number }
}

extension Workbook.Cell {
  var number: Double? {
    if case .number(let number, _) = self { return number.value }
    return nil
  }

  var text: String? {
    if case .text(let text) = self { return text.text }
    return nil
  }
}
