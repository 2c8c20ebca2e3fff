import Foundation
import MonteCarlo
import PathAlgebra
@testable import Reporting
import RiskAnalysis
import SyntheticResults
import Testing

/// What the reports say of a precision that was asked for, and of percentiles without an interval.
@Suite struct PrecisionReportTests {
  private func answers(
    _ statistic: PrecisionTarget.Statistic, _ name: String, period: Int = 0,
    within tolerance: PrecisionTarget.Tolerance, subject: String, _ text: String,
    trials: Int = 2000
  ) throws -> Answers {
    var run = SyntheticRun()
    run.trials = trials
    let result = run.result
    let index = try #require(result.quantities.firstIndex { $0.quantity.name == name })
    let target = PrecisionTarget(
      statistic, quantity: index, period: period, within: tolerance, subject: subject,
      toleranceText: text)
    let attained = AttainedPrecision(target, result.quantities[index].summaries[period])
    return Answers(result, context: run.context, attained: [attained])
  }

  private func line(_ answers: Answers) -> String {
    let lines = RunReport(answers, width: 100, palette: .plain).text.split(separator: "\n")
    guard let title = lines.firstIndex(where: { $0.hasPrefix("Precision asked for") }) else {
      return ""
    }
    return lines[title + 1].split(separator: " ").joined(separator: " ")
  }

  @Test func reached() throws {
    let answers = try answers(
      .quantile(0.9), "totalCapex", within: .absolute(50), subject: "P90 totalCapex", "50bn CNY")
    let estimate = try #require(answers.precision.first?.estimate)
    let shown = line(answers)
    #expect(shown.hasPrefix("P90 totalCapex within 50bn CNY "), "got \(shown)")
    #expect(shown.contains("±") && shown.hasSuffix(" reached"), "got \(shown)")
    let csv = QuantitiesCSV(answers).text.split(separator: "\n").first { $0.hasPrefix("until,") }
    let cells = csv?.split(separator: ",", omittingEmptySubsequences: false).map(String.init) ?? []
    #expect(cells.count == 9 && cells[1] == "CNY bn" && cells[4] == "P90 totalCapex", "\(cells)")
    #expect(Double(cells[5]) == estimate.value && Double(cells[6]) == estimate.interval?.low)
    #expect(cells[8] == "within 50bn CNY: reached")
    let json = try JSONSerialization.jsonObject(with: Data(ResultJSON(answers).text.utf8))
    let asked = (json as? [String: Any])?["until"] as? [[String: Any]]
    #expect(asked?.first?["value"] as? Double == estimate.value)
    #expect(
      asked?.first?["reached"] as? Bool == true && asked?.first?["tolerance"] as? Double == 50)
  }

  @Test func notReached() throws {
    let answers = try answers(
      .mean, "capex", period: 2, within: .relative(1e-4), subject: "mean capex 2025Q4", "0.01%")
    let shown = line(answers)
    #expect(shown.contains("not reached: needs about "), "got \(shown)")
    let needed = try #require(answers.precision.first?.trialsNeeded)
    #expect(shown.contains(SupportedDigits.twoDigits(needed)), "got \(shown)")
    let csv = QuantitiesCSV(answers).text
    #expect(
      csv.contains("\nuntil,CNY bn,2025Q4,FY2026 Q3,mean capex 2025Q4,"), "\(csv.prefix(900))")
  }

  @Test func withoutAQuestionThereIsNoSection() {
    let answers = SyntheticRun.standard
    #expect(!RunReport(answers, width: 100, palette: .plain).text.contains("Precision"))
    #expect(!QuantitiesCSV(answers).text.contains("\nuntil"))
    #expect(!ResultJSON(answers).text.contains("\"until\""))
  }

  @Test(arguments: [(1, "1"), (94, "94"), (1234, "1,200"), (31_415_926, "31,000,000")])
  func countsWithTwoDigits(n: Int, text: String) { #expect(SupportedDigits.twoDigits(n) == text) }

  /// With 50 trials P5 and P95 have no interval, so they are no number anywhere.
  @Test func aPercentileWithoutAnIntervalIsNoNumber() throws {
    var run = SyntheticRun()
    run.trials = 50
    let answers = run.answers
    let csv = QuantitiesCSV(answers).text
    #expect(csv.contains("\ntotalCapex,CNY bn,,,P5,,,,needs at least 72 trials\n"), "\(csv)")
    #expect(
      csv.contains("\nwarning,,,,tooFewTrials,,,,\"P5 needs at least 72 trials for its interval"))
    let json = try JSONSerialization.jsonObject(with: Data(ResultJSON(answers).text.utf8))
    let quantities = try #require((json as? [String: Any])?["quantities"] as? [[String: Any]])
    let total = try #require(quantities.first { $0["name"] as? String == "totalCapex" })
    let tail = try #require(total["P5"] as? [String: Any])
    #expect(tail["value"] is NSNull && tail["lack"] as? String == "needs at least 72 trials")
    let median = try #require(total["P50"] as? [String: Any])
    #expect(median["value"] is Double && median["lack"] == nil)
  }

  /// The first trial and its quarter are in every form.
  @Test func theFirstUndefinedTrialIsNamed() {
    var run = SyntheticRun()
    run.trials = 400
    let whole = (0..<400).map { Double($0 % 100) }
    var bad = whole
    bad[17] = .nan
    run.extra = [SyntheticRun.quantity("x", quarters: [whole, bad])]
    let sentence = "x is undefined in 1 of 800 values; the first is trial 17 in 2025Q3."
    #expect(QuantitiesCSV(run.answers).text.contains("\nwarning,,,,undefined,,,,\(sentence)\n"))
    #expect(ResultJSON(run.answers).text.contains("\"\(sentence)\""))
    let text = RunReport(run.answers, width: 100, palette: .plain).text
    #expect(text.contains("warning: \(sentence)"), "\(text.prefix(900))")
  }
}
