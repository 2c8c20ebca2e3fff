internal import PathAlgebra
internal import RiskAnalysis

/// Every quantity of a run, with all that the CSV has of it: numbers by quarter, numbers once a
/// trial, and conditions.
struct StatisticSheets {
  let answers: Answers
  private var context: ReportContext { answers.context }

  private static let name = [Workbook.Column("quantity", width: 24)]
  private static let time = [
    Workbook.Column("calendar", width: 10), Workbook.Column("fiscal", width: 11),
  ]
  private static let meaning = [
    Workbook.Column("unit", width: 10), Workbook.Column("what it is", width: 44),
  ]

  /// Quantiles by quarter.
  var quarters: Workbook.Sheet {
    sheet(
      "Quarters", answers.quantities.filter { isNumber($0) && $0.quantity.isByQuarter },
      hasQuarters: true)
  }

  var metrics: Workbook.Sheet {
    sheet(
      "Metrics",
      QuantityLabel.ordered(answers.quantities.filter { isNumber($0) && !$0.quantity.isByQuarter }),
      hasQuarters: false)
  }

  /// Those once a trial, then those by quarter.
  var probabilities: Workbook.Sheet {
    let conditions = answers.quantities.filter { !isNumber($0) }
    return sheet(
      "Probabilities",
      QuantityLabel.ordered(conditions.filter { !$0.quantity.isByQuarter })
        + QuantityLabel.ordered(conditions.filter(\.quantity.isByQuarter)),
      hasQuarters: true)
  }

  private func isNumber(_ statistics: QuantityStatistics) -> Bool {
    statistics.quantity.style != .condition
  }

  private func sheet(
    _ name: String, _ quantities: [QuantityStatistics], hasQuarters: Bool
  ) -> Workbook.Sheet {
    let first = StatisticSheets.name + (hasQuarters ? StatisticSheets.time : [])
    let table = StatisticTable(
      labels: first + StatisticSheets.meaning,
      lines: quantities.flatMap { lines($0, hasQuarters: hasQuarters) }, context: context)
    return Workbook.Sheet(
      name: name, columns: table.columns, rows: table.rows, frozenColumns: first.count)
  }

  private func lines(
    _ statistics: QuantityStatistics, hasQuarters: Bool
  ) -> [StatisticTable.Line] {
    let quantity = statistics.quantity
    let style = ValueText(
      style: quantity.style,
      magnitude: ValueText.magnitude(of: statistics.periods.flatMap(\.quantiles)),
      context: context)
    let meaning = QuantityLabel(context: context).name(quantity).withPlainSpaces
    return statistics.periods.enumerated().map { place, period in
      StatisticTable.Line(
        labels: [.text(quantity.name)] + (hasQuarters ? time(quantity, place) : [])
          + [.text(quantity.unit.description), .text(meaning)],
        statistics: StatisticRow.all(period, quantity: quantity), style: style)
    }
  }

  /// Empty for what is one number a trial.
  private func time(_ quantity: Quantity, _ place: Int) -> [Workbook.Cell] {
    guard quantity.isByQuarter else { return [.empty, .empty] }
    let t = quantity.firstQuarter + place
    return [.text(context.calendar(t).description), .text(context.fiscal(t).description)]
  }
}
