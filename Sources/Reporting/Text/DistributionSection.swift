internal import PathAlgebra
internal import RiskAnalysis

/// The numbers by trial: percentiles, and the mean with the half width of its interval.
struct DistributionSection {
  let answers: Answers
  private var context: ReportContext { answers.context }

  func lines(width: Int, palette: Palette) -> [String] {
    table.lines(width: width, palette: palette)
  }

  var table: TextTable {
    let label = QuantityLabel(context: context)
    let rows = shown.compactMap { statistics in
      statistics.whole.map { row(label.row(statistics.quantity), $0, statistics.quantity.style) }
    }
    return table("Distributions", rows)
  }

  /// A table of percentiles and means under a title of its own.
  func table(_ title: String, _ rows: [TextTable.Row]) -> TextTable {
    let edges: [Percentile: Int] = [.p25: 10, .p75: 10, .p5: 20, .p95: 20]
    var columns = [
      TextTable.Column(title: title, alignment: .left, wrapsAt: 24)
    ]
    columns += Percentile.allCases.map {
      TextTable.Column(title: $0.name, importance: edges[$0] ?? TextTable.Column.always)
    }
    columns.append(TextTable.Column(title: "mean ± 95 %"))
    return TextTable(title: "", columns: columns, rows: rows)
  }

  func row(_ label: String, _ period: PeriodStatistics, _ style: ValueStyle) -> TextTable.Row {
    let style = ValueText(
      style: style, magnitude: ValueText.magnitude(of: period.quantiles), context: context)
    let quantiles = Percentile.allCases.map { style.quantile(period[$0]) }
    return TextTable.Row(cells: [label] + quantiles + [mean(period, style)])
  }

  /// A quarter has no mean, nor has a count that some trials do not finish: the share of trials in
  /// which it never comes stands in its place.
  private func mean(_ whole: PeriodStatistics, _ style: ValueText) -> String {
    guard style.style == .quarter || whole.never != nil else {
      let exact = style.style == .count ? 0 : style.most
      return SupportedDigits.textWithError(whole.mean, scale: style.scale, exact: exact)
    }
    guard let never = whole.never, never.value > 0 else { return "" }
    return "not by \(context.horizonEnd): \(SupportedDigits.text(never, most: 1, scale: 100)) %"
  }

  /// Capex by fiscal year is in the schedule, and fiscal years after the plan's last one are for
  /// the files, not for the page.
  var shown: [QuantityStatistics] {
    let last = context.fiscal(max(1, context.plan.quarters)).year
    let label = QuantityLabel(context: context)
    return QuantityLabel.ordered(answers.distributions).filter { statistics in
      if label.fiscalYear(statistics.name, of: "capex") != nil { return false }
      let year = label.fiscalYear(statistics.name, of: "cloudRevenue")
      return year.flatMap { Int($0.dropFirst(2)) }.map { $0 <= last } ?? true
    }
  }
}
