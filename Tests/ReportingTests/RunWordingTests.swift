import Foundation
import MonteCarlo
import PathAlgebra
@testable import Reporting
import RiskAnalysis
import SyntheticResults
import Testing

/// What the report says in the rarer cases.
@Suite struct RunWordingTests {
  private func text(_ run: SyntheticRun) -> String {
    RunReport(run.answers, width: 100, palette: .plain).text
  }

  /// A run of 400 trials with one quantity.
  private func alone(_ name: String, _ style: ValueStyle, _ value: (Int) -> Double) -> Answers {
    let run = SyntheticRun()
    let quantity = SyntheticRun.quantity(name, values: (0..<400).map(value), style: style)
    return Answers(
      SimulationResult(trials: 400, seed: run.seed, quantities: [quantity]), context: run.context)
  }

  private func report(_ answers: Answers) -> String {
    RunReport(answers, width: 100, palette: .plain).text
  }

  @Test(arguments: [(300, "in 75"), (400, "in 100")])
  func theShareThatNeverReachesTheTotal(never: Int, share: String) {
    let text = report(alone("crossing", .quarter) { $0 < never ? .infinity : 12 })
    let start = "Spending does not reach 380bn CNY by 2031Q1 \(share)"
    #expect(text.contains(start) && text.contains("% of the trials."), "got \(text)")
  }

  /// 180 trials of 400 finish on time and 20 a quarter later: P50 is 1, P75 and P95 are later.
  @Test func slipPastTheHorizon() throws {
    let answers = alone("slip", .count) { $0 < 180 ? 0 : $0 < 220 ? 1 : .infinity }
    let text = report(answers)
    let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("quarters of slip") })
    let cells = row.split(separator: " ").map(String.init)
    #expect(
      cells[3...].prefix(5) == ["0", "0", "1", "later", "later"]
        && row.contains("not by 2031Q1: 45 %"), "got \(row)")
    #expect(!text.contains("warning"), "got \(text)")

    let csv = QuantitiesCSV(answers).text
    #expect(csv.contains("\nslip,,,,never,0.45,") && csv.contains("\nslip,,,,P95,,,,\n"), "\(csv)")
    #expect(!csv.contains("slip,,,,mean"), "\(csv)")
    let json = try JSONSerialization.jsonObject(with: Data(ResultJSON(answers).text.utf8))
    let quantities = try #require((json as? [String: Any])?["quantities"] as? [[String: Any]])
    let slip = try #require(quantities.first)
    #expect((slip["P95"] as? [String: Any])?["value"] is NSNull)
    #expect((slip["never"] as? [String: Any])?["value"] as? Double == 0.45)
  }

  @Test func skewnessIsToldOfWhatThePageShows() {
    let shown = report(alone("npv", .amount) { $0 == 0 ? 1 : 0 })
    #expect(
      shown.contains("warning: net present value to 2031Q1 at 10 %"), "got \(shown)")
    let hidden = alone("capex.FY2026", .amount) { $0 == 0 ? 1 : 0 }
    #expect(!hidden.warnings.isEmpty)
    #expect(!report(hidden).contains("warning"), "got \(report(hidden))")
  }

  @Test func oneTrial() {
    var run = SyntheticRun()
    run.trials = 1
    #expect(text(run).contains("1 trial ·") && !text(run).contains("1 trials"), "\(text(run))")
  }

  @Test(arguments: [(71, false), (72, true)])
  func picturesNeedTheTrialsThatPercentilesNeed(trials: Int, isDrawn: Bool) {
    var run = SyntheticRun()
    run.trials = trials
    #expect(text(run).contains("┤") == isDrawn, "\(text(run))")
  }

  @Test func completionIsOfTheTrialsTotalWhereItIsRevised() {
    var run = SyntheticRun()
    #expect(text(run).contains("the trial's total spent by 2028Q1"), "\(text(run))")
    run.mode = .pace
    #expect(text(run).contains("plan complete by 2028Q1"), "\(text(run))")
  }

  @Test func aQuarterOfNothing() throws {
    var run = SyntheticRun()
    run.trials = 100
    var context = run.context
    context.plan.schedule[1] = 0
    let text = report(Answers(run.result, context: context))
    let row = try #require(text.split(separator: "\n").first { $0.contains(" 2025Q3 ") })
    #expect(row.split(separator: " ")[2] == "0", "got \(row)")
  }
}
