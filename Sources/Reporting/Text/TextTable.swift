/// A table of text that leaves out its least important columns where the width is short.
///
/// Lines are never broken: a first column may wrap its own labels, and what still does not fit is
/// left out as a column. Held by `TextTableTests`.
struct TextTable {
  struct Column {
    var title: String
    var alignment = Alignment.right
    /// Columns side by side with the same group stand under its name.
    var group: String?
    /// Columns of the lowest importance go first, all of them together; `always` stay.
    var importance = always
    /// In the first column: where there is no room for whole labels they wrap, at this width or
    /// more.
    var wrapsAt: Int?

    static let always = Int.max
  }

  enum Alignment {
    case left, right
    /// Right, with the decimal points below each other.
    case decimal
  }

  struct Row {
    var cells: [String]
    var ink: Palette.Ink?
  }

  /// Stands above the columns that have no group.
  var title: String
  var columns: [Column]
  var rows: [Row]

  func lines(width: Int, palette: Palette) -> [String] {
    guard !rows.isEmpty else { return [] }
    var table = self
    while true {
      var layout = TableLayout(table, labels: nil)
      if layout.width > width, let least = table.columns.first?.wrapsAt {
        let room = layout.labelWidth - (layout.width - width)
        layout = TableLayout(table, labels: max(least, room))
      }
      let droppable = table.columns.map(\.importance).filter { $0 != Column.always }.min()
      guard layout.width > width, let least = droppable else {
        return layout.lines(palette: palette)
      }
      table = table.without(importance: least)
    }
  }

  /// Columns side by side that stand under one name, and those without a name.
  var groups: [(name: String?, columns: Range<Int>)] {
    var groups: [(name: String?, columns: Range<Int>)] = []
    for (i, column) in columns.enumerated() {
      if let last = groups.indices.last, groups[last].name == column.group {
        groups[last].columns = groups[last].columns.lowerBound..<(i + 1)
      } else {
        groups.append((column.group, i..<(i + 1)))
      }
    }
    return groups
  }

  private func without(importance: Int) -> TextTable {
    only(columns.indices.filter { columns[$0].importance != importance })
  }

  /// With these columns alone.
  func only(_ kept: [Int]) -> TextTable {
    var table = self
    table.columns = kept.map { columns[$0] }
    table.rows = rows.map { row in Row(cells: kept.map { row.cells[$0] }, ink: row.ink) }
    return table
  }
}
