public import CapexModel

/// A scenario that was read without a mistake.
public struct ScenarioDocument: Sendable {
  /// Every value that applies: given, inherited, set by a flag, or standard (then its source is
  /// `standard`).
  public let assumptions: Assumptions
  /// The equations that they make.
  public let model: CapexModel
  /// The equations of the first of the files it extends that takes nothing as known: the view
  /// before, where this one knows what has happened.
  public let earlier: CapexModel?
  /// What is allowed and probably not meant.
  public let warnings: [Diagnostic]
  /// What the flags set, by path.
  public let overridden: [Override]
  public let origin: Origin

  public struct Override: Sendable, Equatable {
    public let path: String
    public let newText: String
    /// What the files say; nil when they say nothing.
    public let fileText: String?
  }

  public struct Origin: Sendable, Equatable {
    /// The file as it was named, or `built-in …`.
    public let name: String
    /// SHA-256, in hexadecimal, of the assumptions in their canonical text: equal for files that
    /// differ in comments, order, units, sources and notes alone.
    public let digest: String
    /// SHA-256 of the text of the last file in the chain of `extends`: equal for variants of one
    /// scenario.
    public let base: String

    package static func digest(of assumptions: Assumptions) -> String {
      SHA256.digest(CanonicalText.text(of: assumptions))
    }
  }
}

/// Why a scenario could not be read.
public struct ScenarioFailure: Error, Sendable {
  public enum ExitCode: Int32, Sendable {
    case invalid = 2
    case missing = 66
  }

  /// In the order of files and positions; twenty at most.
  public let diagnostics: [Diagnostic]
  /// How many more there were.
  public let omitted: Int
  public let exitCode: ExitCode

  static let most = 20

  private init(sorted diagnostics: [Diagnostic], omitted: Int, exitCode: ExitCode) {
    self.diagnostics = diagnostics
    self.omitted = omitted
    self.exitCode = exitCode
  }

  /// The same with each diagnostic put in other words.
  func mapping(_ transform: (Diagnostic) -> Diagnostic) -> ScenarioFailure {
    ScenarioFailure(
      sorted: diagnostics.map(transform), omitted: omitted, exitCode: exitCode)
  }

  init(_ diagnostics: [Diagnostic], exitCode: ExitCode) {
    let sorted = Diagnostic.sorted(diagnostics)
    self.diagnostics = Array(sorted.prefix(ScenarioFailure.most))
    omitted = sorted.count - self.diagnostics.count
    self.exitCode = exitCode
  }

  /// All diagnostics as text, with a last line when some were left out.
  public var rendered: String {
    let text = diagnostics.map(\.rendered).joined()
    return omitted == 0 ? text : text + "\(Wording.count(omitted, "more mistake")) not shown\n"
  }
}

extension ScenarioDocument {
  /// The value of a path in its canonical text, which does not depend on how it was written; nil
  /// where there is none.
  public func valueText(of path: String) -> String? {
    assumptions[path].map { CanonicalText.text($0.content) }
  }

  /// The same with numbers of the key's measure written by `number`, such as percentages.
  public func valueText(of path: String, number: (Double) -> String) -> String? {
    assumptions[path].map { CanonicalText.text($0.content, number: number) }
  }
}
