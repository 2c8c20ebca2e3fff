internal import PathAlgebra
internal import RiskAnalysis

/// One trial as text: what was drawn once, what came of it, and the quarters.
public struct WorldReport: Sendable {
  let world: WorldRows
  let width: Int
  let palette: Palette
  private var context: ReportContext { world.context }

  public init(_ world: WorldRows, width: Int?, palette: Palette) {
    self.world = world
    self.width = ReportWidth.used(width)
    self.palette = palette
  }

  public var text: String {
    let head = ReportHead(
      scenario: context.scenario, origin: context.origin, asOf: context.asOf,
      overrides: context.overrides)
    let title = "trial \(NumberText.whole(world.trial))"
    let facts = [
      "one world of many, counted from 0", "seed \(world.seed)", "stream \(context.streamVersion)",
    ]
    let once = world.rows.filter { !$0.quantity.isByQuarter }
    let byQuarter = world.rows.filter(\.quantity.isByQuarter)
    return ReportWidth.joined(
      [
        head.title(title, width: width, palette: palette)
          + ReportHead.facts(head.originFacts + facts, width: width, palette: palette),
        list("Drawn once", once.filter(\.isDraw)),
        list("What came of it", once.filter { !$0.isDraw }),
      ] + quarters("Drawn in each quarter", byQuarter.filter(\.isDraw))
        + quarters("", byQuarter.filter { !$0.isDraw }) + [
          head.changes(width: width, palette: palette)
        ])
  }

  private func list(_ title: String, _ rows: [WorldRows.Row]) -> [String] {
    TextTable(
      title: "",
      columns: [
        TextTable.Column(title: title, alignment: .left, wrapsAt: 24),
        TextTable.Column(title: "", alignment: .decimal),
        TextTable.Column(title: "unit", alignment: .left),
      ],
      rows: rows.map { row in
        TextTable.Row(cells: [row.name, text(row, row.values.first), unit(row)])
      }
    ).lines(width: width, palette: palette)
  }

  /// Quarters down, quantities across, as many tables as the width takes.
  private func quarters(_ title: String, _ rows: [WorldRows.Row]) -> [[String]] {
    var tables: [[String]] = []
    var block: [WorldRows.Row] = []
    for row in rows {
      if !block.isEmpty, isTooWide(block + [row]) {
        tables.append(table(tables.isEmpty ? title : "", block))
        block = []
      }
      block.append(row)
    }
    return block.isEmpty ? tables : tables + [table(tables.isEmpty ? title : "", block)]
  }

  private func isTooWide(_ block: [WorldRows.Row]) -> Bool {
    let widths = block.map { row in
      let cells = row.values.map { DisplayWidth.of(text(row, $0)) }
      return max(cells.max() ?? 0, DisplayWidth.of(heading(row))) + 2
    }
    return 7 + widths.reduce(0, +) > width
  }

  private func heading(_ row: WorldRows.Row) -> String {
    let unit = unit(row)
    return unit.isEmpty ? row.name : "\(row.name), \(unit)"
  }

  private func table(_ title: String, _ block: [WorldRows.Row]) -> [String] {
    TextTable(
      title: title,
      columns: [TextTable.Column(title: "quarter", alignment: .left)]
        + block.map { TextTable.Column(title: heading($0), alignment: .decimal) },
      rows: (1...context.quarters).map { t in
        TextTable.Row(
          cells: [context.calendar(t).description] + block.map { text($0, $0.value(t)) })
      }
    ).lines(width: width, palette: palette)
  }

  private func unit(_ row: WorldRows.Row) -> String {
    switch row.quantity.style {
    case .percentage: "%"
    case .condition, .count, .quarter: ""
    case .amount, .ratio, .exchangeRate: EscapedText.of(row.quantity.unit.description)
    }
  }

  /// One number of one world: five significant digits, without an error to say how many count.
  private func text(_ row: WorldRows.Row, _ value: Double?) -> String {
    guard let value else { return "" }
    switch row.quantity.style {
    case .condition: return value.isNaN ? NumberText.none : value == 0 ? "no" : "yes"
    case .quarter: return ValueText.quarter(value, context: context)
    case .count where value == .infinity: return ValueText.later
    case .percentage: return digits(value * 100)
    case .amount, .ratio, .exchangeRate, .count: return digits(value)
    }
  }

  private func digits(_ x: Double) -> String {
    guard x.isFinite else { return NumberText.none }
    let places =
      x.magnitude >= 10_000
      ? 0
      : x.magnitude >= 1000
        ? 1
        : x.magnitude >= 100
          ? 2
          : x.magnitude >= 10 ? 3 : 4
    // Small numbers keep four digits.
    guard x.magnitude < 0.1, let place = DecimalNumber(x)?.leadingPlace else {
      return NumberText.short(x, most: places)
    }
    return NumberText.small(x, digits: 4, leadingPlace: place)
  }
}
