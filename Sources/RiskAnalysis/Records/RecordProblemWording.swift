extension RecordProblem {
  /// What is wrong, in one sentence without a full stop.
  public var message: String { wording.message }
  /// How to mend it.
  public var help: String { wording.help }

  /// In the form of other mistakes in files, ended by a line feed:
  ///
  ///     records/x.json:4:13: error: `trials` is 0, but must be at least 1
  ///        help: …
  ///
  /// - Parameter file: Its name, as the user gave it and as it may be shown.
  public func rendered(file: String) -> String {
    "\(file):\(line):\(column): error: \(message)\n   help: \(help)\n"
  }

  private static let again = "write the record again with `capexsim run --record`"

  private var wording: (message: String, help: String) {
    switch kind {
    case .tooLarge(let bytes, let limit):
      ("the file has \(bytes) bytes, but a record at most \(limit)", "is it a record of a run?")
    case .notUTF8: ("the file is not UTF-8", "save it as UTF-8")
    case .ended: ("the file ends too soon", "it may have been cut off; \(RecordProblem.again)")
    case .expected(let token): ("here \(token.rawValue) is expected", "a record is JSON")
    case .tooDeep(let limit):
      ("more than \(limit) levels of brackets", "is it a record of a run?")
    case .controlCharacter(let code):
      (
        "the control character \(RecordProblem.codePoint(code)) stands in a text",
        "write it as an escape, or leave it out"
      )
    case .escape: ("this is no escape of JSON", #"write \\ for a backslash"#)
    case .number(let text):
      ("\(RecordProblem.shown(text)) is not a number of JSON", "write it as 380, -0.5 or 1.2e3")
    case .moreAfterTheEnd: ("something follows the end of the record", "leave it out")
    case .twice(let member, let line):
      (
        "\(RecordProblem.name(member)) is here a second time",
        "the first is in line \(line); keep one"
      )
    case .unknown(let member, let known):
      ("\(RecordProblem.name(member)) is unknown", "known here: \(known.joined(separator: ", "))")
    case .missing(let member):
      ("\(RecordProblem.name(member)) is missing", RecordProblem.again)
    case .notThe(let shape, let member):
      ("\(RecordProblem.name(member)) must be \(shape.rawValue)", RecordProblem.again)
    case .otherFormat(let found):
      (
        "the format is \(RecordProblem.shown(found))",
        "a record has \"format\": \"\(ForecastRecordReader.format)\""
      )
    case .otherVersion(let found):
      (
        "the record has version \(found), and this program reads \(ForecastRecord.version)",
        "use the program that wrote it, or write the record again"
      )
    case .bothOrNeither(let one, let other):
      ("one of `\(one)` and `\(other)` is needed", "name the scenario's origin in one of them")
    case .digest:
      ("`digest` is not 64 hexadecimal digits in lower case", RecordProblem.again)
    case .seed(let text):
      (
        "the seed is \(RecordProblem.shown(text))",
        "write a whole number from 0 to \(UInt64.max) in quotation marks"
      )
    case .date(let text): ("\(RecordProblem.shown(text)) is not a day", "write it as 2025-02-24")
    case .quarter(let text):
      ("\(RecordProblem.shown(text)) is not a quarter", "write it as 2025Q2")
    case .belowOne(let member, let found):
      ("`\(member)` is \(found), but must be at least 1", RecordProblem.again)
    case .grid(let grid): RecordProblem.wording(grid)
    case .quantityTwice(let name):
      ("the quantity \(RecordProblem.name(name)) is here a second time", "keep one of them")
    case .nothing(let member): ("`\(member)` is empty", RecordProblem.again)
    }
  }

  private static func wording(_ grid: Grid) -> (String, String) {
    switch grid {
    case .levelOutside(let level):
      ("the level \(level) does not lie between 0 and 1", "write 0.05 for the 5th percentile")
    case .levelsNotAscending(let level, let before):
      ("the level \(level) follows \(before)", "levels ascend, each once")
    case .quantilesDescend(let level, let value, let below):
      ("the quantile \(value) at level \(level) follows \(below)", "quantiles never descend")
    case .count(let levels, let quantiles):
      ("\(quantiles) quantiles for \(levels) levels", "write one quantile for each level")
    }
  }

  private static func name(_ text: String) -> String { "`\(escaped(text))`" }
  private static func shown(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// What a terminal shows as it is; the rest as its code, and not too long.
  private static func escaped(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(60) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        shown += codePoint(scalar.value)
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return text.unicodeScalars.count > 60 ? shown + "…" : shown
  }

  private static func codePoint(_ code: UInt32) -> String {
    "\\u{" + String(code, radix: 16, uppercase: true) + "}"
  }
}
