import CapexModel
import MonteCarlo
import Reporting
import RiskAnalysis
import ScenarioFiles
import Testing

/// An accepted option that changes nothing is a defect.
@Suite struct EveryKeyMattersTests {
  @Test func everyKeyHasAProbe() {
    let probed = Set(KeyProbe.all.map(\.path))
    #expect(Catalogue.keys.map(\.path).filter { !probed.contains($0) } == [])
  }

  @Test(arguments: KeyProbe.all)
  func settingTheKeyChangesTheResult(probe: KeyProbe) async throws {
    let before = try await outcome(probe.scenario, probe.without)
    let after = try await outcome(probe.scenario, probe.with)
    #expect(before != after, "\(probe.with) changes nothing in \(probe.scenario)")
    if after.hasPrefix("refused") { Issue.record("\(probe.with): \(after)") }
  }

  /// Everything that is reported, but for the flags themselves; or why the scenario is refused.
  private func outcome(_ scenario: String, _ flags: [String]) async throws -> String {
    let file = "\(Repository.root)/scenarios/\(scenario).yaml"
    switch ScenarioReader.read(file: file, overrides: flags) {
    case .failure(let failure): return "refused: " + failure.rendered
    case .success(let document):
      let program = try document.model.compile()
      let result = await Simulation(program, trials: 1024, seed: 1, workers: 2).run()
      let context = ReportContext(
        document.model.scenario, origin: .builtIn(scenario), overrides: [], programVersion: "",
        streamVersion: 1, elapsedSeconds: nil)
      return ResultJSON(Answers(result, context: context)).text
    }
  }
}

enum Repository {
  /// The project's folder, seen from this file.
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
}
