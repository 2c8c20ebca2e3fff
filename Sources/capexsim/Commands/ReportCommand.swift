import ArgumentParser
import Reporting
import RiskAnalysis

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Simulate a scenario and write a page with charts.",
    discussion: """
      One HTML file that needs nothing else: a summary to paste, charts with their numbers, every
      assumption with its source, and the command that gives the same page again.

      Example: capexsim report chip-embargo --output chip-embargo.html
      Example: capexsim report --charts charts --set plan.mode=kept
      """)

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var simulation: SimulationOptions

  @Option(
    help: ArgumentHelp("The page to write.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var output = "report.html"

  @Option(
    help: ArgumentHelp(
      "Write each chart into a folder too, as SVG and as Vega-Lite.", valueName: "folder"),
    completion: .directory)
  var charts: String?

  func run() async throws {
    let prepared = try PreparedRun(
      scenario.chosen, simulation: simulation, among: [scenario.scenario])
    let run = try await prepared.simulate()
    let answers = Answers(
      run.result, context: prepared.context(elapsedSeconds: nil), attained: run.attained,
      change: await prepared.change())
    let report = HTMLReport(
      answers, assumptions: prepared.assumptionRows, digest: prepared.document.origin.digest,
      command: prepared.arguments(of: "report", answers))
    if let charts { try OutputFolder(charts).write(ChartFiles(answers).files) }
    try AtomicFile.write(report.text, to: output)
    if !answers.precision.allSatisfy(\.isMet) { throw RunCommand.imprecise }
  }
}
