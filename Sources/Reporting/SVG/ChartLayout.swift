/// Where a chart's parts lie, in pixels at the size at which it is made.
struct ChartLayout {
  /// How much room there is: a page's width, a phone's, or half of a page.
  enum Size: String {
    case wide, narrow, half

    var width: Double {
      switch self {
      case .wide: 760
      case .narrow: 340
      case .half: 366
      }
    }
    /// Of an axis of numbers; rows take as much as they need.
    var plotHeight: Double { self == .wide ? 280 : 220 }
  }

  static let tickSize = 11.0
  static let labelSize = 12.0
  static let lineHeight = 14.0
  /// Of a row, and of the bar in it.
  static let rowHeight = 20.0
  static let barHeight = 13.0
  /// Numbers at the right end of rows leave so much of the width to the plot.
  private static let leastPlot = 70.0

  let size: Size
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let plotWidth: Double
  let plotHeight: Double
  /// Marks of the horizontal axis with their labels.
  let marks: [ChartFlags.Flag]
  /// Quarters have room for a label each.
  let showsQuarters: Bool
  private let chart: Chart
  private let rowPlaces: [(group: Int, top: Int)]

  init(_ chart: Chart, size: Size) {
    self.chart = chart
    self.size = size
    rowPlaces = chart.vertical.rows?.places ?? []
    let left = ChartLayout.left(chart, width: size.width)
    // Half of the last tick's label hangs over the end of an axis of numbers.
    var right = min(
      ChartLayout.endWidths(chart).max().map { $0 + 10 } ?? 16,
      chart.vertical.rows == nil ? size.width / 3 : size.width - left - ChartLayout.leastPlot)
    let flags = ChartFlags(chart, left: left, right: right, width: size.width)
    right += flags.overhang
    let plotWidth = size.width - left - right
    self.left = left
    self.right = right
    self.plotWidth = plotWidth
    marks = ChartFlags(chart, left: left, right: right, width: size.width).flags
    let rows = marks.map { $0.row + 1 }.max() ?? 0
    top = (chart.verticalTitle.isEmpty ? 8 : 24) + Double(rows) * 16
    plotHeight =
      chart.vertical.rows.map { Double($0.height) * ChartLayout.rowHeight } ?? size.plotHeight
    switch chart.horizontal {
    case .quarters(let axis):
      showsQuarters = plotWidth / Double(axis.quarters.count) >= 20
      bottom = (showsQuarters ? 32 : 18) + (axis.fiscalYears.isEmpty ? 0 : 15)
    case .numbers:
      showsQuarters = false
      bottom = chart.horizontalTitle == nil ? 20 : 36
    }
  }

  /// Room for ticks, or for the names of rows, of which long ones are cut.
  private static func left(_ chart: Chart, width: Double) -> Double {
    switch chart.vertical {
    case .numbers(let axis):
      let ticks = axis.ticks.map { TextExtent.width(axis.label($0), size: tickSize) }
      return (ticks.max() ?? 0) + 8
    case .rows(let axis):
      let labels = axis.rows.map {
        TextExtent.width($0.label, size: labelSize, isBold: $0.isStrong)
      }
      return min((labels.max() ?? 0) + 10, width * 0.4)
    }
  }

  /// Of what stands at the right ends.
  private static func endWidths(_ chart: Chart) -> [Double] {
    let rows = chart.vertical.rows?.rows ?? []
    return chart.endLabels.flatMap { label in
      label.lines.enumerated().map { row, line in
        TextExtent.width(line, size: labelSize, isBold: row == 0)
      }
    }
      + rows.filter { !$0.text.isEmpty }.map {
        TextExtent.width($0.text, size: labelSize, isBold: $0.isStrong)
      }
  }

  var width: Double { size.width }
  var height: Double { top + plotHeight + bottom }
  var plotBottom: Double { top + plotHeight }
  var plotRight: Double { left + plotWidth }

  /// The rows of each group, from top to bottom.
  var rowBlocks: [ClosedRange<Double>] {
    let groups = Set(rowPlaces.map(\.group)).sorted()
    return groups.compactMap { group in
      let tops = rowPlaces.filter { $0.group == group }.map { Double($0.top) }
      guard let first = tops.first, let last = tops.last else { return nil }
      return (top + first * ChartLayout.rowHeight)...(top + (last + 1) * ChartLayout.rowHeight)
    }
  }

  func x(_ value: Double) -> Double { left + chart.horizontal.fraction(of: value) * plotWidth }

  /// Of a value, or of the middle of a row.
  func y(_ value: Double) -> Double {
    switch chart.vertical {
    case .numbers(let axis):
      return plotBottom - (value - axis.low) / (axis.high - axis.low) * plotHeight
    case .rows:
      let row = Int(value)
      guard rowPlaces.indices.contains(row) else { return top }
      return top + (Double(rowPlaces[row].top) + 0.5) * ChartLayout.rowHeight
    }
  }
}

extension Chart.Horizontal {
  /// Where on the axis a value lies: 0 at its left end, 1 at its right. A quarter lies in the
  /// middle of its place.
  func fraction(of x: Double) -> Double {
    switch self {
    case .quarters(let axis): (x - Double(axis.first) + 0.5) / Double(axis.quarters.count)
    case .numbers(let axis): (x - axis.low) / (axis.high - axis.low)
    }
  }
}

extension Chart {
  /// What has a line of its own from the axis to a label above the chart.
  var marks: [(x: Double, label: String, isPast: Bool)] {
    layers.compactMap { layer in
      switch layer {
      case .mark(let mark): (mark.x, mark.label, false)
      case .past(let past): (past.boundary, past.label, true)
      default: nil
      }
    }
  }

  /// What stands at the right end of lines and levels, at their height.
  var endLabels: [(y: Double, lines: [String], ink: Ink, isOfLevel: Bool)] {
    layers.compactMap { layer in
      switch layer {
      case .line(let line):
        line.points.last.flatMap { line.label.isEmpty ? nil : ($0.y, line.label, line.ink, false) }
      case .level(let level): level.label.isEmpty ? nil : (level.y, level.label, .plan, true)
      case .band, .bars, .dots, .mark, .past, .spans, .intervals: nil
      }
    }
  }
}
