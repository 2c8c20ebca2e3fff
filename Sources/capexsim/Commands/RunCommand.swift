import ArgumentParser
import MonteCarlo
import PathAlgebra
import Reporting
import RiskAnalysis
import WorkbookFiles

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Simulate scenarios and report distributions.",
    discussion: """
      Example: capexsim run chip-embargo --trials 1e6 --set fx.usdcny.volatility=6%
      Example: capexsim run --until "P90 totalCapex within 1bn CNY, mean npv within 2%"
      """)

  @OptionGroup var scenarios: ScenariosOptions
  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "Keep the forecast in a file, to be scored when the figures are out.",
      discussion: "Quantiles by quarter of the plan, with all that it takes to run it again.",
      valueName: "file"),
    completion: .file(extensions: ["json"]))
  var record: String?

  @Option(
    help: ArgumentHelp(
      "Write a workbook too, with the schedule, every number, and native charts.",
      discussion: "Needs a build with the trait XLSX; see docs/workbook.md.", valueName: "file"),
    completion: .file(extensions: ["xlsx"]))
  var xlsx: String?

  /// A precision that was asked for and not reached.
  static let imprecise = ExitCode(3)

  func validate() throws {
    try RunOutput.checkNames(scenarios.scenarios)
    if record != nil, scenarios.scenarios.count > 1 {
      throw ValidationError("--record keeps one forecast; run the scenarios one by one.")
    }
    guard xlsx != nil else { return }
    if WorkbookWriter.builtIn == nil {
      throw ValidationError(
        "This capexsim was built without workbooks. Install libxlsxwriter-dev and zlib1g-dev, then "
          + "build it with: swift build -c release --traits XLSX")
    }
    if scenarios.scenarios.count > 1 {
      throw ValidationError("--xlsx holds one run; run the scenarios one by one.")
    }
  }

  func run() async throws {
    // Everything is checked before anything runs.
    let prepared = try scenarios.chosen.map { try prepare($0) }
    var runs = RunOutput(options: output, isSeveral: prepared.count > 1)
    var isPrecise = true
    for scenario in prepared {
      let answers = try await run(scenario)
      try runs.add(answers, named: scenario.chosen.name)
      isPrecise = isPrecise && answers.precision.allSatisfy(\.isMet)
    }
    try runs.finish()
    if !isPrecise { throw RunCommand.imprecise }
  }

  private func prepare(_ chosen: ChosenScenario) throws -> PreparedRun {
    let prepared = try PreparedRun(chosen, simulation: simulation, among: scenarios.scenarios)
    if record != nil, !prepared.program.quantities.contains(where: ForecastRecord.isPublished) {
      throw RunRefusal(
        "--record has nothing to keep: of what gets published by quarter, such as capex, "
          + "\(chosen.name) has nothing among its `outputs`.")
    }
    let rows = prepared.program.outputs.reduce(0) { $0 + $1.count }
    if xlsx != nil, rows >= RunWorkbook.mostRows {
      throw RunRefusal(
        "--xlsx has room for \(RunWorkbook.mostRows) rows a sheet, and this run would need more; "
          + "name what you want in `outputs`, or take --format csv.")
    }
    return prepared
  }

  private func run(_ scenario: PreparedRun) async throws -> Answers {
    let clock = ContinuousClock()
    let start = clock.now
    let run = try await scenario.simulate()
    // In a file it would be the one thing that differs from run to run.
    let seconds = output.output == nil ? (clock.now - start) / .seconds(1) : nil
    let context = scenario.context(elapsedSeconds: seconds)
    if let record { try keep(run.result, context: context, of: scenario, in: record) }
    let answers = Answers(
      run.result, context: context, attained: run.attained,
      change: await scenario.change())
    if let xlsx { try WorkbookWriter.builtIn?.write(scenario.workbook(answers), to: xlsx) }
    return answers
  }

  private func keep(
    _ result: SimulationResult, context: ReportContext, of scenario: PreparedRun, in path: String
  ) throws {
    let record = try ForecastRecord(
      result, context: context, digest: scenario.document.origin.digest)
    try AtomicFile.write(ForecastRecordJSON(record).text, to: path)
  }
}
