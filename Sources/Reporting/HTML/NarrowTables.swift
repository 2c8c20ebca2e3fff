/// A table cut between its columns into tables that a phone has room for, each with the heads of
/// its rows.
///
/// Columns under one name stay together where they can. Long heads stand above their numbers where
/// they have no room beside them. Held by `NarrowTablesTests`.
struct NarrowTables {
  struct Part {
    let table: TextTable
    /// The first column takes lines of its own.
    let headsAbove: Bool
    /// About its width in pixels, with heads as narrow as they may become.
    let width: Double
  }

  let parts: [Part]

  /// The width of a page's column on a phone of 380 pixels.
  static let room = 348.0
  static let fontSize = 12.0
  private static let gap = 8.0
  /// Heads of words wrap, down to this width.
  private static let narrowestHead = 132.0

  /// Nil where the whole table has room.
  init?(_ whole: TextTable) {
    let full = Measures(whole)
    guard full.width(full.numbers) > NarrowTables.room else { return nil }
    // Where the first head tells the rows apart, as a calendar quarter does, the others can go.
    let firsts = Set(whole.rows.map { $0.cells[0] })
    let table =
      firsts.count == whole.rows.count ? whole.only([0] + full.numbers) : whole
    let measures = Measures(table)
    let all = measures.numbers
    // Heads of words may go above, so that they take no room.
    let taken = measures.wraps ? 0 : measures.headWidth
    var chunks: [[Int]] = []
    for unit in measures.units(all, room: NarrowTables.room - taken) {
      if let last = chunks.last, measures.sum(last + unit) + taken <= NarrowTables.room {
        chunks[chunks.count - 1] = last + unit
      } else {
        chunks.append(unit)
      }
    }
    parts = NarrowTables.balanced(chunks, table).enumerated().map { place, columns in
      let fits = measures.width(columns) <= NarrowTables.room
      var part = table.only(Array(0..<measures.heads) + columns)
      if place > 0 { part.title = "" }
      return Part(
        table: part, headsAbove: measures.wraps && !fits,
        width: measures.wraps && !fits ? measures.sum(columns) : measures.width(columns))
    }
  }

  /// Parts of one group that had to be cut have about as many columns each.
  private static func balanced(_ chunks: [[Int]], _ table: TextTable) -> [[Int]] {
    var balanced = chunks
    for i in balanced.indices.dropFirst() {
      let both = balanced[i - 1] + balanced[i]
      let group = table.columns[both[0]].group
      guard both.allSatisfy({ table.columns[$0].group == group }),
        balanced[i].count < balanced[i - 1].count
      else { continue }
      let half = (both.count + 1) / 2
      (balanced[i - 1], balanced[i]) = (Array(both[..<half]), Array(both[half...]))
    }
    return balanced
  }

  private struct Measures {
    let table: TextTable
    /// How many columns at the left say what a row is.
    let heads: Int
    private let widths: [Double]

    init(_ table: TextTable) {
      self.table = table
      let words = table.columns.prefix { $0.alignment == .left && $0.group == nil }.count
      // A table of words alone has one head.
      heads = words < table.columns.count ? max(1, words) : 1
      let isBold = table.rows.map { $0.ink == .total }
      widths = table.columns.indices.map { i in
        let cells = table.rows.map { $0.cells[i] }
        let texts =
          table.columns[i].alignment == .decimal
          ? TableLayout.alignedByPoint(cells).map { $0.replacing(" ", with: "0") } : cells
        let all = zip(texts, isBold).map {
          TextExtent.width($0, size: NarrowTables.fontSize, isBold: $1)
        }
        // The title of the first column wraps.
        if i == 0 { return all.max() ?? 0 }
        let title = TextExtent.width(table.columns[i].title, size: NarrowTables.fontSize)
        return max(title, all.max() ?? 0)
      }
    }

    /// The columns besides the heads.
    var numbers: [Int] { Array(table.columns.indices.dropFirst(heads)) }

    /// Heads of words, not of quarters, may be set on several lines.
    var wraps: Bool { heads == 1 && widths[0] > NarrowTables.narrowestHead }

    var headWidth: Double {
      wraps
        ? NarrowTables.narrowestHead
        : widths.prefix(heads).reduce(-NarrowTables.gap) { $0 + $1 + NarrowTables.gap }
    }

    func sum(_ columns: [Int]) -> Double {
      columns.reduce(0) { $0 + widths[$1] + NarrowTables.gap }
    }

    func width(_ columns: [Int]) -> Double { headWidth + sum(columns) }

    /// Columns under one name, unless they are too wide together.
    func units(_ columns: [Int], room: Double) -> [[Int]] {
      var units: [[Int]] = []
      for i in columns {
        let group = table.columns[i].group
        if group != nil, let last = units.last, let before = last.last,
          table.columns[before].group == group, sum(last + [i]) <= room
        {
          units[units.count - 1].append(i)
        } else {
          units.append([i])
        }
      }
      return units
    }
  }
}
