/// One mistake in a scenario: where it is, what it is, and how to mend it.
///
/// `rendered` gives the form
///
///     scenarios/x.yaml:14:17: error: volatility is -4.1%, but must be at least 0
///        14 |     volatility: -4.1%
///           |                 ^^^^^
///        help: annual, as a fraction or a percentage; write 4.1%
///
/// Held by `DiagnosticTests`.
public struct Diagnostic: Sendable {
  public enum Severity: String, Sendable { case error, warning }

  /// The file as it was named, or the flag as it was typed.
  public let origin: String
  /// The mistake is in a flag; then `line` is 1 and the column counts in `origin`.
  public let isFlag: Bool
  /// From 1; 0 when the file as a whole is meant.
  public let line: Int
  /// From 1, in Unicode scalars.
  public let column: Int
  public let length: Int
  public let severity: Severity
  public let problem: ScenarioProblem
  /// The line, as it stands in the file.
  let quoted: [Unicode.Scalar]
  let order: Int
  /// The flags without which the mistake, which stands in a file, is not there.
  var causes: [String] = []

  init(_ rejection: Rejection, severity: Severity = .error) {
    let span = rejection.span
    switch span.text.origin {
    case .file(let name):
      origin = name
      isFlag = false
    case .flag(let text):
      origin = text
      isFlag = true
    }
    line = span.line
    column = span.column
    length = span.length
    quoted = span.text.line(span.line)
    order = span.text.order
    problem = rejection.problem
    self.severity = severity
  }

  /// What is wrong, in one sentence.
  public var message: String { problem.message }
  /// How to mend it.
  public var help: String {
    guard !causes.isEmpty else { return problem.help }
    let shown = causes.prefix(3).map(Wording.quoted)
    let more = causes.count > shown.count ? " and \(causes.count - shown.count) more" : ""
    return problem.help + "; flags given: " + shown.joined(separator: ", ") + more
  }
}

extension Diagnostic {
  /// The same with the flags that cause it, when it stands in a file and is not there without
  /// them.
  func blaming(_ flags: [String], unless without: [Diagnostic]) -> Diagnostic {
    let isOld = without.contains {
      $0.origin == origin && $0.line == line && $0.column == column && $0.problem == problem
    }
    guard !isFlag, !isOld else { return self }
    var blaming = self
    blaming.causes = flags
    return blaming
  }
}

extension Diagnostic {
  /// By file in the order of reading, then by position, then by text.
  static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.sorted {
      ($0.order, $0.line, $0.column, $0.message) < ($1.order, $1.line, $1.column, $1.message)
    }
  }
}
