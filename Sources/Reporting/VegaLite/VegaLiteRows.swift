/// Charts of rows.
extension VegaLiteChart {
  private var names: [String] { chart.vertical.rows?.names ?? [] }

  func view(_ spans: Chart.Spans) -> JSONValue {
    let names = names
    return view(
      spans.spans.map { span in
        .object([
          ("row", .text(names[span.row])), ("from", .number(span.from)), ("to", .number(span.to)),
          ("opacity", .number(0.9 - 0.16 * Double(min(span.shade, Chart.Spans.faintest)))),
        ])
      },
      mark: [("type", .text("bar")), ("height", .number(ChartLayout.barHeight))], ink: spans.ink,
      encoding: [
        x("from"), ("x2", field("to")), y("row"),
        (
          "opacity",
          .object([
            ("field", .text("opacity")), ("type", .text("quantitative")), ("scale", .null),
          ])
        ),
      ])
  }

  func views(_ intervals: Chart.Intervals) -> [JSONValue] {
    let names = names
    let rows = intervals.values.map { value in
      JSONValue.object([
        ("row", .text(names[value.row])), ("low", .number(value.low)),
        ("value", .number(value.value)), ("high", .number(value.high)),
        ("filled", .boolean(!value.isHollow)),
      ])
    }
    return [
      view(
        rows, mark: [("type", .text("rule"))], ink: intervals.ink,
        encoding: [x("low"), ("x2", field("high")), y("row")]),
      view(
        rows, mark: [("type", .text("point"))], ink: intervals.ink,
        encoding: [
          x("value"), y("row"),
          (
            "fillOpacity",
            .object([
              (
                "condition",
                .object([("test", .text("datum.filled")), ("value", .whole(1))])
              ),
              ("value", .whole(0)),
            ])
          ),
          (
            "fill", .object([("value", .text(VegaLiteChart.colour(intervals.ink)))])
          ),
        ]),
    ]
  }

  /// The numbers at the right end of rows.
  var rowTexts: [JSONValue] {
    guard let rows = chart.vertical.rows?.rows, case .numbers(let axis) = chart.horizontal,
      rows.contains(where: { !$0.text.isEmpty })
    else { return [] }
    let data = zip(names, rows).map { name, row in
      JSONValue.object([
        ("row", .text(name)), ("x", .number(axis.high)), ("label", .text(row.text)),
      ])
    }
    return [
      view(
        data,
        mark: [("type", .text("text")), ("align", .text("left")), ("dx", .number(8))],
        ink: .plan, encoding: [x(), y("row"), ("text", field("label"))])
    ]
  }
}
