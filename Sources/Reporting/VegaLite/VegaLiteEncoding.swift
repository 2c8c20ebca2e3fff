/// Views, and what their axes encode.
extension VegaLiteChart {
  func view(
    _ rows: [JSONValue], mark: [(String, JSONValue)], ink: Chart.Ink,
    encoding: [(String, JSONValue)]
  ) -> JSONValue {
    .object([
      ("data", .object([("values", .array(rows))])),
      ("mark", .object(mark + [("color", .text(VegaLiteChart.colour(ink)))])),
      ("encoding", .object(encoding)),
    ])
  }

  func rule(_ place: (String, JSONValue)) -> JSONValue {
    .object([
      ("data", .object([("values", .array([.object([])]))])),
      ("mark", .object([("type", .text("rule"))])), ("encoding", .object([place])),
    ])
  }

  func field(_ name: String) -> JSONValue { .object([("field", .text(name))]) }

  func datum(_ x: Double) -> JSONValue { .object([("datum", .number(x))]) }

  func x(_ name: String = "x") -> (String, JSONValue) {
    switch chart.horizontal {
    case .quarters(let axis):
      ("x", ordinal(name, axis.quarters.map { axis.context.calendar($0).description }))
    case .numbers(let axis): ("x", quantitative(name, axis, title: chart.horizontalTitle ?? ""))
    }
  }

  func y(_ name: String) -> (String, JSONValue) {
    switch chart.vertical {
    case .numbers(let axis): ("y", quantitative(name, axis, title: chart.verticalTitle))
    case .rows(let axis):
      // Names are cut at 180 pixels where no limit is given; zero is none.
      ("y", ordinal("row", axis.names, axis: .object([("labelLimit", .whole(0))])))
    }
  }

  /// In the order of the axis, and not in that in which a layer comes to them.
  private func ordinal(_ name: String, _ all: [String], axis: JSONValue? = nil) -> JSONValue {
    .object(
      [
        ("field", .text(name)), ("type", .text("ordinal")), ("title", .null),
        ("scale", .object([("domain", .array(all.map { .text($0) }))])),
      ] + (axis.map { [("axis", $0)] } ?? []))
  }

  private func quantitative(_ name: String, _ axis: NumberAxis, title: String) -> JSONValue {
    .object([
      ("field", .text(name)), ("type", .text("quantitative")), ("title", .text(title)),
      ("axis", .object([("values", .array(axis.ticks.map { .number($0) }))])),
      (
        "scale",
        .object([
          ("domain", .array([.number(axis.low), .number(axis.high)])), ("zero", .boolean(false)),
        ])
      ),
    ])
  }

  static func colour(_ ink: Chart.Ink) -> String {
    switch ink {
    case .capex: "#d55e00"
    case .revenue: "#0072b2"
    case .plan: "#1c2024"
    case .other: "#009e73"
    }
  }
}
