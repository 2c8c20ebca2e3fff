import ArgumentParser
import CapexModel
import Foundation
import Reporting
import RiskAnalysis
import ScenarioFiles

/// Which scenario, and what is set besides it.
struct ScenarioOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A scenario file, or the name of a built-in scenario.",
      discussion: "See `capexsim scenarios` for the names."),
    completion: .file(extensions: ["yaml", "yml"]))
  var scenario = ChosenScenario.standard

  @OptionGroup var assumptions: AssumptionOptions

  var chosen: ChosenScenario { ChosenScenario(name: scenario, assumptions: assumptions) }
}

/// Several scenarios, and what is set besides them all.
struct ScenariosOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Scenario files, or names of built-in scenarios.",
      discussion: "See `capexsim scenarios` for the names.", valueName: "scenario"),
    completion: .file(extensions: ["yaml", "yml"]))
  var scenarios = [ChosenScenario.standard]

  @OptionGroup var assumptions: AssumptionOptions

  var chosen: [ChosenScenario] {
    scenarios.map { ChosenScenario(name: $0, assumptions: assumptions) }
  }
}

/// What is set besides a scenario, and how far it may go.
struct AssumptionOptions: ParsableArguments {
  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Another value for one assumption, in the words of the file.",
      discussion: "May be given several times: --set fx.usdcny.volatility=6%",
      valueName: "path=value"))
  var overrides: [String] = []

  @Option(
    name: .customLong("metric"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "One more metric, as a formula over named quantities.",
      discussion: "Such as --metric 'share = sum(capex, over: plan) / plan.total'",
      valueName: "name=formula"))
  var metrics: [String] = []

  /// Where --metric also chooses what is shown, a name alone stands for a quantity that is there.
  var chosenMetrics: (options: AssumptionOptions, names: [String]) {
    var options = self
    options.metrics = metrics.filter { $0.contains("=") }
    let names = metrics.map { metric in
      String(metric.prefix { $0 != "=" }).split(separator: " ").joined(separator: " ")
    }
    return (options, names)
  }

  /// The same again, as they are typed.
  var arguments: [String] {
    overrides.flatMap { ["--set", $0] } + metrics.flatMap { ["--metric", $0] }
      + (allowLongRun ? ["--allow-long-run"] : [])
  }

  @Flag(
    help: """
      Allow more than an hour, more memory than there is, or more than \(Horizon.usual) quarters.
      """)
  var allowLongRun = false

  var longestHorizon: Int { allowLongRun ? Horizon.most : Horizon.usual }
}

/// One scenario, as the user named it.
struct ChosenScenario {
  static let standard = "alibaba-380b"

  let name: String
  let assumptions: AssumptionOptions

  /// Reads and checks the scenario; warnings go to standard error, unless it will be read again.
  func read(warns: Bool = true) throws -> ScenarioDocument {
    let result =
      isBuiltIn
      ? ScenarioReader.readBuiltIn(
        named: name, overrides: assumptions.overrides, metrics: assumptions.metrics,
        longestHorizon: assumptions.longestHorizon)
      : ScenarioReader.read(
        file: name, overrides: assumptions.overrides, metrics: assumptions.metrics,
        longestHorizon: assumptions.longestHorizon)
    let document = try result.get()
    for warning in document.warnings where warns { StandardError().write(warning.rendered) }
    return document
  }

  /// A file of the same name comes before the built-in scenario; a folder does not.
  private var isBuiltIn: Bool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: name, isDirectory: &isFolder)
    if exists && !isFolder.boolValue { return false }
    if BuiltInScenarios.names.contains(name) { return true }
    return !exists && !looksLikeFile
  }

  private var looksLikeFile: Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.hasSuffix(".json")
      || name.hasPrefix(".") || name.hasPrefix("/")
  }

  var origin: ReportContext.Origin { isBuiltIn ? .builtIn(name) : .file(name) }
}

extension ScenarioDocument {
  var reportedOverrides: [ReportContext.Override] {
    overridden.map {
      ReportContext.Override(path: $0.path, value: $0.newText, fileValue: $0.fileText)
    }
  }
}
