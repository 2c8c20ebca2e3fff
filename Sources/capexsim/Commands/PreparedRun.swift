import MonteCarlo
import NumericalMethods
import PathAlgebra
import Reporting
import RiskAnalysis
import ScenarioFiles
import Synchronization

/// A scenario that was read, compiled and found to be of a sensible size, ready to be simulated.
struct PreparedRun {
  let chosen: ChosenScenario
  let document: ScenarioDocument
  let program: ColumnProgram
  let targets: [PrecisionTarget]
  let simulation: SimulationOptions

  /// - Parameter names: every scenario of the call, since `--until` may name one of several.
  init(
    _ chosen: ChosenScenario, simulation: SimulationOptions, among names: [String]
  ) throws {
    let document = try chosen.read()
    let program = try document.model.compile()
    do {
      targets = try PrecisionReader.read(
        simulation.until, quantities: program.quantities, of: document.model.scenario,
        named: chosen.name, among: names
      ).get()
    } catch {
      // The flag alone does not say for which of them it is wrong.
      if names.count > 1 { StandardError().write("in scenario \(chosen.name):\n") }
      throw error
    }
    try RunLimits.check(
      program, scenario: chosen.name, simulation: simulation,
      allowsLongRun: chosen.assumptions.allowLongRun)
    self.chosen = chosen
    self.document = document
    self.program = program
    self.simulation = simulation
  }

  func context(elapsedSeconds: Double?) -> ReportContext {
    ReportContext(
      document.model.scenario, origin: chosen.origin, overrides: document.reportedOverrides,
      programVersion: Version.current, streamVersion: Stream.version,
      elapsedSeconds: elapsedSeconds)
  }

  /// Runs the trials, with a bar on standard error while that takes long.
  ///
  /// - Parameter seed: that of the options when not given.
  func simulate(seed: UInt64? = nil) async throws -> PrecisionRun {
    let bar = Mutex(ProgressBar(isTerminal: StandardError().isTerminal))
    defer {
      if let text = bar.withLock({ $0.finish() }) { StandardError().write(text) }
    }
    let progress: @Sendable (Double) -> Void = { share in
      if let text = bar.withLock({ $0.update(share) }) { StandardError().write(text) }
    }
    switch simulation.engine {
    case .columns:
      let isOpen = !targets.isEmpty
      let run = Simulation(
        program, trials: isOpen ? simulation.mostTrials : simulation.plainTrials,
        seed: seed ?? simulation.seed, workers: simulation.threads)
      if isOpen { return await run.run(until: targets, progress: progress) }
      return PrecisionRun(result: await run.run(progress: progress), attained: [])
    case .gsl:
      let run = ScalarSimulation(
        program, trials: simulation.mostTrials, seed: seed ?? simulation.seed,
        generator: simulation.generator)
      return PrecisionRun(result: try run.run(progress: progress), attained: [])
    }
  }

  /// Every assumption with its source.
  var assumptionRows: [AssumptionRow] {
    AssumptionRow.all(
      document.assumptions, currency: document.model.scenario.currency,
      valueText: document.valueText)
  }

  func workbook(_ answers: Answers) -> RunWorkbook {
    RunWorkbook(
      answers, assumptions: assumptionRows, digest: document.origin.digest,
      command: arguments(of: "run", answers) + ["--xlsx", "run.xlsx"])
  }

  /// The arguments of a command that give the same numbers again. A run that stopped by itself had
  /// as many trials as it says.
  func arguments(of command: String, _ answers: Answers) -> [String] {
    let assumptions = chosen.assumptions
    var arguments = [command, chosen.name]
    arguments += assumptions.overrides.flatMap { ["--set", $0] }
    arguments += assumptions.metrics.flatMap { ["--metric", $0] }
    if assumptions.allowLongRun { arguments.append("--allow-long-run") }
    arguments += ["--trials", String(answers.trials), "--seed", String(answers.seed)]
    if simulation.engine == .gsl {
      arguments += ["--engine", "gsl", "--generator", simulation.generator]
    }
    return arguments
  }

  /// Against the view before, where the scenario knows what has happened since.
  func change() async -> Result<ChangeSplit, RiskAnalysisError>? {
    guard let earlier = document.earlier else { return nil }
    do throws(RiskAnalysisError) {
      return .success(
        try await ChangeSplit(
          from: earlier, to: document.model, trials: ChangeSplit.standardTrials,
          seed: simulation.seed, workers: simulation.threads))
    } catch {
      return .failure(error)
    }
  }
}
