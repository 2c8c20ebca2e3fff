internal import PathAlgebra
public import RiskAnalysis

/// The report of `capexsim path` as text. Held by `PathReportTests`.
public struct PathReport: Sendable {
  let path: CoherentPath
  let rows: PathRows
  let context: ReportContext
  let trials: Int
  let seed: UInt64
  let width: Int
  let palette: Palette
  private let shown: [Quantity]

  /// - Returns: nil for a run without capex by quarter.
  /// - Parameter width: as in `RunReport`.
  public init?(
    _ path: CoherentPath, context: ReportContext, trials: Int, seed: UInt64, width: Int?,
    palette: Palette
  ) {
    let wanted = ["cloudRevenue", "capexToRevenue", "freeCashFlow"]
    let shown = path.quantities.map(\.quantity).filter {
      $0.isByQuarter && (wanted.contains($0.name) || $0.style == .exchangeRate)
    }
    guard let rows = PathRows(path, context: context, names: shown.map(\.name)) else { return nil }
    self.path = path
    self.rows = rows
    self.context = context
    self.trials = trials
    self.seed = seed
    self.width = ReportWidth.used(width)
    self.palette = palette
    self.shown = shown
  }

  public var text: String { ReportWidth.joined([head, answer, table, others]) }

  private var label: QuantityLabel { QuantityLabel(context: context) }

  private var head: [String] {
    let head = ReportHead(
      scenario: context.scenario, origin: context.origin, asOf: context.asOf,
      overrides: context.overrides)
    let facts = [
      NumberText.trials(trials), "seed \(seed)", "stream \(context.streamVersion)",
      "capexsim \(EscapedText.of(context.programVersion))",
    ]
    return head.title("", width: width, palette: palette)
      + ReportHead.facts(head.originFacts + facts, width: width, palette: palette)
  }

  private var answer: [String] {
    let level = "P\(NumberText.short(path.level * 100))"
    let value = text(path.metric, path.value)
    let percentile = ValueText(
      style: path.metric.style, magnitude: path.value.magnitude, context: context)
    let followed = path.followed.map { EscapedText.of($0) }.joined(separator: ", ")
    return Paragraph.lines(
      "Trial \(path.trial) stands for \(level) of \(label.row(path.metric)): "
        + "\(value), where \(level) over all trials is \(percentile.quantile(path.percentile)). "
        + "Of the \(path.candidates) trials nearest to it in rank, its path of \(followed) is the "
        + "closest to their mean: at most "
        + "\("\(NumberText.fixed(path.farthest, decimals: 1)) standard deviations".unbroken) away "
        + "in any quarter. It is one future that could happen, and its quarters add up.",
      width: width, indent: "  ")
  }

  private func text(_ quantity: Quantity, _ x: Double) -> String {
    if quantity.style == .quarter { return ValueText.quarter(x, context: context) }
    let style = ValueText(style: quantity.style, magnitude: x.magnitude, context: context)
    return x.isFinite ? NumberText.fixed(x * style.scale, decimals: style.most) : ValueText.later
  }

  private var table: [String] {
    var columns = [
      TextTable.Column(title: "fiscal", alignment: .left),
      TextTable.Column(title: "calendar", alignment: .left), TextTable.Column(title: "capex"),
      TextTable.Column(title: "cumulative", importance: 20),
    ]
    for (i, quantity) in shown.enumerated() {
      columns.append(
        TextTable.Column(title: EscapedText.of(quantity.name), importance: 19 - i))
    }
    var body: [TextTable.Row] = []
    for (year, quarters) in rows.years {
      for (i, row) in quarters.enumerated() {
        let fiscal = i == 0 ? row.fiscal.description : "       Q\(row.fiscal.number)"
        body.append(
          TextTable.Row(
            cells: [
              fiscal, row.calendar.description, NumberText.whole(row.capex),
              NumberText.whole(row.cumulative),
            ] + zip(shown, row.values).map { cell($0, $1) }))
      }
      let sum = quarters.reduce(0) { $0 + $1.capex }
      body.append(
        TextTable.Row(
          cells: [
            "FY\(year)", quarters.count == 4 ? "total" : "\(quarters.count) of 4",
            NumberText.whole(sum), "",
          ] + shown.map { _ in "" }, ink: .total))
    }
    body.append(
      TextTable.Row(
        cells: ["all", "total", NumberText.whole(rows.total), ""] + shown.map { _ in "" },
        ink: .total))
    return TextTable(
      title: "Path, capex in \(EscapedText.of(context.currency)) mn, other amounts in bn",
      columns: columns, rows: body
    ).lines(width: width, palette: palette)
  }

  private func cell(_ quantity: Quantity, _ value: Double?) -> String {
    value.map { text(quantity, $0) } ?? ""
  }

  /// What else this world came to.
  private var others: [String] {
    let numbers = path.quantities.filter { item in
      !item.quantity.isByQuarter && item.quantity.style != .condition
        && label.fiscalYear(item.quantity.name, of: "capex") == nil
        && label.fiscalYear(item.quantity.name, of: "cloudRevenue") == nil
    }
    let rows = numbers.compactMap { item in
      item.values.first.map {
        TextTable.Row(cells: [label.row(item.quantity), text(item.quantity, $0)])
      }
    }
    return TextTable(
      title: "",
      columns: [
        TextTable.Column(title: "In this trial", alignment: .left, wrapsAt: 24),
        TextTable.Column(title: ""),
      ], rows: rows
    ).lines(width: width, palette: palette)
  }
}
