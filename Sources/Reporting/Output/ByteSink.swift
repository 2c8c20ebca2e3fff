#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Writes all bytes to a file descriptor, or says why not.
enum ByteSink {
  /// The system's error number where not all was written; nil when done.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var from = 0
    return bytes.withUnsafeBytes { buffer in
      while from < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[from...])
        let n = systemWrite(descriptor, rest)
        if n > 0 {
          from += n
        } else if n < 0, errno == EAGAIN || errno == EWOULDBLOCK {
          // A terminal or a pipe that someone else made non-blocking: wait until it takes more.
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&wait, 1, -1)
        } else if n == 0 {
          return EIO
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
