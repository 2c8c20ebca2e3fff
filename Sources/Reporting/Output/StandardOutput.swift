#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Standard output, unbuffered and checked: `print` loses what a full disk does not take.
public struct StandardOutput: Sendable {
  let descriptor: Int32

  public init() { descriptor = STDOUT_FILENO }

  /// Another descriptor, for tests.
  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Writes all of `text`.
  /// - Throws: `readerGone` where the pipe is closed, `standardOutput` for the rest.
  public func write(_ text: String) throws(OutputError) {
    guard let code = ByteSink.write(Array(text.utf8), to: descriptor) else { return }
    throw code == EPIPE ? .readerGone : .standardOutput(code: code)
  }

  public var isTerminal: Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal; nil where it is none.
  public var columns: Int? {
    var size = winsize()
    guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Makes a closed pipe and a file over its limit errors of `write`, not ends of the process;
  /// call it once, before the first write.
  public static func turnSignalsIntoErrors() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
  }
}

/// Standard error, for what is no result: a message that cannot be written is given up.
public struct StandardError: Sendable {
  public init() {}
  public func write(_ text: String) {
    _ = ByteSink.write(Array(text.utf8), to: STDERR_FILENO)
  }
  public var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
