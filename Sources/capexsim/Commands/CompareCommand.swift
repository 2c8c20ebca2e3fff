import ArgumentParser
import CapexModel
import MonteCarlo
import PathAlgebra
import Reporting
import RiskAnalysis
import ScenarioFiles

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "What differs between scenarios, and whether it is more than noise.",
    discussion: """
      Runs the scenarios on the same draws and compares them trial by trial, each against the
      first: what differs in the assumptions, by how much the results differ, whether that is
      real, and how many trials would settle what is not. --metric NAME compares that quantity
      alone, and --metric 'NAME=formula' a new one.

      Example: capexsim compare alibaba-380b price-war --html price-war.html
      Example: capexsim compare alibaba-380b peers/amazon peers/meta --metric capexUSD --over 2025
      """)

  @Argument(
    help: ArgumentHelp(
      "Two scenarios or more; files, or names of built-in scenarios.", valueName: "scenario"),
    completion: .file(extensions: ["yaml", "yml"]))
  var scenarios: [String] = []

  @OptionGroup var assumptions: AssumptionOptions

  @Option(
    help: ArgumentHelp(
      "Compare the mean of --metric over the quarters of a calendar year.",
      discussion: "Over those that a scenario simulates; the report says which.",
      valueName: "year"))
  var over: Int?

  @Option(
    help: ArgumentHelp(
      "same: all share their draws; own: each has its own; family: variants of one file share.",
      discussion: """
        Two companies do not share their luck, two variants of one company do. Scenarios with own \
        draws have the seeds that follow --seed.
        """))
  var draws: DrawSharing = .family

  @OptionGroup var simulation: SimulationOptions

  @Option(help: "text, csv or json.")
  var format: OutputFormat = .text

  @Option(
    help: ArgumentHelp(
      "Write a page with charts too.",
      discussion: "One file that needs nothing else, as the page of `capexsim report`.",
      valueName: "file"),
    completion: .file(extensions: ["html"]))
  var html: String?

  @Option(
    help: ArgumentHelp(
      "Write each chart of that page into a folder, as SVG and as Vega-Lite.",
      valueName: "folder"),
    completion: .directory)
  var charts: String?

  func validate() throws {
    if scenarios.count < 2 {
      throw ValidationError("Give two scenarios or more, such as: alibaba-380b price-war")
    }
    if let twice = scenarios.indices.first(where: { scenarios[..<$0].contains(scenarios[$0]) }) {
      throw ValidationError("\(scenarios[twice]) is given twice; name each scenario once.")
    }
    if !simulation.until.isEmpty {
      throw ValidationError("compare runs as many trials as --trials says; leave --until out.")
    }
    if simulation.engine != .columns {
      throw ValidationError("compare needs --engine columns.")
    }
    if over != nil, metrics.names.isEmpty {
      throw ValidationError("--over needs --metric, such as --metric capexUSD --over 2025.")
    }
  }

  func run() async throws {
    let prepared = try prepare()
    var families: [String] = []
    var runs: [ComparedRun] = []
    for scenario in prepared {
      let family = draws.family(of: scenario.prepared)
      if !families.contains(family) { families.append(family) }
      let offset = families.firstIndex(of: family) ?? 0
      let result = try await scenario.prepared.simulate(
        seed: simulation.seed &+ UInt64(offset)
      ).result
      runs.append(
        ComparedRun(
          name: scenario.name, span: scenario.choice.span,
          context: scenario.prepared.context(elapsedSeconds: nil),
          result: result))
    }
    let names = over == nil ? metrics.names : means
    let comparison = Comparison(runs, names: names.isEmpty ? nil : names)
    let changes = AssumptionChanges(
      prepared.map(\.prepared.assumptionRows))
    if let charts { try OutputFolder(charts).write(ChartFiles(comparison).files) }
    if let html {
      let page = ComparisonPage(
        comparison, changes: changes,
        digests: prepared.map { $0.choice.digest ?? $0.prepared.document.origin.digest },
        command: command)
      try AtomicFile.write(page.text, to: html)
    }
    switch format {
    case .text:
      try StandardOutput().write(
        ComparisonReport(
          comparison, changes: changes, width: TextOutput.width, palette: TextOutput.palette
        ).text)
    case .csv: try StandardOutput().write(ComparisonFiles(comparison, changes: changes).csv)
    case .json: try StandardOutput().write(ComparisonFiles(comparison, changes: changes).json)
    }
  }

  /// The arguments that give this page again.
  private var command: [String] {
    ["compare"] + scenarios + assumptions.arguments
      + (over.map { ["--over", String($0)] } ?? [])
      + (draws == .family ? [] : ["--draws", draws.rawValue])
      + ["--trials", String(simulation.plainTrials), "--seed", String(simulation.seed)]
      + ["--html", "compare.html"]
  }

  private func prepare() throws -> [(name: String, choice: Choice, prepared: PreparedRun)] {
    try zip(ShortNames.of(scenarios), scenarios).map { short, name in
      let choice = try choice(name)
      return (short, choice, try PreparedRun(choice.chosen, simulation: simulation, among: [name]))
    }
  }

  /// A scenario with the metrics that are compared.
  private struct Choice {
    let chosen: ChosenScenario
    /// The quarters that the metrics are about, with --over.
    let span: String?
    /// Of the assumptions without the metrics that the comparison adds; nil where it adds none.
    let digest: String?
  }

  private func choice(_ name: String) throws -> Choice {
    var options = metrics.options
    if metrics.names.isEmpty {
      return Choice(
        chosen: ChosenScenario(name: name, assumptions: options), span: nil, digest: nil)
    }
    let document = try ChosenScenario(name: name, assumptions: options).read(warns: false)
    let model = document.model
    let known = model.model.definitions.map(\.quantity)
    for wanted in metrics.names where !known.contains(named: wanted) {
      guard let own = OneCurrency.quantity(wanted, among: known) else {
        throw RunRefusal("\(name) has no quantity '\(wanted)' to compare.")
      }
      options.metrics.append("\(wanted) = \(own)")
    }
    guard let over else {
      return Choice(
        chosen: ChosenScenario(name: name, assumptions: options), span: nil,
        digest: document.origin.digest)
    }
    let scenario = model.scenario
    let quarters = (1...scenario.quarters).map(scenario.quarter).filter { $0.year == over }
    guard let first = quarters.first, let last = quarters.last else {
      throw RunRefusal(
        "\(name) has no quarter in \(over); it goes from \(scenario.start) to "
          + "\(scenario.quarter(scenario.quarters)).")
    }
    for (wanted, metric) in zip(metrics.names, means) {
      if let found = known.first(where: { $0.name == wanted }), !found.isByQuarter {
        throw RunRefusal("--over needs a quantity by quarter; \(wanted) is one number a trial.")
      }
      let sum = quarters.map { "sum(\(wanted), over: \($0))" }.joined(separator: " + ")
      options.metrics.append("\(metric) = (\(sum)) / \(quarters.count)")
      options.overrides.append("metrics.\(metric).label=mean quarterly \(wanted) in \(over)")
    }
    return Choice(
      chosen: ChosenScenario(name: name, assumptions: options), span: "\(first) – \(last)",
      digest: document.origin.digest)
  }

  private var metrics: (options: AssumptionOptions, names: [String]) { assumptions.chosenMetrics }

  /// The metrics that --over makes, such as `meanCapexUSDIn2025`.
  private var means: [String] {
    metrics.names.map { name in
      let plain = name.filter { $0.isLetter || $0.isNumber }
      return "mean\(plain.prefix(1).uppercased())\(plain.dropFirst())In\(over ?? 0)"
    }
  }
}

/// Whose luck belongs together.
enum DrawSharing: String, ExpressibleByArgument, CaseIterable {
  case family, same, own

  func family(of run: PreparedRun) -> String {
    switch self {
    case .same: ""
    case .own: run.chosen.name
    case .family: run.document.origin.base
    }
  }
}

/// Amounts in one currency, whatever the scenario's own is.
enum OneCurrency {
  /// The quantity that `capexUSD` stands for where a scenario is in USD itself: `capex`.
  static func quantity(_ wanted: String, among known: [Quantity]) -> String? {
    guard wanted.count > 3 else { return nil }
    let base = String(wanted.dropLast(3))
    let unit = Unit.currency(String(wanted.suffix(3)))
    return known.first { $0.name == base && $0.unit == unit }?.name
  }
}

/// Names for the heads of columns: without folder and ending, where that tells them apart.
enum ShortNames {
  static func of(_ names: [String]) -> [String] {
    let short = names.map { name in
      let last = name.split(separator: "/").last.map(String.init) ?? name
      return [".yaml", ".yml"].reduce(last) {
        $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0
      }
    }
    return Set(short).count == short.count ? short : names
  }
}

extension [Quantity] {
  func contains(named name: String) -> Bool { contains { $0.name == name } }
}
