internal import RiskAnalysis

/// Statistics side by side, one line for each quantity and quarter: first the values, then the ends
/// of their intervals. A statistic that no line has is left out.
struct StatisticTable {
  let labels: [Workbook.Column]
  let lines: [Line]
  let context: ReportContext

  struct Line {
    let labels: [Workbook.Cell]
    let statistics: [StatisticRow]
    let style: ValueText

    subscript(name: String) -> StatisticRow? { statistics.first { $0.name == name } }
  }

  private static let order =
    ["probability", "mean"] + Percentile.allCases.map(\.name)
    + ["standardDeviation", "skewness", "minimum", "maximum", "never", "undefined"]

  var columns: [Workbook.Column] {
    labels + values.map { .number(StatisticTable.head($0)) }
      + intervals.flatMap { [.number("\($0) low"), .number("\($0) high")] }
      + (hasRemarks ? [Workbook.Column("remark", width: 40)] : [])
  }

  var rows: [Workbook.Row] {
    let (values, intervals, hasRemarks) = (self.values, self.intervals, self.hasRemarks)
    return lines.map { line in
      Workbook.Row(
        cells: line.labels + values.map { value(line, $0) }
          + intervals.flatMap { ends(line, $0) } + (hasRemarks ? [remark(line)] : []))
    }
  }

  private var values: [String] {
    StatisticTable.order.filter { name in lines.contains { $0[name] != nil } }
  }

  private var intervals: [String] {
    StatisticTable.order.filter { name in lines.contains { $0[name]?.low != nil } }
  }

  private var hasRemarks: Bool { lines.contains { $0.statistics.contains { $0.lack != nil } } }

  private func value(_ line: Line, _ name: String) -> Workbook.Cell {
    guard let row = line[name] else { return .empty }
    return cell(row.value, of: row, StatisticTable.format(name, line.style))
  }

  private func ends(_ line: Line, _ name: String) -> [Workbook.Cell] {
    guard let row = line[name] else { return [.empty, .empty] }
    let format = StatisticTable.format(name, line.style).finer
    return [cell(row.low, of: row, format), cell(row.high, of: row, format)]
  }

  private func cell(
    _ x: Double?, of row: StatisticRow, _ format: NumberFormat
  ) -> Workbook.Cell {
    row.isQuarter
      ? .text(PeriodText.quarter(x, context: context) ?? "") : .number(x, format)
  }

  private func remark(_ line: Line) -> Workbook.Cell {
    .text(
      line.statistics.compactMap { row in row.lack.map { "\(row.name) \($0)" } }
        .joined(separator: "; "))
  }

  private static func head(_ name: String) -> String {
    name == "standardDeviation" ? "standard deviation" : name
  }

  private static func format(_ name: String, _ style: ValueText) -> NumberFormat {
    switch name {
    case "skewness": NumberFormat(decimals: 2)
    case "undefined": NumberFormat(decimals: 0)
    case "probability", "never": .share
    // Of whole numbers the mean is none.
    case "mean", "standardDeviation":
      style.style.isWhole ? NumberFormat(style).finer : NumberFormat(style)
    default: NumberFormat(style)
    }
  }
}
