internal import RiskAnalysis

/// The plan by fiscal year and quarter beside cloud revenue and the exchange rate.
struct ScheduleSection {
  let answers: Answers
  private var context: ReportContext { answers.context }
  private var all: [ScheduleRow] { answers.schedule.flatMap(\.rows) }

  func lines(width: Int, palette: Palette) -> [String] {
    table.lines(width: width, palette: palette)
  }

  var table: TextTable {
    let columns = self.columns
    var rows: [TextTable.Row] = []
    for year in answers.schedule {
      for (i, row) in year.rows.enumerated() {
        let fiscal = i == 0 ? row.fiscal.description : "       Q\(row.fiscal.number)"
        let cells = [fiscal, row.calendar.description] + columns.map { $0.cell(row) }
        rows.append(TextTable.Row(cells: cells))
      }
      let label = year.isWhole ? "total" : "\(year.rows.count) of 4"
      let cells = ["FY\(year.year)", label] + columns.map { $0.total(year) }
      rows.append(TextTable.Row(cells: cells, ink: .total))
    }
    let heads = [
      TextTable.Column(title: "fiscal", alignment: .left),
      TextTable.Column(title: "calendar", alignment: .left),
    ]
    let unit = "\(QuantityLabel(context: context).currency) bn"
    return TextTable(
      title: "Schedule, \(unit)", columns: heads + columns.map(\.column), rows: rows)
  }

  private struct Source {
    let column: TextTable.Column
    let cell: (ScheduleRow) -> String
    let total: (FiscalYearRows) -> String
  }

  private var columns: [Source] {
    var columns = [planned]
    columns += spread(
      "capex", \.capex, yearly: \.capex, importance: (edges: 30, middle: TextTable.Column.always))
    columns += spread(
      "cloud revenue", \.cloudRevenue, yearly: \.cloudRevenue,
      importance: (edges: 10, middle: TextTable.Column.always))
    let ratio = ValueText(style: .ratio, magnitude: 1, context: context)
    if all.contains(where: { $0.capexToRevenue != nil }) {
      columns.append(
        Source(
          column: TextTable.Column(
            title: "P50", alignment: .decimal, group: "capex ÷ revenue", importance: 40),
          cell: { ratio.quantile($0.capexToRevenue?[.p50]) }, total: { _ in "" }))
    }
    if all.contains(where: { $0.capexAboveRevenue != nil }) {
      columns.append(
        Source(
          column: TextTable.Column(
            title: "P(>1) %", alignment: .decimal, group: "capex ÷ revenue", importance: 41),
          cell: { SupportedDigits.text($0.capexAboveRevenue, most: 1, scale: 100) },
          total: { _ in "" }))
    }
    return columns + exchangeRate
  }

  private var planned: Source {
    let text = { (x: Double) in
      ValueText(style: .amount, magnitude: x.magnitude, context: context).planned(x)
    }
    return Source(
      column: TextTable.Column(title: "plan", alignment: .decimal),
      cell: { text($0.planned) }, total: { text($0.planned) })
  }

  private func spread(
    _ group: String, _ quarterly: @escaping (ScheduleRow) -> PeriodStatistics?,
    yearly: @escaping (FiscalYearRows) -> PeriodStatistics?,
    importance: (edges: Int, middle: Int)
  ) -> [Source] {
    guard all.contains(where: { quarterly($0) != nil }) else { return [] }
    let magnitude = ValueText.magnitude(of: all.map { quarterly($0)?[.p95] })
    let style = ValueText(style: .amount, magnitude: magnitude, context: context)
    return [Percentile.p5, .p50, .p95].map { percentile in
      Source(
        column: TextTable.Column(
          title: percentile.name, alignment: .decimal, group: group,
          importance: percentile == .p50 ? importance.middle : importance.edges),
        cell: { style.quantile(quarterly($0)?[percentile]) },
        total: { year in yearly(year).map { style.quantile($0[percentile]) } ?? "" })
    }
  }

  private var exchangeRate: [Source] {
    guard all.contains(where: { $0.exchangeRate != nil }) else { return [] }
    let magnitude = ValueText.magnitude(of: all.map { $0.exchangeRate?[.p95] })
    let style = ValueText(style: .exchangeRate, magnitude: magnitude, context: context)
    return [
      Source(
        column: TextTable.Column(
          title: "P50", alignment: .decimal, group: "USD/CNY", importance: 20),
        cell: { style.quantile($0.exchangeRate?[.p50]) }, total: { _ in "" })
    ]
  }
}
