import RiskAnalysis
import Testing

@testable import Reporting

/// Waterfalls of what changed.
@Suite struct ChangeChartsTests {
  private var charts: [Chart] { ChangeCharts(SyntheticHistory.answers).all }

  /// Each step begins where the one before ends; the first begins at "before", the last ends at
  /// "now", to the unit.
  @Test func stepsAddUp() throws {
    #expect(charts.count == SyntheticHistory.change.measures.count)
    for (chart, measure) in zip(charts, SyntheticHistory.change.measures) {
      let found = chart.layers.compactMap { if case .spans(let spans) = $0 { spans } else { nil } }
      let spans = try #require(found.first)
      #expect(spans.isChained && spans.spans.map(\.row) == Array(0...5))
      for (one, next) in zip(spans.spans, spans.spans.dropFirst()) { #expect(one.to == next.from) }
      let scale = measure.statistic == .reachedByPlanEnd ? 0.002 : 1e-9
      #expect(spans.spans.first?.from == Double(measure.before) * scale)
      #expect(spans.spans.last?.to == Double(measure.after) * scale)
      let lengths = spans.spans.dropFirst().dropLast().map { $0.to - $0.from }
      for (length, share) in zip(lengths, measure.shares) {
        #expect(abs(length - Double(share) * scale) < 1e-9, "\(chart.name)")
      }
      // The table has them exactly.
      let exact = chart.table.rows.map {
        Int($0.cells[1].filter { $0.isNumber || $0 == "-" }) ?? .min
      }
      #expect(exact[1...4].reduce(exact[0], +) == exact[5], "\(exact)")
    }
  }

  @Test func rowsSayWhatTheyAre() throws {
    let rows = try #require(charts.first?.vertical.rows).rows
    #expect(
      rows.map(\.label) == ["before", "timing (slip)", "scope", "exchange rate", "model", "now"])
    #expect(rows.map(\.text) == ["392.92", "+0.30", "+4.18", "+0.01", "−1.17", "396.25"])
    #expect(
      charts.map(\.name) == [
        "change-totalCapex-CNY", "change-totalCapex-USD", "change-reachedByPlanEnd",
      ])
  }

  @Test func theSentenceHasTheCauses() {
    let section = ChangeSection(answers: SyntheticHistory.answers)
    #expect(
      section.summary(SyntheticHistory.change).withPlainSpaces
        == "Mean total capex rises by 3.33 to 396.25bn CNY: timing (slip) +0.30, scope +4.18, "
        + "exchange rate +0.01, model −1.17; 380bn reached by 2028Q1 falls by 11.7 to 46.9 % of "
        + "trials: timing (slip) +1.4, scope +1.2, exchange rate +0.1, model −14.4.")
    let still = ChangeText(SyntheticHistory.change.measures[1], of: SyntheticHistory.change)
    #expect(still.sentence.hasPrefix("mean total capex stays at "))
  }

  @Test func withoutASplitThereIsNoChart() {
    #expect(ChangeCharts(SyntheticHistory.made(nil)).all.isEmpty)
    let answers = SyntheticHistory.made(.failure(.viewsDiffer(key: "start")))
    #expect(ChangeCharts(answers).all.isEmpty)
    let page = ParsedMarkup(HTMLReportTests.report(answers).text)
    #expect(page.problem == nil && page.text.contains("No split of the change: the two views"))
  }

  /// The page has the sections, the sentence and the exact table.
  @Test func thePageSaysWhatTheTextSays() {
    let answers = SyntheticHistory.answers
    let page = ParsedMarkup(HTMLReportTests.report(answers).text)
    #expect(page.problem == nil)
    let text = RunReport(answers, width: 100, palette: .plain).text
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let section = ActualsSection(answers: answers)
    let actuals = answers.actuals.map { section.text($0) } ?? ""
    #expect(actuals.hasPrefix("Spent until 2025Q3: 70,177 million CNY."))
    for sentence in [
      actuals, ChangeSection(answers: answers).summary(SyntheticHistory.change).withPlainSpaces,
    ] {
      #expect(page.text.contains(sentence.withPlainSpaces), "\(sentence)")
      #expect(text.contains(sentence.withPlainSpaces), "\(sentence)")
    }
    for part in ["392,916,211,761", "-1,168,474,922", "Rows of figures.csv", "taken as capex"] {
      #expect(page.text.contains(part), "no \(part)")
    }
  }
}
