/// The marks of a horizontal axis as flags: a label begins at its line's top and extends to the
/// right, above those whose lines it would cross. Marks at the same place share a flag. Held by
/// `LabelPlacementTests`.
struct ChartFlags {
  struct Flag: Equatable {
    let x: Double
    let label: String
    /// 0 is the lowest.
    let row: Int
  }

  /// From left to right.
  let flags: [Flag]
  /// How far they hang out at the right.
  let overhang: Double

  init(_ chart: Chart, left: Double, right: Double, width: Double) {
    var merged: [(x: Double, label: String)] = []
    for mark in chart.marks {
      let x = left + chart.horizontal.fraction(of: mark.x) * (width - left - right)
      if let same = merged.firstIndex(where: { abs($0.x - x) < 3 }) {
        merged[same].label += " · " + mark.label
      } else {
        merged.append((x, mark.label))
      }
    }
    merged.sort { $0.x < $1.x }
    let ends = merged.map {
      $0.x + ChartFlags.gap + TextExtent.width($0.label, size: ChartLayout.labelSize)
    }
    var rows = merged.map { _ in 0 }
    for i in merged.indices.reversed() {
      // Above every flag to the right whose line stands where this one's label is.
      let crossed = merged.indices.filter { $0 > i && merged[$0].x < ends[i] + ChartFlags.gap }
      rows[i] = (crossed.map { rows[$0] }.max() ?? -1) + 1
    }
    flags = zip(merged, rows).map { Flag(x: $0.x, label: $0.label, row: $1) }
    overhang = max(0, (ends.max() ?? 0) - width)
  }

  /// Between a line and its label.
  static let gap = 4.0
}
