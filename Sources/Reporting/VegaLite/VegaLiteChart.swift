/// A chart as a specification of Vega-Lite 5, with its data: to be changed, or drawn by other
/// tools. Held by `VegaLiteChartTests`.
struct VegaLiteChart {
  let chart: Chart

  private var width: Double { chart.isHalf ? 320 : 640 }

  /// Of the plot.
  var height: Double {
    chart.vertical.rows.map { Double($0.rows.count) * ChartLayout.rowHeight } ?? 280
  }

  var text: String {
    let reading = [chart.reading, chart.key].filter { !$0.isEmpty }.joined(separator: " ")
    let lines = TextExtent.lines(reading, within: width, size: 12)
    return JSONValue.object([
      ("$schema", .text("https://vega.github.io/schema/vega-lite/v5.json")),
      (
        "title",
        .object([
          ("text", .text(chart.title)), ("subtitle", .array(lines.map { .text($0) })),
          ("anchor", .text("start")),
        ])
      ),
      ("description", .text(chart.description)), ("width", .number(width)),
      ("height", .number(height)),
      ("layer", .array(chart.backToFront.flatMap(layer) + endLabels + flags + rowTexts)),
    ]).written() + "\n"
  }

  private func layer(_ layer: Chart.Layer) -> [JSONValue] {
    switch layer {
    case .band(let band):
      let rows = band.points.map { row(x: $0.x, [("low", $0.low), ("high", $0.high)]) }
      return [
        view(
          rows, mark: [("type", .text("area")), ("opacity", .number(band.isInner ? 0.34 : 0.17))],
          ink: band.ink, encoding: [x(), y("low"), ("y2", field("high"))])
      ]
    case .line(let line):
      var mark: [(String, JSONValue)] = [("type", .text("line"))]
      if line.isDashed { mark.append(("strokeDash", .array([.whole(5), .whole(4)]))) }
      if line.isStepped { mark.append(("interpolate", .text("step"))) }
      return [values(line.points, mark: mark, ink: line.ink)]
    case .dots(let dots):
      return dots.runs.map {
        values(
          $0,
          mark: [
            ("type", .text("line")), ("strokeWidth", .number(1)),
            ("point", .object([("color", .text(VegaLiteChart.colour(dots.ink)))])),
          ], ink: dots.ink)
      }
    case .bars(let bars):
      let across = chart.isByQuarter ? [x()] : [x("from"), ("x2", field("to"))]
      let mark = chart.isByQuarter ? "bar" : "rect"
      return [
        view(
          bars.bins.map(bar), mark: [("type", .text(mark))], ink: bars.ink,
          encoding: across + [y("value"), ("y2", .object([("datum", .whole(0))]))])
      ]
    case .spans(let spans): return [view(spans)]
    case .intervals(let intervals): return views(intervals)
    case .level(let level): return [rule(("y", datum(level.y)))]
    case .mark(let mark): return [rule(("x", datum(mark.x)))]
    // A quarter is a place and no length: the rule stands at the last that has happened.
    case .past(let past):
      return [
        view(
          [row(x: Double(past.last), [])],
          mark: [("type", .text("rule")), ("strokeDash", .array([.whole(2), .whole(3)]))],
          ink: .plan, encoding: [x()])
      ]
    }
  }

  private func values(
    _ points: [(x: Double, y: Double)], mark: [(String, JSONValue)], ink: Chart.Ink
  ) -> JSONValue {
    view(
      points.map { row(x: $0.x, [("value", $0.y)]) }, mark: mark, ink: ink,
      encoding: [x(), y("value")])
  }

  // MARK: Labels

  /// Beside the right ends, kept apart.
  private var endLabels: [JSONValue] {
    guard let axis = chart.vertical.numbers else { return [] }
    let labels = chart.endLabels
    let heights = labels.map { (axis.high - $0.y) / (axis.high - axis.low) * height }
    let placed = LabelPlacement.spread(
      heights.map { ($0, ChartLayout.lineHeight) }, within: 0...height)
    return labels.indices.map { i in
      words(
        labels[i].isOfLevel ? labels[i].lines.joined(separator: " ") : labels[i].lines[0],
        x: lastX, y: labels[i].y, dx: 8, dy: placed[i] - heights[i])
    }
  }

  /// Above the marks.
  private var flags: [JSONValue] {
    guard let axis = chart.vertical.numbers else { return [] }
    return ChartFlags(chart, left: 0, right: 0, width: width).flags.map {
      words(
        // What has happened ends at a quarter; see `past` above.
        $0.label, x: $0.isPast ? $0.value.rounded(.down) : $0.value, y: axis.high,
        dx: ChartFlags.gap,
        dy: -8 - ChartLayout.lineHeight * Double($0.row))
    }
  }

  // MARK: Data

  private func row(x: Double, _ values: [(String, Double)]) -> JSONValue {
    .object([("x", place(x))] + values.map { ($0, .number($1)) })
  }

  private func bar(_ bin: Chart.Bars.Bin) -> JSONValue {
    if chart.isByQuarter { return row(x: (bin.low + bin.high) / 2, [("value", bin.value)]) }
    return .object([
      ("from", .number(bin.low)), ("to", .number(bin.high)), ("value", .number(bin.value)),
    ])
  }

  /// The name of a quarter, or a number.
  private func place(_ x: Double) -> JSONValue {
    switch chart.horizontal {
    case .quarters(let axis):
      .text(axis.context.calendar(Int(x.rounded())).description)
    case .numbers: .number(x)
    }
  }

  private var lastX: Double {
    switch chart.horizontal {
    case .quarters(let axis): Double(axis.last)
    case .numbers(let axis): axis.high
    }
  }

  private func words(_ text: String, x: Double, y: Double, dx: Double, dy: Double) -> JSONValue {
    view(
      [.object([("x", place(x)), ("value", .number(y)), ("label", .text(text))])],
      mark: [
        ("type", .text("text")), ("align", .text("left")), ("dx", .number(dx)),
        ("dy", .number(dy.rounded())),
      ], ink: .plan, encoding: [self.x(), self.y("value"), ("text", field("label"))])
  }
}

extension Chart {
  var isByQuarter: Bool { if case .quarters = horizontal { true } else { false } }
}
