/// The shapes and labels of a chart of rows.
struct RowDrawing {
  let chart: Chart
  let layout: ChartLayout

  func spans(_ spans: Chart.Spans) -> Markup {
    .joined(spans.spans.map { span($0, spans) } + (spans.isChained ? chain(spans.spans) : []))
  }

  private func span(_ span: Chart.Spans.Span, _ spans: Chart.Spans) -> Markup {
    let (low, high) = (min(span.from, span.to), max(span.from, span.to))
    let x = layout.x(low)
    // What is not nothing shows at least a pixel.
    let width = max(low == high ? 0 : 1, layout.x(high) - x)
    guard width > 0 else { return .nothing }
    let y = layout.y(Double(span.row))
    let box = Shapes.box(
      "bar \(spans.ink.rawValue) shade\(min(span.shade, Chart.Spans.faintest))", x: x,
      y: y - ChartLayout.barHeight / 2, width: width, height: ChartLayout.barHeight)
    guard !span.label.isEmpty,
      TextExtent.width(span.label, size: ChartLayout.tickSize) + 4 <= width
    else { return box }
    return .joined([
      box, Shapes.text(span.label, kind: "inside", x: x + width / 2, y: y + 4, anchor: "middle"),
    ])
  }

  /// From where one ends to where the next begins.
  private func chain(_ spans: [Chart.Spans.Span]) -> [Markup] {
    zip(spans, spans.dropFirst()).map { one, next in
      let x = layout.x(one.to)
      return Shapes.path(
        "chain", [(x, layout.y(Double(one.row))), (x, layout.y(Double(next.row)))])
    }
  }

  func intervals(_ intervals: Chart.Intervals) -> Markup {
    .joined(
      intervals.values.flatMap { value -> [Markup] in
        let y = layout.y(Double(value.row))
        let (low, high) = (layout.x(value.low), layout.x(value.high))
        return [
          Shapes.path("line \(intervals.ink.rawValue)", [(low, y), (high, y)]),
          Shapes.dot(
            intervals.ink.rawValue + (value.isHollow ? " hollow" : ""),
            x: layout.x(value.value), y: y, radius: 4),
        ]
      })
  }

  /// Headings, and the names and numbers of rows; nothing for a chart without rows.
  var labels: [Markup] {
    guard let axis = chart.vertical.rows else { return [] }
    var labels: [Markup] = []
    var row = 0
    for group in axis.groups {
      if !group.heading.isEmpty, !group.rows.isEmpty {
        let y = layout.y(Double(row)) - ChartLayout.rowHeight
        labels.append(
          Shapes.text(
            TextExtent.cut(
              group.heading, to: layout.width, size: ChartLayout.labelSize, isBold: true),
            kind: "label name", x: 0, y: y + 5))
      }
      for item in group.rows {
        labels += texts(item, y: layout.y(Double(row)) + 4)
        row += 1
      }
    }
    return labels
  }

  private func texts(_ row: RowAxis.Row, y: Double) -> [Markup] {
    let kind = row.isStrong ? "label name" : "label"
    func cut(_ text: String, _ room: Double) -> String {
      TextExtent.cut(text, to: room, size: ChartLayout.labelSize, isBold: row.isStrong)
    }
    let name = Shapes.text(cut(row.label, layout.left - 8), kind: kind, x: 0, y: y)
    guard !row.text.isEmpty else { return [name] }
    return [
      name, Shapes.text(cut(row.text, layout.right - 8), kind: kind, x: layout.plotRight + 8, y: y),
    ]
  }
}
