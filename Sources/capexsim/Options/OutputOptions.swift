import ArgumentParser
import Foundation
import Reporting

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, json
}

/// Where results go and how they look.
struct OutputOptions: ParsableArguments {
  @Option(help: "text, csv or json.")
  var format: OutputFormat = .text

  @Option(
    help: ArgumentHelp(
      "Write report.txt, CSV and JSON into a folder instead.", valueName: "folder"),
    completion: .directory)
  var output: String?

}

/// How text on standard output may look.
enum TextOutput {
  static var palette: Palette {
    let environment = ProcessInfo.processInfo.environment
    return Palette.suited(
      isTerminal: StandardOutput().isTerminal, noColor: environment["NO_COLOR"],
      term: environment["TERM"])
  }

  static var width: Int? { StandardOutput().columns }
}
