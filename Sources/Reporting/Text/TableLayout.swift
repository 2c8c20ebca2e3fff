/// A table with the width of every column settled.
struct TableLayout {
  private let table: TextTable
  private let rows: [TextTable.Row]
  private var widths: [Int]
  private let labelLimit: Int?

  /// - Parameter labels: the width at which labels in the first column wrap; nil for whole ones.
  init(_ table: TextTable, labels: Int?) {
    self.table = table
    labelLimit = labels
    var cells = table.rows.map(\.cells)
    for (i, column) in table.columns.enumerated() where column.alignment == .decimal {
      let aligned = TableLayout.alignedByPoint(cells.map { $0[i] })
      for row in cells.indices { cells[row][i] = aligned[row] }
    }
    rows = zip(cells, table.rows).map { TextTable.Row(cells: $0, ink: $1.ink) }
    widths = table.columns.indices.map { i in
      let column = table.columns[i]
      let widest = (cells.map { DisplayWidth.of($0[i]) } + [DisplayWidth.of(column.title)]).max()
      let limit = i == 0 ? labels ?? .max : .max
      return max(DisplayWidth.of(column.title), min(widest ?? 0, limit))
    }
    // A group's name may be wider than its columns.
    for group in table.groups where group.name != nil {
      let missing = DisplayWidth.of(group.name ?? "") - span(group.columns)
      if missing > 0 { widths[group.columns.lowerBound] += missing }
    }
  }

  var width: Int { span(table.columns.indices) }
  var labelWidth: Int { widths.first ?? 0 }

  func lines(palette: Palette) -> [String] {
    heads.map { palette($0, .title) } + rows.flatMap { lines($0, palette) }
  }

  private var heads: [String] {
    let titles = line(table.columns.map(\.title))
    let hasGroups = table.groups.contains { $0.name != nil }
    guard hasGroups else { return table.title.isEmpty ? [titles] : [table.title, titles] }
    var head = ""
    for group in table.groups {
      if let name = group.name {
        let from = start(of: group.columns.lowerBound)
        // Where the title runs into the first group it takes a line of its own.
        head = head.padded(to: from)
        let room = span(group.columns)
        head += String(repeating: " ", count: max(0, room - DisplayWidth.of(name))) + name
      }
    }
    let free = head.prefix { $0 == " " }.count
    if DisplayWidth.of(table.title) + 2 <= free {
      return [table.title + head.dropFirst(DisplayWidth.of(table.title)), titles]
    }
    return [table.title, head, titles]
  }

  private func lines(_ row: TextTable.Row, _ palette: Palette) -> [String] {
    guard let limit = labelLimit, let label = row.cells.first,
      DisplayWidth.of(label) > limit
    else { return [palette(line(row.cells), row.ink)] }
    // The numbers stand beside the label's last line.
    let parts = Paragraph.lines(label, width: limit, indent: "", hanging: "  ")
    let last = [parts.last ?? ""] + row.cells.dropFirst()
    return parts.dropLast().map { palette($0, row.ink) } + [palette(line(last), row.ink)]
  }

  private func line(_ cells: [String]) -> String {
    var text = ""
    for (i, cell) in cells.enumerated() {
      text = text.padded(to: start(of: i))
      let left = table.columns[i].alignment == .left
      text += left ? cell.padded(to: widths[i]) : cell.leftPadded(to: widths[i])
    }
    while text.last == " " { text.removeLast() }
    return text.withPlainSpaces
  }

  private func gap(before i: Int) -> Int {
    i == 0 ? 0 : table.columns[i].group == table.columns[i - 1].group ? 2 : 3
  }

  private func start(of i: Int) -> Int {
    (0...i).reduce(0) { $0 + gap(before: $1) + ($1 < i ? widths[$1] : 0) }
  }

  private func span(_ columns: Range<Int>) -> Int {
    guard let last = columns.last else { return 0 }
    return start(of: last) + widths[last] - start(of: columns.lowerBound)
  }

  /// Filled with spaces at the right, so that the points of numbers stand below each other.
  static func alignedByPoint(_ cells: [String]) -> [String] {
    func tail(_ cell: String) -> Int {
      cell.firstIndex(of: ".").map { cell.distance(from: $0, to: cell.endIndex) } ?? 0
    }
    let longest = cells.map(tail).max() ?? 0
    return cells.map {
      $0.isEmpty ? $0 : $0 + String(repeating: " ", count: longest - tail($0))
    }
  }
}
