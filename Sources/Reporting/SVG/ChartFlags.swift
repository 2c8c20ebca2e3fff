/// The marks of a horizontal axis as flags: a label begins at its line's top and extends to the
/// right, above those whose lines it would cross. Marks at the same place share a flag where it is
/// not too long for that. Held by `ChartFlagsTests`.
struct ChartFlags {
  struct Flag: Equatable {
    /// On the axis, and in pixels.
    let value: Double
    let x: Double
    let label: String
    /// Parts what has happened from what is simulated.
    let isPast: Bool
    /// 0 is the lowest.
    let row: Int
  }

  /// From left to right.
  let flags: [Flag]
  /// How far they hang out at the right.
  let overhang: Double

  init(_ chart: Chart, left: Double, right: Double, width: Double) {
    var merged: [(value: Double, x: Double, label: String, isPast: Bool)] = []
    for mark in chart.marks {
      let x = left + chart.horizontal.fraction(of: mark.x) * (width - left - right)
      let same = merged.firstIndex {
        abs($0.x - x) < 3 && $0.isPast == mark.isPast
          && ChartFlags.end($0.x, "\($0.label) · \(mark.label)") <= width
      }
      if let same {
        merged[same].label += " · " + mark.label
      } else {
        merged.append((mark.x, x, mark.label, mark.isPast))
      }
    }
    merged.sort { $0.x < $1.x }
    let ends = merged.map { ChartFlags.end($0.x, $0.label) }
    var rows = merged.map { _ in 0 }
    for i in merged.indices.reversed() {
      // Above every flag to the right whose line stands where this one's label is.
      let crossed = merged.indices.filter { $0 > i && merged[$0].x < ends[i] + ChartFlags.gap }
      rows[i] = (crossed.map { rows[$0] }.max() ?? -1) + 1
    }
    flags = zip(merged, rows).map {
      Flag(value: $0.value, x: $0.x, label: $0.label, isPast: $0.isPast, row: $1)
    }
    overhang = max(0, (ends.max() ?? 0) - width)
  }

  private static func end(_ x: Double, _ label: String) -> Double {
    x + gap + TextExtent.width(label, size: ChartLayout.labelSize)
  }

  /// Between a line and its label.
  static let gap = 4.0
}
