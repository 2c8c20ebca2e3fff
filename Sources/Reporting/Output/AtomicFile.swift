#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Files that appear whole or not at all: temporary file in the same folder, fsync, rename, fsync
/// of the folder. Held by `AtomicFileTests`.
public enum AtomicFile {
  /// Writes one file, over what was there.
  public static func write(_ text: String, to path: String) throws(OutputError) {
    try PendingFile(Array(text.utf8), for: path).publish()
    PendingFile.flushFolder(of: path)
  }

  /// Writes one file by what takes a path, such as a library; over what was there.
  /// - Parameter fill: writes the file whose path it is given, in the same folder.
  package static func write(
    to path: String, fill: (_ temporary: String) throws(OutputError) -> Void
  ) throws(OutputError) {
    let pending = try PendingFile(for: path) { (_, temporary) throws(OutputError) in
      try fill(temporary)
    }
    try pending.publish()
    PendingFile.flushFolder(of: path)
  }
}

/// The folder of `--output`: `report.txt`, `quantities.csv`, `result.json`.
public struct OutputFolder: Sendable {
  public let path: String

  /// Makes the folder where it is missing; its parent must be there.
  public init(_ path: String) throws(OutputError) {
    self.path = path
    if mkdir(path, 0o777) != 0 {
      let code = errno
      var status = stat()
      let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      guard code == EEXIST, isFolder else { throw .folder(path: path, code: code) }
    }
  }

  /// Writes all files under temporary names first, then puts them in place: no file appears
  /// unless every one could be written.
  public func write(_ files: [(name: String, text: String)]) throws(OutputError) {
    var pending: [PendingFile] = []
    do throws(OutputError) {
      for file in files {
        pending.append(try PendingFile(Array(file.text.utf8), for: "\(path)/\(file.name)"))
      }
      while let next = pending.first {
        pending.removeFirst()
        try next.publish()
      }
    } catch {
      for file in pending { file.discard() }
      throw error
    }
    PendingFile.flushFolder(of: "\(path)/.")
  }
}
