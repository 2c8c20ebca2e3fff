/// Output that could not be written; the tool ends with status 74, but for a closed pipe.
///
/// `code` is the system's error number.
public enum OutputError: Error, Equatable, Sendable {
  /// The reader of standard output has gone, as with `| head`: end without a word.
  case readerGone
  case standardOutput(code: Int32)
  case folder(path: String, code: Int32)
  case file(path: String, step: Step, code: Int32)
  /// Something else wrote it, and not all of it is there.
  case incomplete(path: String)
  /// The path is a folder, a device or a pipe, which must not be replaced by a file.
  case notAFile(path: String)

  public enum Step: Sendable {
    case create, write, flush, rename
  }
}
