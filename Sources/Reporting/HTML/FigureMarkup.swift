extension Markup {
  /// Charts below each other; those that are half as wide stand in pairs where there is room.
  static func figures(_ charts: [Chart]) -> Markup {
    var parts: [Markup] = []
    var rest = charts[...]
    while let chart = rest.first {
      if chart.isHalf {
        let pair = rest.prefix(2).prefix { $0.isHalf }
        parts.append(.element("div", [Attribute("class", "pair")], pair.map(figure)))
        rest = rest.dropFirst(pair.count)
      } else {
        parts.append(figure(chart))
        rest = rest.dropFirst()
      }
    }
    return .lines(parts)
  }

  /// A chart in the sizes that a screen may want, its caption, and the numbers behind it.
  private static func figure(_ chart: Chart) -> Markup {
    let drawing = SVGChart(chart: chart)
    let sizes: [ChartLayout.Size] = chart.isHalf ? [.half] : [.wide, .narrow]
    return .element(
      "figure", [Attribute("id", chart.name)],
      .lines([
        .element(
          "figcaption", [], .element("h3", [], .text(chart.title)),
          chart.reading.isEmpty ? .nothing : .element("p", [], .text(chart.reading))),
        .joined(sizes.map { drawing.inline($0) }),
        .folded(
          "Numbers of this chart", [.table(chart.table, name: "Numbers: \(chart.title)")]),
      ]))
  }

  /// What is shown on demand; nothing where it would be empty.
  static func folded(_ title: String, _ parts: [Markup]) -> Markup {
    let filled = parts.filter { !$0.source.isEmpty }
    guard !filled.isEmpty else { return .nothing }
    return .element(
      "details", [], .element("summary", [], .text(title)), .lines(filled))
  }
}
