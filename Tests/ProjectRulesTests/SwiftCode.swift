/// Swift source with comments and the text of string literals left out, so that a search finds
/// code only. Line ends stay, so line numbers hold.
struct SwiftCode {
  let lines: [String]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var state = State.code
    var index = 0
    while index < bytes.count {
      if let mark = state.mark(at: bytes[index...]) {
        state = mark.state
        index += mark.width
        continue
      }
      let isLineEnd = bytes[index] == UInt8(ascii: "\n")
      if isLineEnd || state == .code { out.append(bytes[index]) }
      if isLineEnd, state == .lineComment { state = .code }
      index += 1
    }
    lines = out.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The modules that are imported, in whatever manner.
  var imports: [String] {
    lines.filter { $0.contains("import ") }.compactMap { line in
      line.firstMatch(
        of:
          /^[@\w\s()]*\bimport\s+(?:(?:struct|enum|func|class|protocol|typealias|let|var)\s+)?(\w+)/
      ).map { String($0.output.1) }
    }
  }

  func contains(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  private enum State {
    case code, lineComment, blockComment, string, longString

    /// The mark that begins here, how many bytes it has, and the state after it.
    func mark(at rest: ArraySlice<UInt8>) -> (width: Int, state: State)? {
      func begins(_ mark: StaticString) -> Bool {
        mark.withUTF8Buffer { rest.starts(with: $0) }
      }
      switch self {
      case .code:
        if begins("//") { return (2, .lineComment) }
        if begins("/*") { return (2, .blockComment) }
        if begins("\"\"\"") { return (3, .longString) }
        if begins("\"") { return (1, .string) }
      case .lineComment: break
      case .blockComment:
        if begins("*/") { return (2, .code) }
      case .string, .longString:
        if begins("\\") { return (2, self) }
        if self == .string, begins("\"") { return (1, .code) }
        if self == .longString, begins("\"\"\"") { return (3, .code) }
      }
      return nil
    }
  }
}
