#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension OutputError: CustomStringConvertible {
  /// One sentence for people; empty for a reader that has gone.
  public var description: String {
    switch self {
    case .readerGone: ""
    case .standardOutput(let code):
      "cannot write to standard output: \(OutputError.reason(code))"
    case .folder(let path, let code):
      "cannot make the folder \(EscapedText.of(path)): \(OutputError.reason(code))"
    case .file(let path, let step, let code):
      "cannot \(OutputError.verb(step)) \(EscapedText.of(path)): \(OutputError.reason(code))"
    case .incomplete(let path):
      "cannot write \(EscapedText.of(path)): not all of it could be written; the disk may be full"
    case .notAFile(let path):
      "cannot replace \(EscapedText.of(path)): it is not a plain file"
    }
  }

  private static func verb(_ step: Step) -> String {
    switch step {
    case .create: "create a file beside"
    case .write: "write"
    case .flush: "flush"
    case .rename: "put in place"
    }
  }

  /// Fixed wording for the usual ones, so that it does not hang on the locale.
  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOSPC: "no space left on the device"
    case ENOENT: "no such folder"
    case ENOTDIR: "a part of the path is not a folder"
    case EACCES, EPERM: "permission denied"
    case EROFS: "the file system is read-only"
    case EFBIG: "the file is larger than allowed"
    case EDQUOT: "the disk quota is used up"
    case EBADF: "it is closed"
    case EIO: "input or output error"
    case EISDIR: "it is a folder"
    case EEXIST: "it exists and is not a folder"
    case ENAMETOOLONG: "the name is too long"
    default: "system error \(code)"
    }
  }
}
