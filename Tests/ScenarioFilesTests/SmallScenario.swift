import CapexModel
import Testing

@testable import ScenarioFiles

/// The smallest valid scenario, and what becomes of it with more lines or flags.
enum SmallScenario {
  static let text = """
    name: Small
    start: 2025Q2
    quarters: 8
    plan:
      total: 380bn CNY
      quarters: 8

    """

  static func read(
    _ text: String = text, _ overrides: [String] = []
  ) -> Result<ScenarioDocument, ScenarioFailure> {
    ScenarioReader.read(
      Array(text.utf8), at: .disk(path: "small.yaml", root: "."), overrides: overrides)
  }

  /// The value of one path after flags; a failure is recorded with its diagnostics.
  static func content(_ path: String, _ overrides: [String]) -> AssumptionContent? {
    switch read(text, overrides) {
    case .success(let document): return document.assumptions[path]?.content
    case .failure(let failure):
      Issue.record("expected a valid scenario with \(overrides), got:\n\(failure.rendered)")
      return nil
    }
  }

  static func diagnostics(
    _ text: String = text, _ overrides: [String] = []
  ) -> String {
    switch read(text, overrides) {
    case .success: "accepted\n"
    case .failure(let failure): failure.rendered
    }
  }
}
