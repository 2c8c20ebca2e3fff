import ArgumentParser
import CapexModel
import Reporting
import RiskAnalysis
import ScenarioFiles

struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Fits a process to a history of exchange rates, spending or revenue.",
    discussion: """
      Prints the parameters with their errors, how well other processes fit, whether the residuals
      look random, and lines to paste into a scenario. Exit status 3 where a search does not
      converge.

      Example: capexsim calibrate usdcny seeds/usdcny-monthly.csv --from 2015-08 --to 2025-02
      Example: capexsim calibrate capex.execution seeds/alibaba-quarterly.csv --to 2024Q4
      Example: capexsim calibrate cloud.growth seeds/alibaba-quarterly.csv --process announcedGrowth \
      --speed 0.8
      """)

  @Argument(
    help: "A pair, such as usdcny: CNY per USD; or cloud.growth, or capex.execution.")
  var target: String

  @Argument(
    help: "A CSV file with the columns period and value, a month, a quarter or a day a row.",
    completion: .file(extensions: ["csv"]))
  var file: String

  @Option(help: "The process; the one with the smallest AIC when not given.")
  var process: FittedProcess?

  @Option(
    help: """
      Which rows of the file, by their column item; cloud revenue, cloud revenue growth or capital \
      expenditure when not given.
      """)
  var item: String?

  @Option(
    parsing: .unconditional,
    help: "The speed of reversion a year, which announcedGrowth takes as known.")
  var speed: Double?

  @Option(help: "The first period, as it stands in the file.")
  var from: String?

  @Option(help: "The last period.")
  var to: String?

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  func validate() throws {
    guard let target = CalibrationTarget(target) else {
      throw ValidationError(
        "'\(target)' is no pair of currencies, which are six small letters: usdcny; nor "
          + "cloud.growth or capex.execution.")
    }
    if let process, !target.processes.contains(process) {
      let names = target.processes.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        "--process \(process.rawValue) is not for \(target.name), which can be \(names).")
    }
    guard (process == .announcedGrowth) == (speed != nil) else {
      throw ValidationError(
        speed == nil
          ? "--process announcedGrowth needs --speed, the reversion a year, such as 0.8: so few "
            + "figures do not tell it."
          : "--speed is for --process announcedGrowth; others find it themselves.")
    }
    if let speed, !(speed > 0 && speed <= 50) {
      throw ValidationError("--speed is above 0 and at most 50 a year.")
    }
    guard format != .csv else { throw ValidationError("--format is text or json here.") }
  }

  func run() throws {
    guard let target = CalibrationTarget(target) else { return }
    let item = item ?? target.item(for: process)
    let history = try RateHistory.read(
      file: file, from: from, to: to, item: item, pair: target.pair,
      isGrowth: process == .announcedGrowth
    ).get()
    let calibration: Calibration
    do {
      calibration = try Calibration(
        target,
        source: Calibration.Source(
          file: history.name, periods: history.periods, lastIdentifier: history.lastIdentifier,
          averaged: history.averaged, item: item),
        series: RateSeries(
          values: history.values, observationsPerYear: history.observationsPerYear,
          firstQuarter: Quarter(history.first)?.number, speed: speed),
        process: process)
    } catch {
      // The last row is where more of them, or another stretch, would begin.
      let place = error.isOfInput ? "\(file):\(history.lastLine):1: error: " : "error: \(file), "
      StandardError().write(
        "\(place)\(history.first) to \(history.last): \(error.message)\n")
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
