import ArgumentParser
import CapexModel
import MonteCarlo
import NumericalMethods
import PathAlgebra
import Reporting
import RiskAnalysis
import ScenarioFiles

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "The equations of a scenario, or one of its worlds quarter by quarter.",
    discussion: """
      Prints every quantity with its formula, unit, drivers and sources; the formulas are the ones
      that run. With --trial it prints what one trial gave instead.

      Example: capexsim explain alibaba-380b capex npv
      Example: capexsim explain --trial 4711 --set plan.mode=kept
      Example: capexsim explain --trial 4711 --all --format csv
      """)

  @OptionGroup var scenario: ScenarioOptions

  @Argument(help: "Quantities to explain, after the scenario; all of them when not given.")
  var names: [String] = []

  @Option(
    parsing: .unconditional,
    help: "A trial, counted from 0 as in warnings: prints that world.", transform: TrialNumber.read)
  var trial: Int?

  @Option(
    parsing: .unconditional, help: "The seed of --trial, as of a run.", transform: SeedText.read)
  var seed: UInt64 = 20_250_224

  @Flag(
    help: "With --trial: also what is drawn in each quarter, and the steps that no report shows.")
  var all = false

  @Option(help: "text or json; csv with --trial.")
  var format: OutputFormat = .text

  func validate() throws {
    if format == .csv, trial == nil {
      throw ValidationError("--format csv needs --trial; equations are text or json.")
    }
    if all, trial == nil {
      throw ValidationError("--all needs --trial; the equations are all there.")
    }
    if all, !names.isEmpty {
      throw ValidationError("--all shows every quantity; leave out the names, or --all.")
    }
  }

  func run() throws {
    let document = try readScenario()
    let known = document.model.model.definitions.map(\.quantity.name)
    for name in names where !known.contains(name) {
      if document.model.model.parameters.contains(where: { $0.name == name }) {
        throw ValidationError(
          "'\(name)' is no quantity but goes into some; explain without names lists it with them.")
      }
      let nearest = Spelling.nearest(to: name, among: known)
      throw ValidationError(
        "The scenario has no quantity '\(name)'"
          + (nearest.map { "; did you mean '\($0)'?" } ?? "; explain without names lists them."))
    }
    if let trial { return try write(try world(trial, document)) }
    let explanation = ScenarioExplanation(document.model, names: names) {
      document.valueText(of: $0)
    }
    try StandardOutput().write(
      format == .json
        ? ExplanationJSON(explanation).text
        : ExplanationReport(
          explanation, width: TextOutput.width, palette: TextOutput.palette
        ).text)
  }

  /// A quantity alone stands where the scenario belongs.
  private func readScenario() throws -> ScenarioDocument {
    do {
      return try scenario.chosen.read()
    } catch let failure as ScenarioFailure where failure.exitCode == .missing {
      let name = scenario.chosen.name
      guard let document = try? ScenarioReader.readBuiltIn(named: ChosenScenario.standard).get(),
        document.model.model.definitions.contains(where: { $0.quantity.name == name })
      else { throw failure }
      throw ValidationError(
        "'\(name)' is a quantity; the scenario comes first: explain \(ChosenScenario.standard) "
          + "\(name)")
    }
  }

  private func world(_ trial: Int, _ document: ScenarioDocument) throws -> WorldRows {
    let model = document.model.model.showingDraws(isComplete: all)
    let wanted =
      all
      ? model.definitions.map(\.quantity.name)
      : names.isEmpty
        ? model.definitions.filter { $0.isReported || $0.quantity.role != .model }
          .map(\.quantity.name) : names
    let program = try model.compile(outputs: wanted)
    let values = try TrialWorld(program, trial: trial, seed: seed).quantities
    return WorldRows(
      trial: trial, seed: seed, values: values,
      context: ReportContext(
        document.model.scenario, origin: scenario.chosen.origin,
        overrides: document.reportedOverrides,
        programVersion: Version.current, streamVersion: Stream.version, elapsedSeconds: nil))
  }

  private func write(_ world: WorldRows) throws {
    switch format {
    case .text:
      try StandardOutput().write(
        WorldReport(world, width: TextOutput.width, palette: TextOutput.palette).text)
    case .csv: try StandardOutput().write(WorldCSV(world).text)
    case .json: try StandardOutput().write(WorldJSON(world).text)
    }
  }
}

enum TrialNumber {
  static func read(_ text: String) throws -> Int {
    guard let number = TrialCount.number(text), number >= 0,
      number < Double(Simulation.maximumTrials)
    else {
      throw ValidationError(
        "a trial is a whole number from 0 to \(Simulation.maximumTrials - 1)")
    }
    return Int(number)
  }
}
