/// A text that was read, with its name, line by line, for messages that quote it.
struct SourceText: Sendable {
  enum Origin: Hashable, Sendable {
    case file(String)
    /// A flag as it was typed: `--set plan.quarters=8`.
    case flag(String)
  }

  let origin: Origin
  /// Lines without their ends, in Unicode scalars, as YAML counts columns.
  let lines: [[Unicode.Scalar]]
  /// Where the text stands among those read: messages come in this order, then by position.
  let order: Int

  init(origin: Origin, text: String, order: Int) {
    self.origin = origin
    self.order = order
    lines = SourceText.split(text)
  }

  /// A text of which nothing can be quoted.
  init(unreadable name: String, order: Int) {
    origin = .file(name)
    self.order = order
    lines = []
  }

  /// Cuts at LF, CR and CRLF; a final line end opens no further line.
  static func split(_ text: String) -> [[Unicode.Scalar]] {
    var lines: [[Unicode.Scalar]] = []
    var line: [Unicode.Scalar] = []
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\n" && afterReturn {
        afterReturn = false
        continue
      }
      afterReturn = scalar == "\r"
      if scalar == "\n" || scalar == "\r" {
        lines.append(line)
        line = []
      } else {
        line.append(scalar)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The line with a number from 1, or nothing.
  func line(_ number: Int) -> [Unicode.Scalar] {
    lines.indices.contains(number - 1) ? lines[number - 1] : []
  }

  func span(line: Int, column: Int, length: Int = 1) -> SourceSpan {
    SourceSpan(text: self, line: line, column: column, length: length)
  }
}

/// A stretch of one line of a text. Line and column count from 1, columns in Unicode scalars;
/// line 0 stands for the text as a whole.
struct SourceSpan: Sendable {
  let text: SourceText
  let line: Int
  let column: Int
  let length: Int

  /// `plan.yaml:14:3`, or the flag.
  var shown: String {
    switch text.origin {
    case .file(let name): "\(name):\(line):\(column)"
    case .flag(let flag): flag
    }
  }
}
