/// The layers of a chart as shapes, and the labels at their ends.
struct LayerDrawing {
  let chart: Chart
  let layout: ChartLayout

  var shapes: Markup { .lines(chart.backToFront.map(shape)) }

  private func shape(_ layer: Chart.Layer) -> Markup {
    switch layer {
    case .band(let band): return area(band)
    case .line(let line):
      let kind = "line \(line.ink.rawValue)" + (line.isDashed ? " dashed" : "")
      return Shapes.path(kind, line.isStepped ? stepped(line.points) : straight(line.points))
    case .bars(let bars):
      return .joined(bars.bins.compactMap { bar($0, ink: bars.ink) })
    case .dots(let dots): return past(dots)
    case .level(let level):
      let y = layout.y(level.y)
      return Shapes.path("level", [(layout.left, y), (layout.plotRight, y)])
    // Drawn with its label.
    case .mark: return .nothing
    case .past(let past):
      return Shapes.box(
        "past", x: layout.left, y: layout.top, width: layout.x(past.boundary) - layout.left,
        height: layout.plotHeight)
    case .spans(let spans): return RowDrawing(chart: chart, layout: layout).spans(spans)
    case .intervals(let intervals):
      return RowDrawing(chart: chart, layout: layout).intervals(intervals)
    }
  }

  private var quarterCount: Double {
    if case .quarters(let axis) = chart.horizontal { Double(axis.quarters.count) } else { 0 }
  }

  /// Many quarters stand close together, and have smaller marks.
  private func past(_ dots: Chart.Dots) -> Markup {
    let places = dots.runs.map { $0.map { (layout.x($0.x), layout.y($0.y)) } }
    let isDense = !layout.showsQuarters && layout.plotWidth / 24 < quarterCount
    return .joined(
      places.map { Shapes.path("thin \(dots.ink.rawValue)", $0) }
        + places.joined().map {
          Shapes.dot(dots.ink.rawValue, x: $0.0, y: $0.1, radius: isDense ? 2.2 : 3.5)
        })
  }

  private func area(_ band: Chart.Band) -> Markup {
    let points = band.points.count > 1 ? band.points : band.points.flatMap(LayerDrawing.widened)
    let upper = points.map { Coordinate.pair(layout.x($0.x), layout.y($0.high)) }
    let lower = points.reversed().map { Coordinate.pair(layout.x($0.x), layout.y($0.low)) }
    let filled = "M" + (upper + lower).joined(separator: "L") + "Z"
    let edges = "M" + upper.joined(separator: "L") + "M" + lower.joined(separator: "L")
    let parts = band.isInner ? [("inner", filled)] : [("outer", filled), ("edge", edges)]
    return .joined(
      parts.map { kind, path in
        .empty(
          "path",
          [
            Markup.Attribute("class", "\(kind) \(band.ink.rawValue)"), Markup.Attribute("d", path),
          ])
      })
  }

  /// A single quarter takes most of its place.
  private static let half = 0.4

  private static func widened(_ point: Chart.Band.Point) -> [Chart.Band.Point] {
    [-half, half].map { .init(x: point.x + $0, low: point.low, high: point.high) }
  }

  private func straight(_ points: [(x: Double, y: Double)]) -> [(Double, Double)] {
    if points.count == 1 {
      return [-LayerDrawing.half, LayerDrawing.half].map {
        (layout.x(points[0].x + $0), layout.y(points[0].y))
      }
    }
    return points.map { (layout.x($0.x), layout.y($0.y)) }
  }

  private func stepped(_ points: [(x: Double, y: Double)]) -> [(Double, Double)] {
    points.flatMap { point in
      [-0.5, 0.5].map { (layout.x(point.x + $0), layout.y(point.y)) }
    }
  }

  private func bar(_ bin: Chart.Bars.Bin, ink: Chart.Ink) -> Markup? {
    guard bin.value > 0 else { return nil }
    let x = layout.x(bin.low)
    let y = layout.y(bin.value)
    // A gap of a pixel tells bars apart; what is not zero shows at least half a pixel.
    let width = max(1, layout.x(bin.high) - x - 1)
    let height = max(0.5, layout.y(max(0, chart.vertical.numbers?.low ?? 0)) - y)
    return Shapes.box("bar \(ink.rawValue)", x: x, y: y, width: width, height: height)
  }

  // MARK: Labels

  var labels: Markup {
    .lines(marks + ends + RowDrawing(chart: chart, layout: layout).labels)
  }

  private var marks: [Markup] {
    layout.marks.flatMap { mark -> [Markup] in
      let baseline = layout.top - 8 - Double(mark.row) * 16
      return [
        Shapes.path(
          mark.isPast ? "boundary" : "mark", [(mark.x, baseline - 9), (mark.x, layout.plotBottom)]),
        Shapes.text(
          mark.label, kind: mark.isPast ? "tick" : "label", x: mark.x + ChartFlags.gap, y: baseline),
      ]
    }
  }

  /// Beside the right ends of lines and levels, pushed apart where they would overlap.
  private var ends: [Markup] {
    let labels = chart.endLabels
    let heights = labels.map { Double($0.lines.count) * ChartLayout.lineHeight + 4 }
    let centres = LabelPlacement.spread(
      zip(labels, heights).map { (layout.y($0.y), $1) }, within: layout.top...layout.plotBottom)
    return labels.indices.flatMap { i -> [Markup] in
      let top = centres[i] - heights[i] / 2 + 2
      return labels[i].lines.enumerated().map { row, line in
        Shapes.text(
          TextExtent.cut(
            line, to: layout.right - 8, size: ChartLayout.labelSize, isBold: row == 0),
          kind: "label \(labels[i].ink.rawValue)" + (row == 0 ? " name" : ""),
          x: layout.plotRight + 8,
          y: top + Double(row) * ChartLayout.lineHeight + 11)
      }
    }
  }
}
