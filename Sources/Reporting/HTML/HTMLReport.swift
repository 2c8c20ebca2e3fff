public import RiskAnalysis

/// The report of `capexsim report`: one page that holds all it needs, for screens, phones and
/// paper, on light and on dark ground. No script and nothing from outside.
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
    Markup.page(
      .element(
        "html", [Markup.Attribute("lang", "en")], .lines([head, .element("body", [], body)]))
    ).source
  }

  private var context: ReportContext { answers.context }
  private var title: String { EscapedText.of(context.scenario) }

  private var head: Markup {
    func meta(_ name: String, _ content: String) -> Markup {
      .empty("meta", [Markup.Attribute("name", name), Markup.Attribute("content", content)])
    }
    return .element(
      "head", [],
      .lines([
        .empty("meta", [Markup.Attribute("charset", "utf-8")]),
        // Whatever this page holds, a browser loads nothing and runs nothing.
        .empty(
          "meta",
          [
            Markup.Attribute("http-equiv", "Content-Security-Policy"),
            Markup.Attribute("content", "default-src 'none'; style-src 'unsafe-inline'"),
          ]),
        meta("viewport", "width=device-width, initial-scale=1"), meta("color-scheme", "light dark"),
        .element("title", [], .text(title)), .styleSheet(PageStyle.rules + ChartStyle.rules),
      ]))
  }

  private var body: Markup {
    let charts = ReportCharts(answers)
    let probabilities = ProbabilitySection(answers: answers)
    let own = OwnMetricSection(answers: answers).tables
    let sections = [
      section(
        "spending",
        answers.quantity("cloudRevenue") == nil
          ? "Spending by quarter" : "Spending against revenue",
        [
          charts.all.first { !$0.key.isEmpty }.map {
            .element("p", [Markup.Attribute("class", "facts")], .sentences($0.key))
          } ?? .nothing, .figures(charts.spending),
          .table(ScheduleSection(answers: answers).table, name: "Schedule"),
        ]),
      section("total", "The plan as a whole", [.figures(charts.total)]),
      section("payback", "Payback", [.figures(charts.payback)]),
      section("rates", "Exchange rate", [.figures(charts.rates)]),
      section(
        "own", "The scenario's own metrics",
        [.figures(charts.own)] + own.map { .table($0, name: "Own metrics") }),
      section(
        "numbers", "In numbers",
        [
          .table(DistributionSection(answers: answers).table, name: "Distributions"),
          .table(probabilities.table, name: "Probabilities"),
          .table(probabilities.quarterlyTable, name: "Probabilities by quarter"),
        ]),
      section(
        "assumptions", "Assumptions",
        [AssumptionSection(rows: assumptions, overrides: context.overrides).markup]),
      section(
        "certificate", "How to get this page again",
        [CertificateSection(answers: answers, digest: digest, command: command).markup]),
    ]
    return .element("main", [], .lines([opening] + sections))
  }

  private var opening: Markup {
    let facts = ReportHead.facts(answers)
    let summary = HeadlineSection(answers: answers).text
    let warnings = WarningSection(answers: answers).sentences.map {
      Markup.element("p", [Markup.Attribute("class", "warning")], .sentences("Warning: \($0)"))
    }
    return .lines(
      [
        .element(
          "header", [], .element("h1", [], .isolated(title)),
          .element("p", [Markup.Attribute("class", "facts")], .text(facts))),
        summary.isEmpty
          ? .nothing
          : .element("p", [Markup.Attribute("class", "summary")], .sentences(summary)),
      ] + warnings + [.table(PrecisionSection(answers: answers).table, name: "Precision")])
  }

  /// Nothing where it would be empty.
  private func section(_ identifier: String, _ title: String, _ parts: [Markup]) -> Markup {
    let filled = parts.filter { !$0.source.isEmpty }
    guard !filled.isEmpty else { return .nothing }
    return .element(
      "section", [Markup.Attribute("aria-labelledby", "h-\(identifier)")],
      .lines(
        [.element("h2", [Markup.Attribute("id", "h-\(identifier)")], .text(title))] + filled))
  }
}
