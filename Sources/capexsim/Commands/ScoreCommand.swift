import ArgumentParser
import Foundation
import MonteCarlo
import NumericalMethods
import Reporting
import RiskAnalysis
import ScenarioFiles

struct ScoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Sets forecasts against what came, beside naive rivals.",
    discussion: """
      Each forecast is a scenario, which is run, or a record that `run --record` kept (a file
      that ends in .json). Figures are tables with the columns period, item, value and unit.

      With --rolling the model is calibrated at the end of each quarter since 2019 on what was
      known then, and foretells four quarters; a scenario gives what is not calibrated.

      Example: capexsim score scenarios/alibaba-380b.yaml --actuals seeds/alibaba-quarterly.csv
      Example: capexsim score --rolling --actuals seeds/alibaba-quarterly.csv seeds/usdcny-monthly.csv
      """)

  @Argument(
    help: ArgumentHelp(
      "Scenario files, names of built-in scenarios, or records of forecasts.",
      valueName: "forecast"))
  var forecasts = [ChosenScenario.standard]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("CSV files with what came.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var actuals: [String]

  @Flag(help: "Calibrate and forecast quarter by quarter through the history instead.")
  var rolling = false

  @OptionGroup var assumptions: AssumptionOptions

  @Option(
    parsing: .unconditional, help: "How many trials of a scenario: 1000000, 1e6, 250k or 2m.",
    transform: TrialCount.readAtMostCounted)
  var trials = 1_000_000

  @Option(
    parsing: .unconditional,
    help: "The seed of every stream, 0 to 18446744073709551615.", transform: SeedText.read)
  var seed: UInt64 = 20_250_224

  @Option(
    parsing: .unconditional,
    help: "Workers; all cores when not given. Results do not depend on it.",
    transform: ThreadCount.read)
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "text, csv or json.")
  var format: OutputFormat = .text

  func validate() throws {
    if let twice = actuals.first(where: { name in actuals.count { $0 == name } > 1 }) {
      throw ValidationError("--actuals names \(twice) twice.")
    }
    if forecasts.allSatisfy(isRecord), !(assumptions.overrides + assumptions.metrics).isEmpty {
      throw ValidationError("A record is scored as it stands: leave out --set and --metric.")
    }
    if rolling, forecasts.count > 1 || isRecord(forecasts[0]) {
      throw ValidationError("--rolling makes its own forecasts; name one scenario, or none.")
    }
  }

  func run() async throws {
    let observations = try Observations.read(files: actuals).get()
    if rolling { return try await roll(observations) }
    var scored: [ScoredForecast] = []
    var names: [ForecastRecord: String] = [:]
    var summaries: [String] = []
    for name in forecasts {
      let record = try await record(of: name)
      if let first = names.updateValue(name, forKey: record.withoutOrigin) {
        throw RunRefusal(
          "\(name) is the same forecast as \(first); give each once, so that it counts once.")
      }
      try observations.check(units: record.quantities.map { ($0.name, $0.unit) })
      let forecast = try ScoredForecast(
        record, named: name, observations: observations,
        remarks: record.certificate.precisionRemarks
          + (isRecord(name)
            ? record.certificate.remarks(program: Version.current, stream: Stream.version) : []))
      scored.append(forecast)
      summaries.append(record.summary)
    }
    // A ledger may hold a forecast of which nothing is out yet.
    guard scored.contains(where: { !$0.quantities.isEmpty }) else {
      throw observations.failure(noneOf: summaries.joined(separator: "; "))
    }
    let ledger = try ScoreLedger(scored, observations: observations)
    let text =
      switch format {
      case .text:
        ScoreReport(ledger, width: TextOutput.width, palette: TextOutput.palette).text
      case .csv: ScoreCSV(ledger).text
      case .json: ScoreJSON(ledger).text
      }
    try StandardOutput().write(text)
  }

  private func roll(_ observations: Observations) async throws {
    try observations.check(
      units: [("capex", "CNY bn"), ("cloudRevenue", "CNY bn"), (GrowthChanges.item, "")])
    let chosen = ChosenScenario(name: forecasts[0], assumptions: assumptions)
    let test: RollingTest
    do {
      test = try await RollingTest(
        observations, judgement: try chosen.read().assumptions, trials: trials, seed: seed,
        workers: threads, program: Version.current)
    } catch let error as RollingTest.NoJudgement {
      throw RunRefusal(
        "\(chosen.name) has no \(error.path), which a rolling test with cloud revenue takes as "
          + "judgement. Name a scenario that has it, such as \(ChosenScenario.standard), or leave "
          + "cloud revenue out of the tables.")
    } catch let error as RollingTest.NoOrigin {
      throw observations.failure(
        noneOf: "a rolling test needs capital expenditure of at least \(error.needed) quarters "
          + "without a gap, and of one later than they; there are \(error.found)")
    }
    let text =
      switch format {
      case .text:
        RollingReport(test, width: TextOutput.width, palette: TextOutput.palette).text
      case .csv: ScoreCSV(test.ledger).text
      case .json: RollingJSON(test).text
      }
    try StandardOutput().write(text)
  }

  private func isRecord(_ name: String) -> Bool { name.hasSuffix(".json") }

  private func record(of name: String) async throws -> ForecastRecord {
    guard isRecord(name) else { return try await simulated(name) }
    do {
      return try ForecastRecordReader.read(NamedFile.read(name).get())
    } catch let problem as RecordProblem {
      StandardError().write(problem.rendered(file: name))
      throw ExitCode(ScenarioFailure.ExitCode.invalid.rawValue)
    }
  }

  /// The record that `run --record` would keep; nothing else is computed.
  private func simulated(_ name: String) async throws -> ForecastRecord {
    let chosen = ChosenScenario(name: name, assumptions: assumptions)
    let document = try chosen.read()
    let published = document.model.model.definitions
      .filter { $0.isReported && ForecastRecord.isPublished($0.quantity) }.map(\.quantity.name)
    guard !published.isEmpty else {
      throw RunRefusal("\(name) foretells nothing that gets published by quarter, such as capex.")
    }
    let result = await Simulation(
      try document.model.model.compile(outputs: published), trials: trials, seed: seed,
      workers: threads
    ).run()
    return try ForecastRecord(
      result,
      context: ReportContext(
        document.model.scenario, origin: chosen.origin, overrides: document.reportedOverrides,
        programVersion: Version.current, streamVersion: Stream.version, elapsedSeconds: nil),
      digest: document.origin.digest)
  }
}
