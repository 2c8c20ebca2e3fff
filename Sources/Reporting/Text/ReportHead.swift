internal import RiskAnalysis

/// The lines that say what was run.
struct ReportHead {
  var scenario: String
  var origin: ReportContext.Origin
  var asOf: String?
  var overrides: [ReportContext.Override]

  init(
    scenario: String, origin: ReportContext.Origin, asOf: String?,
    overrides: [ReportContext.Override]
  ) {
    self.scenario = scenario
    self.origin = origin
    self.asOf = asOf
    self.overrides = overrides
  }

  init(_ context: ReportContext) {
    self.init(
      scenario: context.scenario, origin: context.origin, asOf: context.asOf,
      overrides: context.overrides)
  }

  /// Where a run comes from, how many trials it has, and its seed.
  static func facts(_ answers: Answers) -> [String] {
    ReportHead(answers.context).originFacts
      + [NumberText.trials(answers.trials), "seed \(answers.seed)"]
  }

  /// The scenario's name, and `right` at the end of the line where both fit.
  func title(_ right: String, width: Int, palette: Palette) -> [String] {
    let room = width - DisplayWidth.of(right) - 2
    let name = EscapedText.of(scenario)
    if DisplayWidth.of(name) <= room, !right.isEmpty {
      return [palette(name, .title) + right.leftPadded(to: width - DisplayWidth.of(name))]
    }
    let lines = Paragraph.lines(name, width: width, hanging: "  ").map { palette($0, .title) }
    return lines + (right.isEmpty ? [] : [right])
  }

  /// Parts joined by dots, broken between parts.
  static func facts(_ parts: [String], width: Int, palette: Palette) -> [String] {
    Paragraph.lines(
      parts.map(\.unbroken).joined(separator: " · ".replacingFirstSpace), width: width
    ).map { palette($0, .faint) }
  }

  var originFacts: [String] {
    let place =
      switch origin {
      case .file(let path): EscapedText.of(path)
      case .builtIn(let name): "built-in scenario \(EscapedText.of(name))"
      }
    return [place] + (asOf.map { ["as of \(EscapedText.of($0))"] } ?? [])
  }

  /// Assumptions that were given besides the file.
  func changes(width: Int, palette: Palette) -> [String] {
    guard !overrides.isEmpty else { return [] }
    let lines = overrides.flatMap { change in
      let before = change.fileValue.map { "file: \(EscapedText.of($0))" } ?? "not in the file"
      return Paragraph.lines(
        "\(EscapedText.of(change.path)) = \(EscapedText.of(change.value)) (\(before))",
        width: width, indent: "  ", hanging: "    ")
    }
    return [palette("Assumptions that differ from the file", .title)] + lines
  }
}

extension String {
  /// A separator that stays with what stands before it.
  fileprivate var replacingFirstSpace: String { "\u{A0}" + dropFirst() }
}
