/// An axis of rows below each other, some of them under a heading.
struct RowAxis {
  let groups: [Group]

  struct Group {
    /// Empty for none.
    let heading: String
    let rows: [Row]
  }

  struct Row {
    let label: String
    /// At the right end: the row's number in words.
    var text = ""
    /// Stands out among the others.
    var isStrong = false
  }

  var rows: [Row] { groups.flatMap(\.rows) }

  /// From the top, in heights of a row, with the headings between them.
  var places: [(group: Int, top: Int)] {
    var places: [(group: Int, top: Int)] = []
    var top = 0
    for (i, group) in groups.enumerated() {
      if !group.heading.isEmpty { top += 1 }
      for _ in group.rows {
        places.append((i, top))
        top += 1
      }
    }
    return places
  }

  /// Of all rows and headings, in heights of a row.
  var height: Int {
    groups.reduce(0) { $0 + ($1.heading.isEmpty ? 0 : 1) + $1.rows.count }
  }

  /// A name for each row that no other has.
  var names: [String] {
    var taken: Set<String> = []
    return groups.flatMap { group in
      group.rows.map { row in
        let base = group.heading.isEmpty ? row.label : "\(group.heading): \(row.label)"
        var name = base
        var next = 2
        while !taken.insert(name).inserted {
          name = "\(base) (\(next))"
          next += 1
        }
        return name
      }
    }
  }
}
