import CapexModel
import Testing

@testable import ScenarioFiles

/// Horizons that are too long are refused at once, with what they would take.
@Suite struct HorizonTests {
  @Test func absurdHorizons() {
    #expect(
      SmallScenario.diagnostics(SmallScenario.text, ["quarters=1e9"]) == """
        --set quarters=1e9: error: 1e9 quarters would take about 6.3 years for a million trials on \
        one core, and about 2.5 PB of memory
           | --set quarters=1e9
           |                ^^^
           help: write at most 400, or give --allow-long-run for up to 4000

        """)
    #expect(
      SmallScenario.diagnostics(SmallScenario.text, ["quarters=-1"]) == """
        --set quarters=-1: error: quarters is -1, but must be between 1 and 400
           | --set quarters=-1
           |                ^^
           help: write a whole number from 1 to 400

        """)
  }

  @Test func theFlagAllowsMoreUpToALimit() throws {
    func read(_ quarters: String) -> Result<ScenarioDocument, ScenarioFailure> {
      ScenarioReader.readBuiltIn(
        named: "reference-workload", overrides: ["quarters=\(quarters)"],
        longestHorizon: Horizon.most)
    }
    #expect(try read("401").get().model.scenario.quarters == 401)
    for (text, shown) in [("4001", "4001"), ("1e30", "1e30")] {
      guard case .failure(let failure) = read(text) else {
        Issue.record("\(text) is accepted")
        continue
      }
      #expect(
        failure.rendered.contains("quarters is \(shown), but must be between 1 and 4000"),
        "got \(failure.rendered)")
    }
  }

  @Test(arguments: [
    (0.5, "0.5 seconds"), (1, "1 second"), (45, "45 seconds"), (200, "3.3 minutes"),
    (5400, "1.5 hours"), (4e5, "4.6 days"), (5e8, "16 years"), (4e12, "10^5 years"),
    (5e15, "10^8 years"),
  ])
  func durations(seconds: Double, text: String) {
    #expect(Wording.duration(seconds) == text)
  }

  @Test(arguments: [
    (2e5, "0.2 MB"), (8.5e8, "850 MB"), (2.6e10, "26 GB"), (4e15, "4 PB"), (4e30, "10^12 EB"),
  ])
  func memory(bytes: Double, text: String) {
    #expect(Wording.memory(bytes) == text)
  }
}
