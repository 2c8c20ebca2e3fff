internal import RiskAnalysis

/// How probable each place is for each of three runs or more: a bar a run, cut by place, the first
/// at the left and strongest.
struct PlaceChart {
  let comparison: Comparison

  /// More rows than this are in the tables alone.
  static let most = 36

  /// By size: an early quarter or a small count is no victory.
  static func ranks(_ row: Comparison.Row) -> Bool {
    row.ranks != nil && ![.quarter, .count].contains(row.quantity.style)
  }

  var chart: Chart? {
    guard comparison.runs.count > 2, let axis = NumberAxis(covering: [0, 100]) else { return nil }
    let label = QuantityLabel(context: comparison.runs[0].context)
    let names = comparison.names
    let all = DifferenceRows(comparison)
    let shown = all.ranked
    let left = all.all.filter { PlaceChart.ranks($0.row) && !$0.row.isSame }.count - shown.count
    guard !shown.isEmpty else { return nil }
    var spans: [Chart.Spans.Span] = []
    var rows: [TextTable.Row] = []
    var row = 0
    for item in shown {
      for (run, shares) in (item.ranks?.probabilities ?? []).enumerated() {
        var from = 0.0
        for (place, share) in shares.enumerated() where share > 0 {
          let to = min(100, from + share * 100)
          spans.append(
            .init(
              row: row, from: from, to: to, shade: place,
              label: "\(PlaceChart.ordinal(place + 1)) "
                + "\(NumberText.fixed(share * 100, decimals: 0)) %"))
          from = to
        }
        rows.append(
          TextTable.Row(
            cells: ["\(label.name(item.quantity)), \(names[run])"]
              + shares.map { NumberText.fixed($0 * 100, decimals: 1) }))
        row += 1
      }
    }
    return Chart(
      name: "places", title: "Who is the largest",
      reading: "Probability of each place by size, %: the first at the left and strongest."
        + (left == 0 ? "" : " \(left) more quantities are in the tables."),
      description: VerdictText(comparison).summary, horizontal: .numbers(axis),
      horizontalTitle: "%",
      vertical: .rows(
        RowAxis(
          groups: shown.map { item in
            RowAxis.Group(
              heading: label.row(item.quantity), rows: names.map { RowAxis.Row(label: $0) })
          })), verticalTitle: "",
      layers: [.spans(Chart.Spans(series: "place", ink: .revenue, spans: spans))],
      table: TextTable(
        title: "",
        columns: [TextTable.Column(title: "Place, %", alignment: .left, wrapsAt: 24)]
          + names.indices.map {
            TextTable.Column(title: PlaceChart.ordinal($0 + 1), alignment: .decimal)
          }, rows: rows))
  }

  /// `1st`, `2nd`, `11th`, `23rd`.
  static func ordinal(_ n: Int) -> String {
    let ending =
      (11...13).contains(n % 100) ? "th" : [1: "st", 2: "nd", 3: "rd"][n % 10] ?? "th"
    return "\(n)\(ending)"
  }
}
