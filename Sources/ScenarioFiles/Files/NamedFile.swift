/// A file that the command line names.
public enum NamedFile {
  /// Its bytes, at most one more than the largest file that is read; or that there is none.
  public static func read(_ path: String) -> Result<[UInt8], ScenarioFailure> {
    read(path, order: 0)
  }

  /// - Parameter order: where the file stands among those read, for messages.
  static func read(_ path: String, order: Int) -> Result<[UInt8], ScenarioFailure> {
    DiskFile.read(path).mapError { problem in
      let source = SourceText(unreadable: path, order: order)
      let rejection = Rejection(.file(problem), at: source.span(line: 0, column: 0))
      return ScenarioFailure([Diagnostic(rejection)], exitCode: .missing)
    }
  }
}
