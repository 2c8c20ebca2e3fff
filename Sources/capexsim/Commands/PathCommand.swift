import ArgumentParser
import MonteCarlo
import NumericalMethods
import Reporting
import RiskAnalysis

struct PathCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "One trial whose whole path stands for a percentile, so that its quarters add up.",
    discussion: """
      A row of percentiles, one a quarter, is no future that could happen. This prints one that
      could: the trial, among those nearest to the percentile, that is closest to them all.
      --metric NAME is the number by trial whose percentile it is, totalCapex when not given.

      Example: capexsim path --near P90 --metric totalCapex
      """)

  @OptionGroup var scenario: ScenarioOptions

  @Option(
    parsing: .unconditional, help: "The percentile to stand for, P0.1 to P99.9.",
    transform: PercentileText.read)
  var near = 0.5

  @OptionGroup var simulation: SimulationOptions

  @Option(help: "text, csv or json.")
  var format: OutputFormat = .text

  func validate() throws {
    if !simulation.until.isEmpty {
      throw ValidationError("path runs as many trials as --trials says; leave --until out.")
    }
    if simulation.engine != .columns { throw ValidationError("path needs --engine columns.") }
    if scenario.assumptions.metrics.count > 1 {
      throw ValidationError("path stands for a percentile of one metric; give --metric once.")
    }
  }

  func run() async throws {
    let metrics = scenario.assumptions.chosenMetrics
    let chosen = ChosenScenario(name: scenario.scenario, assumptions: metrics.options)
    let prepared = try PreparedRun(chosen, simulation: simulation, among: [scenario.scenario])
    let result = try await prepared.simulate().result
    let run = Simulation(
      prepared.program, trials: result.trials, seed: result.seed, workers: simulation.threads)
    let path: CoherentPath
    do {
      path = try CoherentPath(run, result, near: near, of: metrics.names.first ?? "totalCapex")
    } catch {
      throw RunRefusal(refusal(error))
    }
    let context = prepared.context(elapsedSeconds: nil)
    let report = PathReport(
      path, context: context, trials: result.trials, seed: result.seed, width: TextOutput.width,
      palette: TextOutput.palette)
    guard let report, let files = PathFiles(path, context: context, seed: result.seed) else {
      throw RunRefusal("\(scenario.scenario) has no capex by quarter among its `outputs`.")
    }
    switch format {
    case .text: try StandardOutput().write(report.text)
    case .csv: try StandardOutput().write(files.csv)
    case .json: try StandardOutput().write(files.json)
    }
  }

  private func refusal(_ error: CoherentPathError) -> String {
    switch error {
    case .unknownMetric(let name, let known):
      let nearest = Spelling.nearest(to: name, among: known)
      return "The scenario has no number by trial '\(name)'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? ": \(known.joined(separator: ", ")).")
    case .notOrdered(let name):
      return "\(name) has no percentile to be near to: it is a condition, or has one in each "
        + "quarter. Name a number by trial, such as totalCapex."
    case .tooFewTrials(let level, let needed):
      let name = "P\(NumberText.short(level * 100))"
      return "\(name) needs at least \(NumberText.trials(needed)), so that it has an interval."
    case .noPercentile(let name, let level):
      return "P\(NumberText.short(level * 100)) of \(name) is no number: too many trials never get "
        + "there. Take a lower percentile."
    }
  }
}

enum PercentileText {
  /// `P90` or `90`, as a fraction.
  static func read(_ text: String) throws -> Double {
    let digits = text.first == "P" || text.first == "p" ? text.dropFirst() : text[...]
    let isNumber = digits.utf8.allSatisfy {
      (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".")
    }
    guard isNumber, let percent = Double(digits), (0.1...99.9).contains(percent) else {
      throw ValidationError("write a percentile from P0.1 to P99.9, such as P90")
    }
    return percent / 100
  }
}
