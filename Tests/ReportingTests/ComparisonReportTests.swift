import MonteCarlo
import RiskAnalysis
import SyntheticResults
import Testing

@testable import Reporting

@Suite struct ComparisonReportTests {
  private static func side(_ name: String, seed: UInt64, total: Double = 1) -> ComparedRun {
    var run = SyntheticRun()
    run.seed = seed
    let result = run.result
    let moved = result.quantities.map { simulated in
      guard simulated.quantity.name == "totalCapex", total != 1 else { return simulated }
      return SyntheticRun.like(simulated, values: simulated.retained.map { $0 * total })
    }
    return ComparedRun(
      name: name, context: run.context,
      result: SimulationResult(trials: result.trials, seed: seed, quantities: moved))
  }

  private static func report(_ runs: [ComparedRun], width: Int = 100) -> String {
    let changes = AssumptionChanges(
      runs.indices.map {
        [row("plan.total", "\(380 + 20 * $0)bn CNY"), row("plan.mode", "kept")]
      })
    return ComparisonReport(Comparison(runs), changes: changes, width: width, palette: .plain).text
  }

  private static func row(_ path: String, _ value: String) -> AssumptionRow {
    AssumptionRow(path: path, meaning: "", value: value, source: nil, note: nil)
  }

  @Test(arguments: [60, 100]) func golden(width: Int) throws {
    let text = Self.report(
      [Self.side("base", seed: 1), Self.side("dearer", seed: 1, total: 1.05)], width: width)
    try Golden.expect(text, "comparison-\(width).txt")
  }

  @Test func threeRunsHavePlaces() throws {
    let text = Self.report([
      Self.side("base", seed: 1), Self.side("dearer", seed: 1, total: 1.05),
      Self.side("other", seed: 2),
    ])
    try Golden.expect(text, "comparison-three.txt")
  }

  @Test func onlyWhatDiffersIsListed() {
    let changes = AssumptionChanges([
      [Self.row("a", "1"), Self.row("b", "2")], [Self.row("b", "2"), Self.row("c", "3")],
    ])
    #expect(
      changes.rows == [
        AssumptionChanges.Row(path: "a", values: ["1", nil]),
        AssumptionChanges.Row(path: "c", values: [nil, "3"]),
      ])
  }

  @Test func filesHaveARowForEachStatisticAndRun() {
    let comparison = Comparison([
      Self.side("base", seed: 1), Self.side("=dearer", seed: 1, total: 1.05),
    ])
    let files = ComparisonFiles(comparison, changes: AssumptionChanges([[], []]))
    let lines = files.csv.split(separator: "\n")
    #expect(String(lines[0]) == ComparisonFiles.header)
    let columns = ComparisonFiles.header.split(separator: ",").count
    #expect(
      lines.allSatisfy {
        $0.split(separator: ",", omittingEmptySubsequences: false).count == columns
      })
    let expected = comparison.rows.map { $0.statistics.count * 2 }.reduce(0, +)
    #expect(lines.count == expected + 1)
    let total = lines.filter { $0.hasPrefix("totalCapex,") && $0.contains(",mean,") }
    #expect(total.count == 2)
    #expect(total.last?.contains("'=dearer") == true)
    #expect(total.last?.contains(",real,") == true)
    #expect(files.json.contains("\"verdict\": \"same\""))
  }
}
