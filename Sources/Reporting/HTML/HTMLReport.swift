public import RiskAnalysis

/// The report of `capexsim report`: one page that holds all it needs.
///
/// A section whose quantities the run does not have is left out. The page depends on the scenario,
/// seed and trials alone. Held by `HTMLReportTests` and `HostileNameTests`, and in a browser by
/// `Scripts/check-report`.
public struct HTMLReport: Sendable {
  let answers: Answers
  let assumptions: [AssumptionRow]
  let digest: String
  let command: [String]

  /// - Parameters:
  ///   - digest: SHA-256 of the assumptions.
  ///   - command: the arguments that give this report again, without the program's name.
  public init(
    _ answers: Answers, assumptions: [AssumptionRow], digest: String, command: [String]
  ) {
    self.answers = answers
    self.assumptions = assumptions
    self.digest = digest
    self.command = command
  }

  public var text: String {
    Page(
      title: EscapedText.of(answers.context.scenario), facts: ReportHead.facts(answers),
      summary: HeadlineSection(answers: answers).text,
      warnings: WarningSection(answers: answers).sentences, sections: sections
    ).text
  }

  private var sections: [Markup] {
    let charts = ReportCharts(answers)
    let probabilities = ProbabilitySection(answers: answers)
    let own = OwnMetricSection(answers: answers).tables
    let happened = HappenedSections(answers: answers, charts: charts)
    return [
      .table(PrecisionSection(answers: answers).table, name: "Precision"), happened.actuals,
      happened.change,
      Page.section(
        "spending",
        answers.quantity("cloudRevenue") == nil
          ? "Spending by quarter" : "Spending against revenue",
        [
          charts.history.isEmpty && charts.all.contains { !$0.key.isEmpty }
            ? Page.facts(ChartWords.fan) : .nothing,
          .figures(charts.spending),
          .table(ScheduleSection(answers: answers).table, name: "Schedule"),
        ]),
      Page.section("total", "The plan as a whole", [.figures(charts.total)]),
      Page.section("payback", "Payback", [.figures(charts.payback)]),
      Page.section("rates", "Exchange rate", [.figures(charts.rates)]),
      Page.section(
        "own", "The scenario's own metrics",
        [.figures(charts.own)] + own.map { .table($0, name: "Own metrics") }),
      Page.section(
        "numbers", "In numbers",
        [
          .table(DistributionSection(answers: answers).table, name: "Distributions"),
          .table(probabilities.table, name: "Probabilities"),
          .table(probabilities.quarterlyTable, name: "Probabilities by quarter"),
        ]),
      Page.section(
        "assumptions", "Assumptions",
        [AssumptionSection(rows: assumptions, overrides: answers.context.overrides).markup]),
      Page.section(
        "certificate", "How to get this page again",
        [
          CertificateSection(
            entries: Certificate.entries(answers) + [("digest", digest)], command: command
          ).markup
        ]),
    ]
  }
}
