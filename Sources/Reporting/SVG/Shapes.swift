/// The shapes that charts are made of.
enum Shapes {
  static func path(_ kind: String, _ points: [(Double, Double)]) -> Markup {
    guard !points.isEmpty else { return .nothing }
    let text = "M" + points.map { Coordinate.pair($0.0, $0.1) }.joined(separator: "L")
    return .empty("path", [Markup.Attribute("class", kind), Markup.Attribute("d", text)])
  }

  static func box(
    _ kind: String, x: Double, y: Double, width: Double, height: Double
  ) -> Markup {
    .empty(
      "rect",
      [
        Markup.Attribute("class", kind), Markup.Attribute("x", x), Markup.Attribute("y", y),
        Markup.Attribute("width", width), Markup.Attribute("height", height),
      ])
  }

  static func dot(_ kind: String, x: Double, y: Double, radius: Double = 3.5) -> Markup {
    .empty(
      "circle",
      [
        Markup.Attribute("class", "dot \(kind)"), Markup.Attribute("cx", x),
        Markup.Attribute("cy", y), Markup.Attribute("r", radius),
      ])
  }

  static func text(_ label: String, kind: String, x: Double, y: Double, anchor: String? = nil)
    -> Markup
  {
    .element(
      "text",
      [Markup.Attribute("class", kind), Markup.Attribute("x", x), Markup.Attribute("y", y)]
        + (anchor.map { [Markup.Attribute("text-anchor", $0)] } ?? []), .text(label))
  }
}
