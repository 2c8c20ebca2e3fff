import ArgumentParser
import Reporting
import ScenarioFiles

struct ScenariosCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenarios",
    abstract: "List the built-in scenarios, or print one as it was written.",
    discussion: """
      Example: capexsim scenarios alibaba-380b > mine.yaml
      """)

  @Argument(help: "The scenario to print.")
  var name: String?

  func run() throws {
    if let name {
      guard let bytes = BuiltInScenarios.bytes(named: name) else {
        throw try failure(name)
      }
      return try StandardOutput().write(String(decoding: bytes, as: UTF8.self))
    }
    let widest = BuiltInScenarios.names.map(\.count).max() ?? 0
    var text = ""
    for name in BuiltInScenarios.names {
      let title = try ScenarioReader.readBuiltIn(named: name).get().model.scenario.name
      text += name + String(repeating: " ", count: widest - name.count + 2) + title + "\n"
    }
    try StandardOutput().write(text)
  }

  private func failure(_ name: String) throws -> any Error {
    switch ScenarioReader.readBuiltIn(named: name) {
    case .success: ExitCode.failure
    case .failure(let failure): failure
    }
  }
}
