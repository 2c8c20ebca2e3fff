import ArgumentParser
import Reporting

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "The form of scenario files as a JSON Schema, for editors.",
    discussion: "Example: capexsim schema > scenario.schema.json")

  func run() throws { try StandardOutput().write(ScenarioSchema().text) }
}
