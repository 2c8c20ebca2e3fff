#if XLSX
  internal import CXlsxWriter

  /// An archive read back to see whether all of it was written (PKWARE: .ZIP File Format
  /// Specification, without its 64-bit extensions).
  ///
  /// The library takes a part that a full disk has cut short for a whole one. So each part must have
  /// the size and sum that the archive says, and end where its first element ends. Held by
  /// `WrittenArchiveTests`.
  struct WrittenArchive {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isWhole: Bool {
      guard let parts = self.parts, !parts.isEmpty else { return false }
      return parts.allSatisfy { part in
        content(part).map(WrittenArchive.isClosed) ?? false
      }
    }

    private struct Part {
      let method: Int
      let sum: Int
      let packed: Int
      let size: Int
      let header: Int
    }

    /// From the directory at the end; nil where there is none.
    private var parts: [Part]? {
      // The record of the end, which has no comment here.
      let end = bytes.count - 22
      guard number(end, 4) == 0x0605_4B50, let count = number(end + 10, 2),
        var at = number(end + 16, 4)
      else { return nil }
      var parts: [Part] = []
      for _ in 0..<count {
        guard number(at, 4) == 0x0201_4B50, let method = number(at + 10, 2),
          let sum = number(at + 16, 4), let packed = number(at + 20, 4),
          let size = number(at + 24, 4), let name = number(at + 28, 2),
          let extra = number(at + 30, 2), let comment = number(at + 32, 2),
          let header = number(at + 42, 4)
        else { return nil }
        parts.append(
          Part(method: method, sum: sum, packed: packed, size: size, header: header))
        at += 46 + name + extra + comment
      }
      return parts
    }

    /// Unpacked; nil where size or sum differ.
    private func content(_ part: Part) -> [UInt8]? {
      guard number(part.header, 4) == 0x0403_4B50, let name = number(part.header + 26, 2),
        let extra = number(part.header + 28, 2)
      else { return nil }
      let start = part.header + 30 + name + extra
      guard start + part.packed <= bytes.count else { return nil }
      let packed = bytes[start..<(start + part.packed)]
      let content =
        part.method == 0 ? Array(packed) : WrittenArchive.inflated(packed, size: part.size)
      guard let content, content.count == part.size else { return nil }
      let sum = content.withUnsafeBufferPointer {
        crc32(0, $0.baseAddress, uInt($0.count))
      }
      return Int(sum) == part.sum ? content : nil
    }

    private static func inflated(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
      var stream = z_stream()
      // Without a head of zlib's own.
      guard
        inflateInit2_(
          &stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
      else { return nil }
      defer { inflateEnd(&stream) }
      var input = Array(packed)
      let content = [UInt8](unsafeUninitializedCapacity: size + 1) { output, count in
        input.withUnsafeMutableBufferPointer { input in
          stream.next_in = input.baseAddress
          stream.avail_in = uInt(input.count)
          stream.next_out = output.baseAddress
          stream.avail_out = uInt(output.count)
          count = inflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
        }
      }
      return content
    }

    /// Whether a part of XML ends with the end of its first element, but for a last line end.
    static func isClosed(_ xml: [UInt8]) -> Bool {
      let isLineEnded = xml.last == UInt8(ascii: "\n")
      let text = String(decoding: isLineEnded ? xml.dropLast() : xml[...], as: UTF8.self)
      guard let first = text.firstMatch(of: /<([A-Za-z][\w:]*)/) else { return false }
      let rest = text[first.range.upperBound...]
      let isEmpty = rest.hasSuffix("/>") && !rest.contains("<")
      return isEmpty || rest.hasSuffix("</\(first.output.1)>")
    }

    /// Bytes with the least first; nil beyond the end.
    private func number(_ at: Int, _ width: Int) -> Int? {
      guard at >= 0, at + width <= bytes.count else { return nil }
      return bytes[at..<(at + width)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
  }
#endif
