internal import PathAlgebra
internal import RiskAnalysis

/// The quantities of a comparison in the order of a page, with the scale of their differences.
struct DifferenceRows {
  let all: [(row: Comparison.Row, scale: Double)]
  private let context: ReportContext
  private let runs: Int

  /// Those of which the places by size are drawn.
  var ranked: [Comparison.Row] {
    drawn(most: PlaceChart.most) { PlaceChart.ranks($0) ? runs : 0 }.map(\.row)
  }

  /// What differs, for a picture of so many rows at most: fiscal years after the plan's last go
  /// first, then what stands last.
  ///
  /// - Parameter rows: how many a quantity takes.
  func drawn(most: Int, rows: (Comparison.Row) -> Int) -> [(row: Comparison.Row, scale: Double)] {
    let label = QuantityLabel(context: context)
    let last = context.fiscal(max(1, context.plan.quarters)).year
    var drawn = all.filter { !$0.row.isSame && rows($0.row) > 0 }
    func count() -> Int { drawn.reduce(0) { $0 + rows($1.row) } }
    if count() > most {
      drawn.removeAll { item in
        ["capex", "cloudRevenue"].contains { base in
          label.fiscalYear(item.row.quantity.name, of: base).flatMap { Int($0.dropFirst(2)) }
            .map { $0 > last } ?? false
        }
      }
    }
    while count() > most, drawn.count > 1 { drawn.removeLast() }
    return drawn
  }

  init(_ comparison: Comparison) {
    let context = comparison.runs[0].context
    self.context = context
    runs = comparison.runs.count
    all = QuantityLabel.ordered(comparison.rows, name: \.quantity.name).map { row in
      (row, ValueText(style: row.quantity.style, magnitude: 0, context: context).scale)
    }
  }
}
