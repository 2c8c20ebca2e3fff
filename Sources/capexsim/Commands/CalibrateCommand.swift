import ArgumentParser
import Reporting
import RiskAnalysis
import ScenarioFiles

struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Fits a process to a history of exchange rates.",
    discussion: """
      Prints the parameters with their errors, how well other processes fit, whether the residuals
      look random, and lines to paste into a scenario. Exit status 3 where a search does not
      converge.

      Example: capexsim calibrate usdcny seeds/usdcny-monthly.csv --from 2015-08 --to 2025-02
      """)

  @Argument(help: "The pair, such as usdcny: CNY per USD.")
  var pair: String

  @Argument(
    help: "A CSV file with the columns period and value, a month, a quarter or a day a row.",
    completion: .file(extensions: ["csv"]))
  var file: String

  @Option(help: "The process; the one with the smallest AIC when not given.")
  var process: FittedProcess?

  @Option(help: "The first period, as it stands in the file.")
  var from: String?

  @Option(help: "The last period.")
  var to: String?

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  func validate() throws {
    guard pair.utf8.count == 6, pair.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      throw ValidationError("'\(pair)' is no pair of currencies; write six small letters: usdcny.")
    }
    guard format != .csv else { throw ValidationError("--format is text or json here.") }
  }

  func run() throws {
    let history = try RateHistory.read(file: file, from: from, to: to).get()
    let calibration: Calibration
    do {
      calibration = try Calibration(
        pair: pair,
        source: Calibration.Source(
          file: history.name, first: history.first, last: history.last,
          lastIdentifier: history.lastIdentifier, averaged: history.averaged),
        series: RateSeries(
          values: history.values, observationsPerYear: history.observationsPerYear),
        process: process)
    } catch {
      StandardError().write(
        "error: \(file), \(history.first) to \(history.last): \(error.message)\n")
      throw ExitCode(error.isOfInput ? 2 : 3)
    }
    try StandardOutput().write(
      format == .json
        ? CalibrationJSON(calibration).text
        : CalibrationReport(
          calibration, width: TextOutput.width, palette: TextOutput.palette
        ).text)
  }
}

extension FittedProcess: ExpressibleByArgument {}
