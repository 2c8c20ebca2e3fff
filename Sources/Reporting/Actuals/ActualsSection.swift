internal import CapexModel
internal import RiskAnalysis

/// What was spent against the schedule, what the rest must run at, when the total is reached, and
/// what became of each row of the file. Held by `ActualsSectionTests`.
struct ActualsSection {
  let answers: Answers
  private var context: ReportContext { answers.context }
  private var label: QuantityLabel { QuantityLabel(context: context) }

  func sections(width: Int, palette: Palette) -> [[String]] {
    guard let actuals = answers.actuals else { return [] }
    return [
      spending(actuals)?.lines(width: width, palette: palette) ?? [],
      Paragraph.lines(text(actuals), width: width, indent: "  "),
      crossing(actuals).lines(width: width, palette: palette),
    ] + rows(actuals).map { $0.lines(width: width, palette: palette) }
  }

  /// What was spent, what the rest must run at, and how likely the total is, in one paragraph.
  func text(_ actuals: ActualsAnswer) -> String { sentences(actuals).joined(separator: " ") }

  /// Of each table, what became of its rows.
  func rows(_ actuals: ActualsAnswer) -> [TextTable] { actuals.known.tables.map(rows) }

  /// Nil where nothing is known of spending.
  func spending(_ actuals: ActualsAnswer) -> TextTable? {
    actuals.known.phasing.map(spending)
  }

  private func spending(_ phasing: Phasing) -> TextTable {
    let schedule = context.plan.schedule.map { Int(($0 * 1000).rounded()) }
    let whole = NumberText.whole
    var rows = schedule.enumerated().map { place, scheduled in
      let isSpent = place < phasing.spent.count
      let current = phasing.millions[place]
      return TextTable.Row(cells: [
        context.fiscal(place + 1).description, context.calendar(place + 1).description,
        whole(scheduled), isSpent ? whole(current) : "", isSpent ? "" : whole(current),
        ActualsSection.signed(current - scheduled),
      ])
    }
    let sum = { (values: [Int]) in whole(values.reduce(0, +)) }
    rows.append(
      TextTable.Row(
        cells: [
          "plan", "total", sum(schedule), sum(phasing.spent), sum(phasing.planned),
          ActualsSection.signed(
            phasing.millions.reduce(0, +) - schedule.reduce(0, +)),
        ], ink: .total))
    return TextTable(
      title: "Actuals, \(label.currency) mn",
      columns: [
        TextTable.Column(title: "fiscal", alignment: .left),
        TextTable.Column(title: "calendar", alignment: .left),
        TextTable.Column(title: "schedule"), TextTable.Column(title: "spent"),
        TextTable.Column(title: phasing.rule.rawValue),
        TextTable.Column(title: "difference", importance: 10),
      ], rows: rows)
  }

  /// `+6,844`, `-165` and `0`.
  static func signed(_ n: Int) -> String { (n > 0 ? "+" : "") + NumberText.whole(n) }

  func sentences(_ actuals: ActualsAnswer) -> [String] {
    var sentences: [String] = []
    if let phasing = actuals.known.phasing {
      let spent = NumberText.whole(phasing.spent.reduce(0, +))
      sentences.append(
        "Spent until \(context.calendar(phasing.spent.count)): "
          + "\(spent) million \(label.currency).")
      if let needed = phasing.neededPerQuarter {
        sentences.append(
          "To reach \(label.planTotal) by \(context.planEnd) the rest must run at "
            + "\(NumberText.fixed(needed * 1000, decimals: 1)) million a quarter.")
      }
      sentences.append(
        "What remains is phased by \(phasing.rule.rawValue): "
          + "\(ActualsWording.rule(phasing.rule)). "
          + ActualsWording.total(actuals, mode: context.plan.mode))
    } else {
      sentences.append("Nothing is known of spending; it is simulated from the start.")
    }
    if let reached = actuals.reachedByPlanEnd {
      sentences.append(
        "Spending reaches \(label.planTotal) by \(context.planEnd) in "
          + "\(ProbabilitySection.cell(reached, most: 1)) % of the trials.")
    }
    return sentences + actuals.known.gaps.map(ActualsWording.gap)
  }

  /// A year past the plan each quarter has its row; what is rare at the ends stands together.
  func crossing(_ actuals: ActualsAnswer) -> TextTable {
    let all = actuals.crossing
    let trials = answers.quantity("crossing")?.whole.map { $0.trials - $0.undefined } ?? 0
    let low = all.firstIndex { $0.share.value >= 0.001 } ?? 0
    let high = max(low, all.firstIndex { $0.t > context.plan.quarters + 4 } ?? all.count)
    var rows = together(all[..<low], of: trials)
    rows += all[low..<high].map { (context.calendar($0.t).description, $0.share) }
    rows += together(all[high...], of: trials)
    if let never = actuals.neverReached, never.value > 0 {
      rows.append(("not by \(context.horizonEnd)", never))
    }
    return TextTable(
      title: "",
      columns: [
        TextTable.Column(title: "\(label.planTotal) reached in", alignment: .left),
        TextTable.Column(title: "% of trials", alignment: .decimal),
      ],
      rows: rows.map { TextTable.Row(cells: [$0.0, ProbabilitySection.cell($0.1, most: 2)]) })
  }

  private func together(
    _ quarters: ArraySlice<(t: Int, share: Estimate)>, of trials: Int
  ) -> [(String, Estimate)] {
    guard let first = quarters.first, let last = quarters.last else { return [] }
    let sum = quarters.reduce(0) { $0 + $1.share.value }
    let name = context.calendar(first.t).description
    let range = first.t == last.t ? name : "\(name) – \(context.calendar(last.t))"
    return Estimate.share(Int((sum * Double(trials)).rounded()), of: trials).map {
      [(range, $0)]
    } ?? []
  }

  /// Rows of one figure with the same fate, together.
  private func rows(_ table: (file: String, rows: [KnownRow])) -> TextTable {
    var groups: [(figure: String, use: RowUse, periods: [String])] = []
    for row in table.rows {
      if let place = groups.firstIndex(where: { $0.figure == row.figure && $0.use == row.use }) {
        groups[place].periods.append(row.period)
      } else {
        groups.append((row.figure, row.use, [row.period]))
      }
    }
    let figures = groups.reduce(into: [String]()) {
      if !$0.contains($1.figure) { $0.append($1.figure) }
    }
    let sorted = figures.flatMap { figure in groups.filter { $0.figure == figure } }
    return TextTable(
      title: "",
      columns: [
        TextTable.Column(
          title: "Rows of \(EscapedText.of(table.file))", alignment: .left, wrapsAt: 24),
        TextTable.Column(title: "rows"),
        TextTable.Column(title: "periods", alignment: .left, importance: 10),
      ],
      rows: sorted.map { group in
        let (first, last) = (group.periods.first ?? "", group.periods.last ?? "")
        return TextTable.Row(cells: [
          EscapedText.of("\(group.figure), \(ActualsWording.use(group.use))"),
          NumberText.whole(group.periods.count),
          EscapedText.of(first == last ? first : "\(first) – \(last)"),
        ])
      })
  }
}
