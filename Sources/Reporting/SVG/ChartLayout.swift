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
    var plotHeight: Double { self == .wide ? 280 : 220 }
  }

  static let tickSize = 11.0
  static let labelSize = 12.0
  static let lineHeight = 14.0

  let size: Size
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let plotWidth: Double
  /// Marks of the horizontal axis with their labels.
  let marks: [ChartFlags.Flag]
  /// Quarters have room for a label each.
  let showsQuarters: Bool
  private let chart: Chart

  init(_ chart: Chart, size: Size) {
    self.chart = chart
    self.size = size
    let ticks = chart.vertical.ticks.map {
      TextExtent.width(chart.vertical.label($0), size: ChartLayout.tickSize)
    }
    let labels = chart.endLabels.flatMap { label in
      label.lines.enumerated().map { row, line in
        TextExtent.width(line, size: ChartLayout.labelSize, isBold: row == 0)
      }
    }
    let left = (ticks.max() ?? 0) + 8
    // Half of the last tick's label hangs over the end of an axis of numbers.
    var right = min(labels.max().map { $0 + 10 } ?? 16, size.width / 3)
    let flags = ChartFlags(chart, left: left, right: right, width: size.width)
    right += flags.overhang
    let plotWidth = size.width - left - right
    self.left = left
    self.right = right
    self.plotWidth = plotWidth
    marks = ChartFlags(chart, left: left, right: right, width: size.width).flags
    let rows = marks.map { $0.row + 1 }.max() ?? 0
    top = 24 + Double(rows) * 16
    switch chart.horizontal {
    case .quarters(let axis):
      showsQuarters = plotWidth / Double(axis.quarters.count) >= 20
      bottom = (showsQuarters ? 32 : 18) + (axis.fiscalYears.isEmpty ? 0 : 15)
    case .numbers:
      showsQuarters = false
      bottom = chart.horizontalTitle == nil ? 20 : 36
    }
  }

  var width: Double { size.width }
  var height: Double { top + size.plotHeight + bottom }
  var plotBottom: Double { top + size.plotHeight }
  var plotRight: Double { left + plotWidth }

  func x(_ value: Double) -> Double { left + chart.horizontal.fraction(of: value) * plotWidth }

  func y(_ value: Double) -> Double {
    let axis = chart.vertical
    return plotBottom - (value - axis.low) / (axis.high - axis.low) * size.plotHeight
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
  var marks: [Mark] {
    layers.compactMap { if case .mark(let mark) = $0 { mark } else { nil } }
  }

  /// What stands at the right end of lines and levels, at their height.
  var endLabels: [(y: Double, lines: [String], ink: Ink, isOfLevel: Bool)] {
    layers.compactMap { layer in
      switch layer {
      case .line(let line):
        line.points.last.flatMap { line.label.isEmpty ? nil : ($0.y, line.label, line.ink, false) }
      case .level(let level): level.label.isEmpty ? nil : (level.y, level.label, .plan, true)
      case .band, .bars, .mark: nil
      }
    }
  }
}
