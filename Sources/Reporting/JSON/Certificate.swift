internal import RiskAnalysis

/// What one needs to get the same numbers again.
enum Certificate {
  static func members(_ answers: Answers) -> JSONValue {
    let context = answers.context
    let origin: (String, JSONValue) =
      switch context.origin {
      case .file(let path): ("file", .text(path))
      case .builtIn(let name): ("builtIn", .text(name))
      }
    return .object([
      ("scenario", .text(context.scenario)), origin, ("asOf", .text(context.asOf)),
      ("overrides", overrides(context.overrides)),
      // A text, since most readers of JSON lose the last digits of 64 bits.
      ("seed", .text(String(answers.seed))), ("trials", .whole(answers.trials)),
      ("program", .text(context.programVersion)), ("stream", .whole(context.streamVersion)),
      ("mode", .text(context.plan.mode.rawValue)), ("currency", .text(context.currency)),
      ("start", .text(context.start.description)), ("quarters", .whole(context.quarters)),
    ])
  }

  /// The same as names and texts, one for each override.
  static func entries(_ answers: Answers) -> [(name: String, text: String)] {
    let context = answers.context
    let origin: (String, String) =
      switch context.origin {
      case .file(let path): ("file", path)
      case .builtIn(let name): ("builtIn", name)
      }
    return [("scenario", context.scenario), origin, ("asOf", context.asOf ?? "")]
      + context.overrides.map { ("override", "\($0.path)=\($0.value)") }
      + [
        ("seed", String(answers.seed)), ("trials", String(answers.trials)),
        ("program", context.programVersion), ("stream", String(context.streamVersion)),
        ("mode", context.plan.mode.rawValue), ("currency", context.currency),
      ]
  }

  static func overrides(_ overrides: [ReportContext.Override]) -> JSONValue {
    .array(
      overrides.map {
        .object([
          ("path", .text($0.path)), ("value", .text($0.value)), ("file", .text($0.fileValue)),
        ])
      })
  }
}
