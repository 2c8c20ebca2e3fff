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
    abstract: "Simulate a scenario and report distributions.",
    discussion: """
      Example: capexsim run chip-embargo --trials 1e6 --set fx.usdcny.volatility=6%
      """)

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var simulation: SimulationOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let document = try scenario.read()
    let clock = ContinuousClock()
    let start = clock.now
    let result = try await simulate(try document.model.compile())
    let elapsed = clock.now - start
    let context = ReportContext(
      document.model.scenario, origin: scenario.origin, overrides: document.reportedOverrides,
      programVersion: Version.current, streamVersion: Stream.version,
      elapsedSeconds: Double(elapsed.components.seconds)
        + Double(elapsed.components.attoseconds) * 1e-18)
    try write(Answers(result, context: context))
  }

  private func simulate(_ program: ColumnProgram) async throws -> SimulationResult {
    let bar = Mutex(ProgressBar(isTerminal: StandardError().isTerminal))
    defer {
      if let text = bar.withLock({ $0.finish() }) { StandardError().write(text) }
    }
    let progress: @Sendable (Double) -> Void = { share in
      if let text = bar.withLock({ $0.update(share) }) { StandardError().write(text) }
    }
    switch simulation.engine {
    case .columns:
      let run = Simulation(
        program, trials: simulation.trials, seed: simulation.seed, workers: simulation.threads)
      return await run.run(progress: progress)
    case .gsl:
      let run = ScalarSimulation(
        program, trials: simulation.trials, seed: simulation.seed,
        generator: simulation.generator)
      return try run.run(progress: progress)
    }
  }

  private func write(_ answers: Answers) throws {
    if let folder = output.output {
      try OutputFolder(folder).write([
        ("report.txt", RunReport(answers, width: nil, palette: .plain).text),
        ("quantities.csv", QuantitiesCSV(answers).text),
        ("result.json", ResultJSON(answers).text),
      ])
      return
    }
    switch output.format {
    case .text:
      try StandardOutput().write(
        RunReport(answers, width: TextOutput.width, palette: TextOutput.palette).text)
    case .csv: try StandardOutput().write(QuantitiesCSV(answers).text)
    case .json: try StandardOutput().write(ResultJSON(answers).text)
    }
  }
}
