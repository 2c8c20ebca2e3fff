import ArgumentParser
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
  var scenario = "alibaba-380b"

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Another value for one assumption, in the words of the file.",
      discussion: "May be given several times: --set fx.usdcny.volatility=6%",
      valueName: "path=value"))
  var overrides: [String] = []

  /// Reads and checks the scenario; warnings go to standard error.
  func read() throws -> ScenarioDocument {
    let result =
      isBuiltIn
      ? ScenarioReader.readBuiltIn(named: scenario, overrides: overrides)
      : ScenarioReader.read(file: scenario, overrides: overrides)
    let document = try result.get()
    for warning in document.warnings { StandardError().write(warning.rendered) }
    return document
  }

  /// A file of the same name comes before the built-in scenario; a folder does not.
  private var isBuiltIn: Bool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: scenario, isDirectory: &isFolder)
    if exists && !isFolder.boolValue { return false }
    if BuiltInScenarios.names.contains(scenario) { return true }
    return !exists && !looksLikeFile
  }

  private var looksLikeFile: Bool {
    scenario.hasSuffix(".yaml") || scenario.hasSuffix(".yml") || scenario.hasSuffix(".json")
      || scenario.hasPrefix(".") || scenario.hasPrefix("/")
  }

  var origin: ReportContext.Origin { isBuiltIn ? .builtIn(scenario) : .file(scenario) }
}

extension ScenarioDocument {
  var reportedOverrides: [ReportContext.Override] {
    overridden.map {
      ReportContext.Override(path: $0.path, value: $0.newText, fileValue: $0.fileText)
    }
  }
}
