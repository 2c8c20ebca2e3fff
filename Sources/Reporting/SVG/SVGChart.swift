/// A chart as SVG: within a page, or as a file of its own with its title and colours.
///
/// Held by `SVGChartTests`.
struct SVGChart {
  let chart: Chart

  /// For a page that has the style sheet of `ChartStyle`.
  func inline(_ size: ChartLayout.Size) -> Markup {
    let layout = ChartLayout(chart, size: size)
    return svg(
      identifier: "\(chart.name)-\(size.rawValue)", width: layout.width, height: layout.height,
      attributes: [Markup.Attribute("class", "chart \(size.rawValue)")],
      content: [drawing(layout)])
  }

  /// A whole file.
  var file: String {
    let layout = ChartLayout(chart, size: chart.isHalf ? .half : .wide)
    let margin = 16.0
    let title = TextExtent.lines(chart.title, within: layout.width, size: 16)
    let reading = TextExtent.lines(
      [chart.reading, chart.key].filter { !$0.isEmpty }.joined(separator: " "),
      within: layout.width, size: 12)
    var y = margin
    var head: [Markup] = []
    for (lines, kind, height) in [(title, "title", 21.0), (reading, "reading", 17.0)] {
      for line in lines {
        y += height
        head.append(
          .element(
            "text",
            [
              Markup.Attribute("class", kind), Markup.Attribute("x", margin),
              Markup.Attribute("y", y - 5),
            ], .text(line)))
      }
    }
    y += 10
    let width = layout.width + 2 * margin
    let height = y + layout.height + margin
    let ground = Markup.empty(
      "rect",
      [
        Markup.Attribute("class", "ground"), Markup.Attribute("width", width),
        Markup.Attribute("height", height),
      ])
    let shifted = Markup.element(
      "g", [Markup.Attribute("transform", "translate(\(Coordinate.pair(margin, y)))")],
      drawing(layout))
    return svg(
      identifier: chart.name, width: width, height: height,
      attributes: [
        Markup.Attribute("xmlns", "http://www.w3.org/2000/svg"), Markup.Attribute("class", "chart"),
        Markup.Attribute("width", width), Markup.Attribute("height", height),
      ],
      content: [.styleSheet(ChartStyle.rules), .lines([ground] + head + [shifted])]
    ).source + "\n"
  }

  private func svg(
    identifier: String, width: Double, height: Double, attributes: [Markup.Attribute],
    content: [Markup]
  ) -> Markup {
    let names = ["title", "desc"].map { "\(identifier)-\($0)" }
    let box = "0 0 \(Coordinate.text(width)) \(Coordinate.text(height))"
    return .element(
      "svg",
      attributes + [
        Markup.Attribute("viewBox", box), Markup.Attribute("role", "img"),
        Markup.Attribute("aria-labelledby", names.joined(separator: " ")),
      ],
      [
        .element("title", [Markup.Attribute("id", names[0])], .text(chart.title)),
        .element("desc", [Markup.Attribute("id", names[1])], .text(chart.description)),
      ] + content)
  }

  private func drawing(_ layout: ChartLayout) -> Markup {
    let axes = AxisDrawing(chart: chart, layout: layout)
    let layers = LayerDrawing(chart: chart, layout: layout)
    return .lines([axes.grid, layers.shapes, axes.labels, layers.labels])
  }
}
