import CapexModel
import Foundation
import ScenarioFiles
import Testing

@testable import RiskAnalysis

/// A number whose source is a command of `calibrate` is what that command yields, to its last digit.
@Suite struct CalibratedSourcesTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func commandsYieldTheNumbers() throws {
    var compared: Set<String> = []
    var fits: [String: Calibration] = [:]
    for name in BuiltInScenarios.names {
      let assumptions = try ScenarioReader.readBuiltIn(named: name).get().assumptions
      for path in assumptions.paths {
        guard let assumption = assumptions[path], let source = assumption.source,
          source.hasPrefix("capexsim calibrate "), case .number(let value) = assumption.content
        else { continue }
        let calibration = try fits[source] ?? Self.calibration(source)
        fits[source] = calibration
        let expected = try #require(
          Self.yielded(
            by: calibration, path, isUndone: assumption.note?.contains("undone") == true),
          "\(name): \(source) yields no \(path)")
        let decimals = "\(value)".split(separator: ".").last?.count ?? 0
        let tolerance = 0.5 * (0..<decimals).reduce(1) { unit, _ in unit / 10 }
        #expect(
          abs(value - expected) <= tolerance * (1 + 1e-9),
          "\(name), \(path): expected \(expected) from \(source), got \(value)")
        compared.insert("\(name) \(path)")
      }
    }
    for key in ["level", "speed", "volatility"] {
      for path in ["fx.usdcny.\(key)", "fx.usdcny.standardErrors.\(key)"] {
        #expect(compared.contains("alibaba-380b \(path)"), "\(path) names no command")
      }
    }
    for path in [
      "plan.execution.volatility", "plan.execution.autocorrelation", "cloud.growth.volatility",
      "cloud.growth.errors.volatility", "cloud.growth.errors.start",
    ] {
      #expect(compared.contains("alibaba-380b \(path)"), "\(path) names no command")
    }
  }

  /// What a command says of a key; where the averaging of months is undone, of that.
  private static func yielded(
    by calibration: Calibration, _ path: String, isUndone: Bool
  ) -> Double? {
    let key = path.split(separator: ".").last.map(String.init) ?? ""
    let isError = path.contains(".standardErrors.")
    if isUndone {
      guard key == "volatility" else { return nil }
      let undone = calibration.withoutAveraging
      return isError ? undone?.standardError : undone?.volatility
    }
    if path.hasPrefix("cloud.growth.errors.") {
      let growth = calibration.chosen.growth
      return ["volatility": growth?.volatilityError, "start": growth?.startError][key] ?? nil
    }
    let parameter = calibration.chosen.parameter(key)
    return isError ? parameter?.standardError : parameter?.value
  }

  /// Runs a command as it is written.
  private static func calibration(_ command: String) throws -> Calibration {
    let words = command.split(separator: " ").map(String.init)
    let options = Dictionary(
      uniqueKeysWithValues: stride(from: 4, to: words.count - 1, by: 2).map {
        (words[$0], words[$0 + 1])
      })
    #expect(
      Set(options.keys).isSubset(of: ["--process", "--from", "--to", "--speed"]), "\(command)")
    let target = try #require(CalibrationTarget(words[2]), "\(command)")
    let process: FittedProcess = try #require(
      options["--process"].flatMap(FittedProcess.init), "\(command)")
    let item = target.item(for: process)
    let history = try RateHistory.read(
      file: root.appending(path: words[3]).path, from: options["--from"], to: options["--to"],
      item: item, isGrowth: process == .announcedGrowth
    ).get()
    return try Calibration(
      target,
      source: Calibration.Source(
        file: words[3], periods: history.periods, lastIdentifier: history.lastIdentifier,
        averaged: history.averaged, item: item),
      series: RateSeries(
        values: history.values, observationsPerYear: history.observationsPerYear,
        firstQuarter: Quarter(history.first)?.number, speed: options["--speed"].flatMap(Double.init)
      ),
      process: process)
  }
}
