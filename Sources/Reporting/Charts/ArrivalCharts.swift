internal import RiskAnalysis

/// The charts of when something comes.
struct ArrivalCharts {
  let answers: Answers
  private var context: ReportContext { answers.context }

  /// How likely spending is to reach the plan's total in each quarter.
  var crossing: Chart? {
    guard let arrival = answers.arrival("crossing") else { return nil }
    let late = FanCharts(answers: answers).lateQuarters
    let shares = late.map { arrival.during[$0 - 1].value * 100 }
    guard let vertical = NumberAxis(covering: shares), shares.contains(where: { $0 > 0 }) else {
      return nil
    }
    let axis = QuarterAxis(late, context: context)
    let total = QuantityLabel(context: context).planTotal
    let rest = [
      share(arrival.reached[late.upperBound - 1], less: arrival.reached.last).map {
        "\($0) % come after \(context.calendar(late.upperBound))"
      },
      answers.quantity("crossing")?.whole?.never.flatMap(ArrivalCharts.percent).map {
        "\($0) % not by \(context.horizonEnd)"
      },
    ].compactMap { $0 }
    return Chart(
      name: "crossing", title: "When spending reaches \(total)",
      reading: "Probability of each quarter, %"
        + (rest.isEmpty ? "." : "; \(rest.joined(separator: ", and "))."),
      description: likeliest(arrival, late), horizontal: .quarters(axis),
      vertical: .numbers(vertical),
      verticalTitle: "%",
      layers: [
        .bars(
          Chart.Bars(
            series: "probability", ink: .capex,
            bins: zip(late, shares).map { t, share in
              .init(low: Double(t) - 0.4, high: Double(t) + 0.4, value: share)
            }))
      ],
      table: TextTable(
        axis,
        columns: [
          TextTable.Column(title: "in it, %", alignment: .decimal),
          TextTable.Column(title: "by its end, %", alignment: .decimal),
        ],
        cells: { t in
          [arrival.during[t - 1], arrival.reached[t - 1]].map { ProbabilitySection.cell($0) }
        }))
  }

  private func likeliest(_ arrival: ArrivalCurve, _ quarters: ClosedRange<Int>) -> String {
    let best = quarters.max { arrival.during[$0 - 1].value < arrival.during[$1 - 1].value }
    guard let best, let share = ArrivalCharts.percent(arrival.during[best - 1]) else { return "" }
    return "The likeliest quarter is \(context.calendar(best)), with \(share) %."
  }

  /// How likely the plan is to be paid back by each quarter.
  var payback: Chart? {
    guard let arrival = answers.arrival("payback"), let last = arrival.reached.last,
      let vertical = NumberAxis(covering: arrival.reached.map { $0.value * 100 } + [50])
    else { return nil }
    // Payback is counted from the plan's end on.
    let from = min(max(1, context.plan.quarters), arrival.reached.count)
    let axis = QuarterAxis(from...arrival.reached.count, context: context)
    let line = Chart.Line(
      series: "paid back", ink: .revenue, isStepped: true,
      points: axis.quarters.map { (x: Double($0), y: arrival.reached[$0 - 1].value * 100) },
      label: ["paid back", ArrivalCharts.percent(last).map { "\($0) %" } ?? ""].filter {
        !$0.isEmpty
      })
    return Chart(
      name: "payback", title: "Probability that the plan is paid back",
      reading: "%, by the end of each quarter: cumulative incremental cash covers cumulative "
        + "incremental spending. Not before the plan ends.",
      description: "It rises to \(ArrivalCharts.percent(last) ?? NumberText.none) % by "
        + "\(context.horizonEnd).",
      horizontal: .quarters(axis), vertical: .numbers(vertical), verticalTitle: "%",
      layers: [.line(line)],
      table: yearly(arrival))
  }

  /// By year, at the end of each fiscal year and of the horizon.
  private func yearly(_ arrival: ArrivalCurve) -> TextTable {
    let from = max(1, context.plan.quarters)
    let ends = arrival.reached.indices.map { $0 + 1 }.filter {
      $0 >= from && context.fiscal($0).number == 4 || $0 == arrival.reached.count
    }
    return TextTable(
      title: "",
      columns: [
        TextTable.Column(title: "by", alignment: .left),
        TextTable.Column(title: "end of", alignment: .left),
        TextTable.Column(title: "paid back, %", alignment: .decimal),
        TextTable.Column(title: "95 % interval"),
      ],
      rows: ends.map { t in
        let fiscal = context.fiscal(t)
        return TextTable.Row(
          cells: [
            context.calendar(t).description,
            fiscal.number == 4 ? "FY\(fiscal.year)" : fiscal.description,
          ] + ProbabilitySection.cells(arrival.reached[t - 1]))
      })
  }

  private static func percent(_ estimate: Estimate) -> String? {
    let text = ProbabilitySection.cell(estimate, most: 1)
    return text == NumberText.none ? nil : text
  }

  /// What comes after a quarter and within the horizon; nil for nothing.
  private func share(_ before: Estimate, less last: Estimate?) -> String? {
    guard let last, last.value > before.value else { return nil }
    let hits = Int(((last.value - before.value) * Double(answers.trials)).rounded())
    return Estimate.share(hits, of: answers.trials).flatMap(ArrivalCharts.percent)
  }
}
