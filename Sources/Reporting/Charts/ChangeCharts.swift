internal import RiskAnalysis

/// What changed against the view before, a waterfall a measure: from before, through each cause, to
/// now. Held by `ChangeChartsTests`.
struct ChangeCharts {
  private let change: ChangeSplit?

  init(_ answers: Answers) {
    if case .success(let change)? = answers.change { self.change = change } else { change = nil }
  }

  var all: [Chart] {
    change.map { change in change.measures.compactMap { chart($0, change) } } ?? []
  }

  private func chart(_ measure: ChangeSplit.Measure, _ change: ChangeSplit) -> Chart? {
    let text = ChangeText(measure, of: change)
    let scale = text.scale
    // Running sums in whole units, so that the last step ends where "now" stands.
    var ends = [measure.before]
    for share in measure.shares { ends.append((ends.last ?? 0) + share) }
    let values = ends.map { Double($0) * scale }
    guard let axis = NumberAxis(covering: values, ticks: 4, includesZero: false) else { return nil }
    let names = ChangeCause.allCases.map(ActualsWording.name)
    let rows =
      [RowAxis.Row(label: "before", text: text.before, isStrong: true)]
      + zip(names, text.shares).map { RowAxis.Row(label: $0, text: $1) }
      + [RowAxis.Row(label: "now", text: text.now, isStrong: true)]
    let steps = measure.shares.indices.map { i in
      Chart.Spans.Span(
        row: i + 1, from: values[i], to: values[i + 1], shade: measure.shares[i] < 0 ? 3 : 0)
    }
    let last = rows.count - 1
    // The totals are places and no lengths, since the axis does not begin at zero.
    let totals = [(0, values[0]), (last, values[values.count - 1])].map { row, value in
      Chart.Intervals.Value(row: row, low: value, value: value, high: value)
    }
    let anchors = [0, last].map { row in
      let value = row == 0 ? values[0] : values[values.count - 1]
      return Chart.Spans.Span(row: row, from: value, to: value)
    }
    return Chart(
      name: text.fileName, title: text.title, reading: text.unit,
      description: text.sentence + ".", horizontal: .numbers(axis),
      vertical: .rows(RowAxis(groups: [.init(heading: "", rows: rows)])), verticalTitle: "",
      layers: [
        .spans(
          Chart.Spans(
            series: "change", ink: .capex, spans: [anchors[0]] + steps + [anchors[1]],
            isChained: true)),
        .intervals(Chart.Intervals(series: "mean", ink: .capex, values: totals)),
      ],
      table: TextTable(
        title: "",
        columns: [
          TextTable.Column(title: "", alignment: .left),
          TextTable.Column(title: text.exactUnit, alignment: .right),
        ],
        rows: zip(["before"] + names + ["now"], text.exact).enumerated().map { i, row in
          TextTable.Row(cells: [row.0, row.1], ink: i == last ? .total : nil)
        }), isHalf: true)
  }
}
