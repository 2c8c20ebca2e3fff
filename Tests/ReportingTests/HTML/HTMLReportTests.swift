import Foundation
import MonteCarlo
@testable import Reporting
import RiskAnalysis
import SyntheticResults
import Testing

@Suite struct HTMLReportTests {
  static let assumptions = [
    AssumptionRow(
      path: "plan.total", meaning: "What the plan spends in all.", value: "380bn CNY",
      source: "seeds/articles.csv#plan-total", note: "at least"),
    AssumptionRow(
      path: "plan.mode", meaning: "", value: "revised", source: nil, note: nil),
  ]

  static func report(_ answers: Answers) -> HTMLReport {
    HTMLReport(
      answers, assumptions: assumptions, digest: "0123abcd",
      command: ["report", "alibaba-380b", "--trials", "2000"])
  }

  @Test func thePageIsWholeAndLoadsNothing() throws {
    let answers = SyntheticRun.standard
    let text = HTMLReportTests.report(answers).text
    #expect(text == HTMLReportTests.report(answers).text)
    #expect(text.utf8.count < 300_000, "\(text.utf8.count) bytes")
    let page = ParsedMarkup(text)
    #expect(page.problem == nil)
    for name in ["script", "img", "link", "iframe", "object", "form", "base"] {
      #expect(page.named(name).isEmpty, "there is <\(name)>")
    }
    for element in page.elements {
      for name in element.attributes.keys {
        #expect(!["src", "href", "xlink:href", "action"].contains(name), "\(element)")
        #expect(!name.hasPrefix("on"), "\(element)")
      }
    }
    #expect(!text.contains("http://") && !text.contains("https://") && !text.contains("url("))
    #expect(!text.contains("@import"))
    let policy = page.named("meta").first { $0.attributes["http-equiv"] != nil }
    #expect(policy?.attributes["content"]?.hasPrefix("default-src 'none'") == true)
  }

  @Test func everyChartHasATitleADescriptionAndItsNumbers() {
    let page = ParsedMarkup(HTMLReportTests.report(SyntheticRun.standard).text)
    let charts = ReportCharts(SyntheticRun.standard).all
    let figures = page.named("figure").compactMap { $0.attributes["id"] }
    #expect(figures == charts.map(\.name))
    #expect(page.named("details").count == charts.count)
    let drawings = page.named("svg")
    #expect(drawings.count == charts.reduce(0) { $0 + ($1.isHalf ? 1 : 2) })
    let identifiers = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(identifiers).count == identifiers.count, "an id is there twice")
    for drawing in drawings {
      let names = drawing.attributes["aria-labelledby"]?.split(separator: " ") ?? []
      #expect(names.count == 2 && drawing.attributes["role"] == "img")
      for name in names {
        let named = page.elements.first { $0.attributes["id"] == String(name) }
        #expect(named.map { !$0.text.isEmpty } == true, "\(name)")
      }
    }
  }

  @Test func thePageSaysWhatTheTextSays() {
    let answers = SyntheticRun.standard
    let page = ParsedMarkup(HTMLReportTests.report(answers).text)
    let summary = HeadlineSection(answers: answers).text.withPlainSpaces
    #expect(summary.contains("In 2025Q2 capex of ") && summary.contains(" of cloud revenue in FY"))
    #expect(page.text.contains(summary))
    for part in [
      "capexsim report alibaba-380b --trials 2000", "0123abcd", "seeds/articles.csv#plan-total",
      "at least", "2,000 trials · seed 20250224", "Schedule, CNY bn",
    ] {
      #expect(page.text.contains(part), "no \(part)")
    }
    for word in ["nan", "inf", "Optional"] {
      #expect(!page.named("td").contains { $0.text == word }, "\(word)")
    }
  }

  @Test func sectionsWithoutQuantitiesAreLeftOut() {
    var run = SyntheticRun()
    run.trials = 200
    run.kept = ["npv"]
    let page = ParsedMarkup(HTMLReportTests.report(run.answers).text)
    #expect(page.problem == nil)
    #expect(page.named("figure").isEmpty)
    #expect(
      page.named("h2").map(\.text) == [
        "Spending by quarter", "In numbers", "Assumptions", "How to get this page again",
      ])
  }

  @Test func everySingleQuantityAlone() {
    var run = SyntheticRun()
    run.trials = 200
    let all = run.result
    for quantity in all.quantities {
      let alone = SimulationResult(trials: all.trials, seed: all.seed, quantities: [quantity])
      let page = ParsedMarkup(HTMLReportTests.report(Answers(alone, context: run.context)).text)
      #expect(page.problem == nil, "\(quantity.quantity.name): \(page.problem ?? "")")
    }
  }
}
