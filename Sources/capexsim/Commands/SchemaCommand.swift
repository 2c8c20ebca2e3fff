import ArgumentParser
import Reporting

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "The form of scenario files as a JSON Schema, for editors, or as tables.",
    discussion: "Example: capexsim schema > scenario.schema.json")

  @Flag(help: "Every key with what it takes and means, as tables of Markdown.")
  var tables = false

  func run() throws {
    try StandardOutput().write(tables ? KeyReference().text : ScenarioSchema().text)
  }
}
