internal import PathAlgebra
internal import RiskAnalysis

/// Differences to the first run with their intervals around a line at zero: of numbers in standard
/// deviations, so that quantities of any unit share an axis, and of probabilities in points.
struct DifferenceCharts {
  let comparison: Comparison
  private var context: ReportContext { comparison.runs[0].context }
  private var label: QuantityLabel { QuantityLabel(context: context) }
  private var isPair: Bool { comparison.runs.count == 2 }
  private var names: [String] { comparison.names }
  private var rows: [(row: Comparison.Row, scale: Double)] {
    DifferenceRows(comparison).all.filter { !$0.row.isSame }
  }

  /// More rows than this are in the tables alone.
  private static let most = 40

  var all: [Chart] { [numbers, probabilities].compactMap { $0 } }

  private struct Item {
    let group: RowAxis.Group
    let differences: [PairedDifference]
    /// From a difference to the axis.
    let scale: Double
  }

  private var numbers: Chart? {
    let statistics: [ComparedStatistic] = isPair ? [.mean, .p50, .p90] : [.mean]
    let isNumber = { (row: Comparison.Row) in row.quantity.style != .condition }
    let drawn = DifferenceRows(comparison).drawn(most: DifferenceCharts.most) { row in
      isNumber(row) ? statistics.count * (names.count - 1) : 0
    }
    let items = drawn.compactMap { row, scale -> Item? in
      let deviation = row.periods.compactMap(\.standardDeviation).max() ?? 0
      guard deviation > 0 else { return nil }
      let compared = statistics.compactMap { row[$0] }
      let found = compared.flatMap { compared in
        compared.differences.enumerated().compactMap { run, difference in
          difference.map { (compared.statistic, run, $0) }
        }
      }
      return item(
        label.row(row.quantity),
        found.map { statistic, run, difference in
          (isPair ? statistic.rawValue : names[run + 1], difference, scale)
        }, scale: 1 / deviation)
    }
    return chart(
      "differences", title: isPair ? "Differences of numbers" : "Differences of means", items,
      unit: "standard deviations",
      reading:
        "\(isPair ? names[1] : "Each") less \(names[0]), in standard deviations of the scenario "
        + "that varies most.", left: rows.filter { isNumber($0.row) }.count - drawn.count)
  }

  private var probabilities: Chart? {
    let items = rows.flatMap { row, _ in
      row.statistics.compactMap { compared -> Item? in
        guard compared.statistic == .probability || compared.statistic == .never else { return nil }
        let name = label.name(row.quantity)
        let title =
          compared.statistic == .never ? "\(name): not by \(context.horizonEnd)" : name
        let found = compared.differences.enumerated().compactMap { run, difference in
          difference.map { difference in
            let cells = [compared.estimates[0], compared.estimates[run + 1]].map {
              ProbabilitySection.cell($0, most: 1)
            }
            return (
              isPair ? "\(cells[0]) → \(cells[1])" : names[run + 1], difference, 100.0
            )
          }
        }
        return item(title, found, scale: 100)
      }
    }
    return chart(
      "differences-probabilities", title: "Differences of probabilities", items,
      unit: "percentage points",
      reading: "\(isPair ? names[1] : "Each") less \(names[0]), in percentage points.")
  }

  private func item(
    _ heading: String, _ rows: [(name: String, difference: PairedDifference, shown: Double)],
    scale: Double
  ) -> Item? {
    let known = rows.filter { $0.difference.verdict != .same }
    guard !known.isEmpty else { return nil }
    return Item(
      group: RowAxis.Group(
        heading: heading,
        rows: known.map {
          RowAxis.Row(label: $0.name, text: verdict($0.difference, scale: $0.shown))
        }), differences: known.map(\.difference), scale: scale)
  }

  /// `+12.34 ± 0.05`, which is real by its sign, and `noise ± 0.4`.
  private func verdict(_ difference: PairedDifference, scale: Double) -> String {
    let cell = DifferenceText.cell(difference, scale: scale)
    return cell.hasPrefix("-") ? "\u{2212}" + cell.dropFirst() : cell
  }

  private func chart(
    _ name: String, title: String, _ items: [Item], unit: String, reading: String, left: Int = 0
  ) -> Chart? {
    let values = items.flatMap { item in item.differences.map { ($0, item.scale) } }
    let ends = values.flatMap { difference, scale in
      [difference.interval.low * scale, difference.interval.high * scale]
    }
    guard !items.isEmpty, let axis = NumberAxis(covering: ends, ticks: 4) else { return nil }
    let real = values.filter { $0.0.verdict == .real }.count
    return Chart(
      name: name, title: title,
      reading: reading
        + " The line is the 95 % interval; a ring is noise, a number with a sign is real."
        + (left == 0 ? "" : " \(left) more are in the tables."),
      description: "\(real) of \(values.count) are real.", horizontal: .numbers(axis),
      horizontalTitle: unit, vertical: .rows(RowAxis(groups: items.map(\.group))),
      verticalTitle: "",
      layers: [
        .intervals(
          Chart.Intervals(
            series: "difference", ink: .other,
            values: values.enumerated().map { row, value in
              let (difference, scale) = value
              return .init(
                row: row, low: difference.interval.low * scale, value: difference.value * scale,
                high: difference.interval.high * scale, isHollow: difference.verdict != .real)
            }))
      ],
      table: table(items, values, unit: unit))
  }

  private func table(
    _ items: [Item], _ values: [(PairedDifference, Double)], unit: String
  ) -> TextTable {
    let names = items.flatMap { item in item.group.rows.map { (item.group.heading, $0) } }
    return TextTable(
      title: "",
      columns: [
        TextTable.Column(title: "", alignment: .left, wrapsAt: 24),
        TextTable.Column(title: unit, alignment: .decimal),
        TextTable.Column(title: "difference", alignment: .right),
      ],
      rows: zip(names, values).map { name, value in
        TextTable.Row(cells: [
          "\(name.0), \(name.1.label)",
          NumberText.fixed(value.0.value * value.1, decimals: 3), name.1.text,
        ])
      })
  }
}
