internal import RiskAnalysis

/// What has happened, and what changed against the view before; nothing for a scenario that knows
/// neither.
struct HappenedSections {
  let answers: Answers
  let charts: ReportCharts

  var actuals: Markup {
    guard let actuals = answers.actuals else { return .nothing }
    let section = ActualsSection(answers: answers)
    return Page.section(
      "actuals", "What has happened",
      [
        .element("p", [], .sentences(section.text(actuals))),
        charts.history.isEmpty ? .nothing : Page.facts(ChartWords.fan), .figures(charts.history),
        section.spending(actuals).map { .table($0, name: "Actuals") } ?? .nothing,
        .table(section.crossing(actuals), name: "When the total is reached"),
        .folded(
          "What became of each row of the tables",
          section.rows(actuals).map { .table($0, name: "Rows") }),
      ])
  }

  var change: Markup {
    let section = ChangeSection(answers: answers)
    switch answers.change {
    case nil: return .nothing
    case .failure: return Page.section("change", "What changed", [Page.facts(section.lack ?? "")])
    case .success(let change):
      return Page.section(
        "change", section.title(change),
        [
          .element("p", [], .sentences(section.summary(change))), .figures(charts.change),
          .table(section.table(change), name: "The change, exactly"),
          Page.facts(section.notes(change)),
        ])
    }
  }
}
