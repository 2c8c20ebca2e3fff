import ArgumentParser
import CapexModel
import MonteCarlo
import Reporting
import RiskAnalysis
import ScenarioFiles

struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "The plan quarter by quarter against cloud revenue, without randomness.",
    discussion: "Example: capexsim schedule --set plan.profile.sCurve=6")

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let document = try scenario.chosen.read()
    let model = document.model
    let path = CentralPath(try model.model.compile())
    let rows = ScheduleRows(
      model.scenario, origin: scenario.chosen.origin, overrides: document.reportedOverrides,
      programVersion: Version.current,
      reported: model.scenario.reportedCloudRevenue.map {
        ScheduleRows.Reported(quarter: $0.quarter, revenue: $0.billions)
      },
      expectedRevenue: path.values(of: "cloudRevenue"))
    let report = ScheduleReport(rows, width: TextOutput.width, palette: TextOutput.palette)
    let files = ScheduleFiles(rows)
    if let folder = output.output {
      return try OutputFolder(folder).write([
        ("schedule.txt", ScheduleReport(rows, width: nil, palette: .plain).text),
        ("schedule.csv", files.csv), ("schedule.json", files.json),
      ])
    }
    switch output.format {
    case .text: try StandardOutput().write(report.text)
    case .csv: try StandardOutput().write(files.csv)
    case .json: try StandardOutput().write(files.json)
    }
  }
}
