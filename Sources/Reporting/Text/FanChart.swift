internal import RiskAnalysis

/// Capex as bands and cloud revenue as a line, by quarter of the plan, in block characters.
struct FanChart {
  let answers: Answers
  private let quarters: [Bar]
  private let step: Double
  private let steps: Int
  private var rowsPerStep: Int { max(2, FanChart.height / steps) }
  /// About as many rows.
  private static let height = 15

  private struct Bar {
    let row: ScheduleRow
    let capex: [Double]
    let revenue: Double?
    var top: Double { max(capex.max() ?? 0, revenue ?? 0, row.planned) }
  }

  /// Nil where the run does not have capex by quarter, or too few trials for its percentiles: what
  /// the tables leave out is not drawn either.
  init?(_ answers: Answers) {
    self.answers = answers
    let bars = answers.schedule.flatMap(\.rows).compactMap { row -> Bar? in
      guard let capex = row.capex, capex.quantiles.count == Percentile.allCases.count,
        capex.quantiles.allSatisfy({ $0.interval != nil })
      else { return nil }
      let values = capex.quantiles.map(\.value)
      guard values.allSatisfy(\.isFinite) else { return nil }
      let revenue = row.cloudRevenue?[.p50]?.value
      return Bar(row: row, capex: values, revenue: revenue.flatMap { $0.isFinite ? $0 : nil })
    }
    let top = bars.map(\.top).max() ?? 0
    guard !bars.isEmpty, let step = RoundStep.atLeast(top / 8) else { return nil }
    quarters = bars
    self.step = step
    steps = max(1, Int((top / step).rounded(.up)))
  }

  func lines(width: Int, palette: Palette) -> [String] {
    let axis = max(6, DisplayWidth.of(label(steps))) + 2
    let fitting = max(1, width - axis)
    // Where the plan has more quarters than there is room for, every second, third … is drawn.
    let every = (quarters.count + fitting - 1) / fitting
    let drawn = stride(from: 0, to: quarters.count, by: every).map { quarters[$0] }
    let cell = min(7, fitting / drawn.count)
    let rows = (0...(steps * rowsPerStep)).reversed().map { r in
      let mark = r % rowsPerStep == 0 ? label(r / rowsPerStep) + " ┤" : "│"
      let cells = drawn.flatMap { marks($0, row: r, cell: cell) }
      return mark.leftPadded(to: axis) + painted(cells, palette)
    }
    return title(width: width, every: every, palette: palette) + rows
      + calendar(drawn, cell: cell, axis: axis)
  }

  private func title(width: Int, every: Int, palette: Palette) -> [String] {
    let unit = "\(QuantityLabel(context: answers.context).currency) bn"
    var text = "Capex (▓ P25–P75, ░ P5–P95), the plan (─)"
    if quarters.contains(where: { $0.revenue != nil }) { text += " and cloud revenue (━ P50)" }
    text += every == 1 ? " by quarter, \(unit)" : ", one quarter in \(every), \(unit)"
    return Paragraph.lines(text, width: width, hanging: "  ").map { palette($0, .title) }
  }

  private func label(_ tick: Int) -> String {
    NumberText.short(Double(tick) * step, most: 6)
  }

  private func height(of x: Double) -> Int {
    Int((x / step * Double(rowsPerStep)).rounded(.down))
  }

  private func marks(_ bar: Bar, row: Int, cell: Int) -> [Character] {
    let gap = cell >= 3 ? 1 : 0
    if let revenue = bar.revenue, height(of: revenue) == row {
      return Array(repeating: "━", count: cell)
    }
    if height(of: bar.row.planned) == row { return Array(repeating: "─", count: cell) }
    let inner = height(of: bar.capex[1])...height(of: bar.capex[3])
    let outer = height(of: bar.capex[0])...height(of: bar.capex[4])
    let mark: Character = inner.contains(row) ? "▓" : outer.contains(row) ? "░" : " "
    return Array(repeating: mark, count: cell - gap) + Array(repeating: " ", count: gap)
  }

  private func painted(_ marks: [Character], _ palette: Palette) -> String {
    var line = ""
    var rest = marks[...]
    while rest.last == " " { rest.removeLast() }
    while let first = rest.first {
      let run = rest.prefix { $0 == first }
      let ink: Palette.Ink? =
        first == "━" ? .revenue : first == "▓" || first == "░" ? .capex : nil
      line += palette(String(run), ink)
      rest = rest.dropFirst(run.count)
    }
    return line
  }

  /// A line of quarters where they fit, and one of years.
  private func calendar(_ drawn: [Bar], cell: Int, axis: Int) -> [String] {
    var numbers = ""
    var years = ""
    var lastYear: Int?
    for (i, bar) in drawn.enumerated() {
      let from = axis + i * cell
      let quarter = bar.row.calendar
      if cell >= 3 { numbers = numbers.padded(to: from) + "Q\(quarter.number)" }
      if quarter.year != lastYear, years.isEmpty || years.count < from {
        years = years.padded(to: from) + String(quarter.year)
        lastYear = quarter.year
      }
    }
    return [numbers, years].filter { !$0.isEmpty }
  }
}
