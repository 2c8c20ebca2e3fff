/// A workbook as data: what stands in which cell of which sheet, before anything decides how it is
/// stored. Held by `RunWorkbookTests`.
package struct Workbook: Sendable {
  /// What a file manager shows.
  package let title: CellText
  package let sheets: [Sheet]

  package func sheet(_ name: String) -> Sheet? { sheets.first { $0.name == name } }

  package struct Sheet: Sendable {
    /// A literal of this program: at most 31 characters, none of `[]:*?/\`.
    package let name: String
    package let columns: [Column]
    package let rows: [Row]
    /// How many of the first columns stay in sight. The heads always do.
    package var frozenColumns = 0
    package var charts: [Chart] = []
    /// Each row is of the same kind, so that they can be sorted and filtered.
    package var isList = true

    /// A sheet without heads is a page to be read, not a table to be sorted.
    package var hasHeads: Bool { columns.contains { !$0.title.text.isEmpty } }
    /// The row of the sheet, from 0, in which the rows begin.
    package var firstRow: Int { hasHeads ? 1 : 0 }

    /// How many lines a row needs, as wide letters fill them; programs differ in whether they look
    /// themselves.
    package func lines(of row: Row) -> Int {
      zip(columns, row.cells).map { column, cell in
        guard column.wraps, case .text(let text) = cell else { return 1 }
        return column.lines(of: text)
      }.max() ?? 1
    }

    package var headLines: Int { columns.map { $0.lines(of: $0.title) }.max() ?? 1 }
  }

  package struct Column: Sendable {
    package let title: CellText
    /// In digits of the standard font.
    package let width: Double
    /// Long texts go on in a further line of the same cell.
    package let wraps: Bool
    /// Numbers below each other; what is text among them stands at the right as well.
    package let isNumeric: Bool

    init(_ title: String, width: Double = 11, wraps: Bool = false, isNumeric: Bool = false) {
      self.title = CellText(title)
      self.width = width
      self.wraps = wraps
      self.isNumeric = isNumeric
    }

    static func number(_ title: String, width: Double = 11) -> Column {
      Column(title, width: width, isNumeric: true)
    }

    fileprivate func lines(of text: CellText) -> Int {
      // Words do not fill a line, least of all a short one.
      let lines = (Double(DisplayWidth.of(text.text)) / max(1, width * 0.97 - 2)).rounded(.up)
      return max(1, min(Column.mostLines, Int(lines)))
    }

    /// As high as a row can be.
    private static let mostLines = 27
  }

  package struct Row: Sendable {
    /// As many as there are columns, or fewer.
    package var cells: [Cell]
    package var ink = Ink.plain

    package enum Ink: Sendable, Hashable {
      case plain, title, heading, total
    }
  }

  package enum Cell: Sendable, Equatable {
    case empty
    /// Never a formula, whatever it begins with.
    case text(CellText)
    /// Always finite.
    case number(FiniteNumber, NumberFormat)

    static func text(_ text: String) -> Cell { text.isEmpty ? .empty : .text(CellText(text)) }

    /// Empty for NaN and infinity, which a workbook cannot hold.
    static func number(_ x: Double?, _ format: NumberFormat) -> Cell {
      x.flatMap(FiniteNumber.init).map { .number($0, format) } ?? .empty
    }

    static func whole(_ n: Int) -> Cell { number(Double(n), NumberFormat(decimals: 0)) }
  }

  /// A double that is neither NaN nor infinite, and whose zero has no sign.
  package struct FiniteNumber: Sendable, Equatable {
    package let value: Double

    init?(_ x: Double) {
      guard x.isFinite else { return nil }
      value = x == 0 ? 0 : x
    }
  }
}
