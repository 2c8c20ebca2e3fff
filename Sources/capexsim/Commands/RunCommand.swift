import ArgumentParser
import CapexModel
import MonteCarlo
import Numerics
import PathAlgebra
import Reporting
import RiskAnalysis
import ScenarioFiles
import Synchronization

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

  /// A precision that was asked for and not reached.
  static let imprecise = ExitCode(3)

  func validate() throws {
    try RunOutput.checkNames(scenarios.scenarios)
    if record != nil, scenarios.scenarios.count > 1 {
      throw ValidationError("--record keeps one forecast; run the scenarios one by one.")
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

  private struct Prepared {
    let chosen: ChosenScenario
    let document: ScenarioDocument
    let program: ColumnProgram
    let targets: [PrecisionTarget]
  }

  private func prepare(_ chosen: ChosenScenario) throws -> Prepared {
    let document = try chosen.read()
    let program = try document.model.compile()
    let targets = try targets(chosen, document.model.scenario, program)
    try RunLimits.check(program, scenario: chosen.name, options: self)
    if record != nil, !program.quantities.contains(where: ForecastRecord.isPublished) {
      throw RunRefusal(
        "--record has nothing to keep: of what gets published by quarter, such as capex, "
          + "\(chosen.name) has nothing among its `outputs`.")
    }
    return Prepared(chosen: chosen, document: document, program: program, targets: targets)
  }

  private func targets(
    _ chosen: ChosenScenario, _ scenario: Scenario, _ program: ColumnProgram
  ) throws -> [PrecisionTarget] {
    let names = scenarios.scenarios
    do {
      return try PrecisionReader.read(
        simulation.until, quantities: program.quantities, of: scenario, named: chosen.name,
        among: names
      ).get()
    } catch {
      // The flag alone does not say for which of them it is wrong.
      if names.count > 1 { StandardError().write("in scenario \(chosen.name):\n") }
      throw error
    }
  }

  private func run(_ scenario: Prepared) async throws -> Answers {
    let clock = ContinuousClock()
    let start = clock.now
    let run = try await simulate(scenario)
    let context = ReportContext(
      scenario.document.model.scenario, origin: scenario.chosen.origin,
      overrides: scenario.document.reportedOverrides, programVersion: Version.current,
      streamVersion: Stream.version, elapsedSeconds: (clock.now - start) / .seconds(1))
    if let record { try keep(run.result, context: context, of: scenario, in: record) }
    return Answers(run.result, context: context, attained: run.attained)
  }

  private func keep(
    _ result: SimulationResult, context: ReportContext, of scenario: Prepared, in path: String
  ) throws {
    let record = try ForecastRecord(
      result, context: context, digest: scenario.document.origin.digest)
    try AtomicFile.write(ForecastRecordJSON(record).text, to: path)
  }

  private func simulate(_ scenario: Prepared) async throws -> PrecisionRun {
    let bar = Mutex(ProgressBar(isTerminal: StandardError().isTerminal))
    defer {
      if let text = bar.withLock({ $0.finish() }) { StandardError().write(text) }
    }
    let progress: @Sendable (Double) -> Void = { share in
      if let text = bar.withLock({ $0.update(share) }) { StandardError().write(text) }
    }
    let program = scenario.program
    switch simulation.engine {
    case .columns:
      let isOpen = !scenario.targets.isEmpty
      let run = Simulation(
        program, trials: isOpen ? simulation.mostTrials : simulation.plainTrials,
        seed: simulation.seed, workers: simulation.threads)
      if isOpen { return await run.run(until: scenario.targets, progress: progress) }
      return PrecisionRun(result: await run.run(progress: progress), attained: [])
    case .gsl:
      let run = ScalarSimulation(
        program, trials: simulation.mostTrials, seed: simulation.seed,
        generator: simulation.generator)
      return PrecisionRun(result: try run.run(progress: progress), attained: [])
    }
  }
}
