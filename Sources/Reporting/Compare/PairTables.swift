internal import PathAlgebra
internal import RiskAnalysis

/// Two runs: one table of numbers and one of probabilities, with a row a quantity.
struct PairTables {
  let comparison: Comparison

  var tables: [TextTable] {
    let rows = comparison.rows.filter { !$0.isSame }
    let numbers = rows.filter { $0.quantity.style != .condition }
    let conditions = rows.filter { $0.quantity.style == .condition }
    let sides = ["first", "second"]
    let difference = "second less first"
    let settled = TextTable.Column(title: "settled by", group: "trials", importance: 10)
    let counted = numbers.filter { row in
      row.statistics.contains { $0.statistic != .never && $0.differences[0] != nil }
    }
    return [
      TextTable(
        title: "",
        columns: [TextTable.Column(title: "Numbers", alignment: .left, wrapsAt: 22)]
          + sides.map { TextTable.Column(title: $0, group: "P50", importance: 20) }
          + ["mean", "P50", "P90"].map { TextTable.Column(title: $0, group: difference) }
          + [settled],
        rows: counted.map(numberRow)),
      TextTable(
        title: "",
        columns: [TextTable.Column(title: "Probabilities, %", alignment: .left, wrapsAt: 22)]
          + sides.map { TextTable.Column(title: $0, alignment: .decimal) }
          + [TextTable.Column(title: difference), settled],
        rows: conditions.map(probabilityRow) + numbers.compactMap(neverRow)),
    ]
  }

  private var label: QuantityLabel { QuantityLabel(context: comparison.runs[0].context) }

  private func numberRow(_ row: Comparison.Row) -> TextTable.Row {
    let medians = zip(comparison.runs, row.periods).map { run, period in
      text(row, period, run.context).quantile(period[.p50])
    }
    let scale = text(row, row.periods[0], comparison.runs[0].context).scale
    let cells = [ComparedStatistic.mean, .p50, .p90].map { statistic in
      DifferenceText.cell(row[statistic]?.differences[0], scale: scale)
    }
    let open = row.statistics.filter { $0.statistic != .never }.map { $0.differences[0] }
    return TextTable.Row(
      cells: [label.row(row.quantity)] + medians + cells + [DifferenceText.trialsToSettle(open)])
  }

  private func text(
    _ row: Comparison.Row, _ period: PeriodStatistics, _ context: ReportContext
  ) -> ValueText {
    ValueText(
      style: row.quantity.style, magnitude: ValueText.magnitude(of: period.quantiles),
      context: context)
  }

  private func probabilityRow(_ row: Comparison.Row) -> TextTable.Row {
    cells(label.name(row.quantity), row[.probability])
  }

  /// Of a quarter that some trials do not reach.
  private func neverRow(_ row: Comparison.Row) -> TextTable.Row? {
    guard let never = row[.never], never.estimates.contains(where: { ($0?.value ?? 0) > 0 }) else {
      return nil
    }
    let end = comparison.runs[0].context.horizonEnd
    return cells("\(label.name(row.quantity)): not by \(end)", never)
  }

  private func cells(_ label: String, _ compared: Comparison.Compared?) -> TextTable.Row {
    TextTable.Row(
      cells: [label] + (compared?.estimates ?? []).map { ProbabilitySection.cell($0) }
        + [
          DifferenceText.cell(compared?.differences[0], scale: 100),
          DifferenceText.trialsToSettle(compared?.differences ?? []),
        ])
  }
}

extension Comparison.Row {
  subscript(_ statistic: ComparedStatistic) -> Comparison.Compared? {
    statistics.first { $0.statistic == statistic }
  }
}
