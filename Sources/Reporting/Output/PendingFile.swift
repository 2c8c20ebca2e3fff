#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file written and flushed under a temporary name in its own folder, to be put in place whole.
struct PendingFile {
  /// As the user wrote it, for messages.
  let path: String
  private let target: String
  private let temporary: String

  /// Writes and flushes `bytes`; leaves nothing behind when it throws.
  init(_ bytes: [UInt8], for path: String) throws(OutputError) {
    try self.init(for: path) { (descriptor, _) throws(OutputError) in
      if let code = ByteSink.write(bytes, to: descriptor) {
        throw .file(path: path, step: .write, code: code)
      }
    }
  }

  /// Has the file filled, by its descriptor or by its name, and flushes it; leaves nothing behind
  /// when it throws.
  init(
    for path: String, fill: (_ descriptor: Int32, _ temporary: String) throws(OutputError) -> Void
  ) throws(OutputError) {
    self.path = path
    // A link stays a link: what it points to is replaced.
    let target = PendingFile.resolved(path)
    self.target = target
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG { throw .notAFile(path: path) }
    let (temporary, descriptor) = try PendingFile.create(beside: target, path: path)
    self.temporary = temporary
    if exists { fchmod(descriptor, status.st_mode & 0o777) }
    do throws(OutputError) {
      try fill(descriptor, temporary)
      if fsync(descriptor) != 0 { throw .file(path: path, step: .flush, code: errno) }
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    if close(descriptor) != 0 {
      let code = errno
      unlink(temporary)
      throw .file(path: path, step: .flush, code: code)
    }
  }

  /// Puts the file in place at once, over what was there.
  func publish() throws(OutputError) {
    guard rename(temporary, target) == 0 else {
      let code = errno
      discard()
      throw .file(path: path, step: .rename, code: code)
    }
  }

  func discard() { unlink(temporary) }

  /// Makes the new names in a folder last; file systems that cannot are none of our errors.
  static func flushFolder(of path: String) {
    let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// A new file that nobody else has, with the mode that the user's mask allows.
  private static func create(
    beside target: String, path: String
  ) throws(OutputError) -> (String, Int32) {
    var attempt = 0
    while true {
      let name = "\(folder(of: target))/.capexsim-\(getpid())-\(attempt).tmp"
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (name, descriptor) }
      guard errno == EEXIST, attempt < 1000 else {
        throw .file(path: path, step: .create, code: errno)
      }
      attempt += 1
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
