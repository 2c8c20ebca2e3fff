/// The axes of a chart: thin lines, ticks at round numbers, years under their quarters.
struct AxisDrawing {
  let chart: Chart
  let layout: ChartLayout

  /// Behind the layers: across the values.
  var grid: Markup {
    switch (chart.vertical, chart.horizontal) {
    case (.numbers(let axis), _):
      .lines(
        axis.ticks.map { tick in
          Shapes.path(
            tick == 0 ? "axis" : "grid",
            [(layout.left, layout.y(tick)), (layout.plotRight, layout.y(tick))])
        })
    case (.rows, .numbers(let axis)):
      // Not through the headings.
      .lines(
        axis.ticks.flatMap { tick in
          layout.rowBlocks.map { block in
            Shapes.path(
              tick == 0 ? "axis" : "grid",
              [(layout.x(tick), block.lowerBound), (layout.x(tick), block.upperBound)])
          }
        })
    case (.rows, .quarters): .nothing
    }
  }

  /// Beside and under them.
  var labels: Markup {
    let ticks =
      chart.vertical.numbers.map { axis in
        axis.ticks.map { tick in
          text(axis.label(tick), x: layout.left - 6, y: layout.y(tick) + 4, anchor: "end")
        }
      } ?? []
    let title =
      chart.verticalTitle.isEmpty
      ? []
      : [
        text(
          TextExtent.cut(chart.verticalTitle, to: layout.width, size: ChartLayout.tickSize), x: 0,
          y: 11, anchor: "start")
      ]
    switch chart.horizontal {
    case .quarters(let axis): return .lines(title + ticks + quarters(axis))
    case .numbers(let axis): return .lines(title + ticks + numbers(axis))
    }
  }

  private func numbers(_ axis: NumberAxis) -> [Markup] {
    let labels = axis.ticks.map { tick in
      (centre: layout.x(tick), width: width(axis.label(tick)))
    }
    let zero = axis.ticks.firstIndex(of: 0) ?? 0
    let shown = LabelPlacement.even(labels, from: zero, gap: 6).filter {
      labels[$0].centre + labels[$0].width / 2 <= layout.width
    }
    let base = Shapes.path(
      "axis", [(layout.left, layout.plotBottom), (layout.plotRight, layout.plotBottom)])
    let ticks = shown.flatMap { i in
      let x = labels[i].centre
      return [
        Shapes.path("axis", [(x, layout.plotBottom), (x, layout.plotBottom + 4)]),
        text(axis.label(axis.ticks[i]), x: x, y: layout.plotBottom + 16, anchor: "middle"),
      ]
    }
    let title = chart.horizontalTitle.map {
      text(
        TextExtent.cut($0, to: layout.plotRight, size: ChartLayout.tickSize), x: layout.plotRight,
        y: layout.plotBottom + 31, anchor: "end")
    }
    return [base] + ticks + (title.map { [$0] } ?? [])
  }

  private func quarters(_ axis: QuarterAxis) -> [Markup] {
    var parts = [
      Shapes.path(
        "axis", [(layout.left, layout.plotBottom), (layout.plotRight, layout.plotBottom)])
    ]
    var y = layout.plotBottom + 14
    if layout.showsQuarters {
      parts += axis.quarters.map { t in
        text(
          "Q\(axis.context.calendar(t).number)", x: layout.x(Double(t)), y: y, anchor: "middle")
      }
      y += 15
    }
    parts += years(axis.calendarYears, y: y)
    parts += years(axis.fiscalYears, y: y + 15)
    // Years are told apart by a tick where one begins.
    let starts = axis.calendarYears.dropFirst().map { Double($0.quarters.lowerBound) - 0.5 }
    parts += starts.map { start in
      Shapes.path(
        "axis",
        [(layout.x(start), layout.plotBottom), (layout.x(start), layout.plotBottom + 5)])
    }
    return parts
  }

  private func years(_ years: [QuarterAxis.Year], y: Double) -> [Markup] {
    let labels = years.map { year -> (centre: Double, width: Double) in
      let half = width(year.label) / 2
      let middle = Double(year.quarters.lowerBound + year.quarters.upperBound) / 2
      let centre = min(max(layout.x(middle), half), layout.width - half)
      return (centre, width(year.label))
    }
    return LabelPlacement.apart(labels, gap: 4).map { i in
      text(years[i].label, x: labels[i].centre, y: y, anchor: "middle")
    }
  }

  private func width(_ label: String) -> Double {
    TextExtent.width(label, size: ChartLayout.tickSize)
  }

  private func text(_ label: String, x: Double, y: Double, anchor: String) -> Markup {
    Shapes.text(label, kind: "tick", x: x, y: y, anchor: anchor)
  }
}
