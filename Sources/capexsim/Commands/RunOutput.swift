import ArgumentParser
import Reporting
import RiskAnalysis

/// Where the reports of one run go, or of several one after another.
struct RunOutput {
  let options: OutputOptions
  let isSeveral: Bool
  private var runs: [(name: String, answers: Answers)] = []

  init(options: OutputOptions, isSeveral: Bool) {
    self.options = options
    self.isSeveral = isSeveral
  }

  /// Takes in a run; a report for people is written at once.
  mutating func add(_ answers: Answers, named name: String) throws {
    if options.output == nil, options.format == .text {
      let text = RunReport(answers, width: TextOutput.width, palette: TextOutput.palette).text
      try StandardOutput().write(runs.isEmpty ? text : "\n" + text)
    }
    runs.append((name, answers))
  }

  /// Writes what could not be written before all was there.
  func finish() throws {
    if let path = options.output { return try write(to: path) }
    switch options.format {
    case .text: return
    case .csv:
      try StandardOutput().write(
        isSeveral ? SeveralRuns(runs).csv : runs.map { QuantitiesCSV($0.answers).text }.joined())
    case .json:
      try StandardOutput().write(
        isSeveral ? SeveralRuns(runs).json : runs.map { ResultJSON($0.answers).text }.joined())
    }
  }

  /// One folder; for several scenarios one folder in it for each.
  private func write(to path: String) throws {
    let parent = try OutputFolder(path)
    for (name, answers) in runs {
      let folder = isSeveral ? try OutputFolder("\(path)/\(RunOutput.folder(name))") : parent
      try folder.write([
        ("report.txt", RunReport(answers, width: nil, palette: .plain).text),
        ("quantities.csv", QuantitiesCSV(answers).text),
        ("result.json", ResultJSON(answers).text),
      ])
    }
  }

  /// `peers/amazon` becomes `peers-amazon`, and `./mine/slow.yaml` becomes `mine-slow`.
  static func folder(_ name: String) -> String {
    var text = name
    for ending in [".yaml", ".yml", ".json"] where text.hasSuffix(ending) {
      text = String(text.dropLast(ending.count))
      break
    }
    let parts = text.split(separator: "/").filter { $0 != "." && $0 != ".." }
    return parts.isEmpty ? "scenario" : parts.joined(separator: "-")
  }

  /// Refuses scenarios that could not be told apart in the output.
  static func checkNames(_ names: [String]) throws {
    for (index, name) in names.enumerated() {
      let before = names[..<index]
      if before.contains(name) {
        throw ValidationError("\(name) is given twice; name each scenario once.")
      }
      if let other = before.first(where: { folder($0) == folder(name) }) {
        throw ValidationError(
          "\(other) and \(name) would share the name \(folder(name)) in the output; "
            + "run them one by one.")
      }
    }
  }
}
