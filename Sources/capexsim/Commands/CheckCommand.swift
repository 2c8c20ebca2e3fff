import ArgumentParser
import Reporting
import ScenarioFiles

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read and validate a scenario; run nothing.",
    discussion: "Example: capexsim check scenarios/alibaba-380b.yaml")

  @OptionGroup var scenario: ScenarioOptions

  func run() throws {
    let document = try scenario.chosen.read()
    let quantities = try document.model.compile().quantities
    try StandardOutput().write(
      "\(document.origin.name): no mistakes; \(document.assumptions.paths.count) assumptions, "
        + "\(quantities.count) quantities\n")
  }
}
