import ArgumentParser
import Reporting
import ScenarioFiles

struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "The figures of the articles, and where they disagree.",
    discussion: "Example: capexsim facts")

  func run() throws {
    let report = FactsReport(
      figures: try facts("seeds/articles.csv"), conflicts: try facts("seeds/conflicts.csv"),
      width: TextOutput.width, palette: TextOutput.palette)
    try StandardOutput().write(report.text)
  }

  private func facts(_ path: String) throws -> [FactsReport.Fact] {
    guard let table = BuiltInScenarios.table(at: path) else {
      throw ValidationError("\(path) is not in this program")
    }
    return table.rows.map { row in
      func text(_ column: String) -> String { table.text(column, in: row) ?? "" }
      let unit = text("unit")
      let value = text("value")
      return FactsReport.Fact(
        id: text("id"), period: text("period"), item: text("item"),
        value: value.isEmpty ? "" : "\(value) \(unit)", meaning: text("meaning"),
        source: text("source"))
    }
  }
}
