import Foundation

/// Rows of numbers from the files in KnownAnswers/, whose heads say how they were made.
enum KnownAnswers {
  struct Missing: Error {
    let path: String
    let line: String
  }

  static func rows(_ name: String) throws -> [[Double]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "KnownAnswers/\(name).txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    let rows = try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      try line.split(separator: " ").map { word in
        guard let number = Double(word) else {
          throw Missing(path: file.path(), line: String(line))
        }
        return number
      }
    }
    guard rows.count > 10 else { throw Missing(path: file.path(), line: "") }
    return rows
  }
}

/// The largest error over a list of cases, with the case that had it.
struct WorstCase: CustomStringConvertible {
  var error = 0.0
  var arguments: [Double] = []
  var expected = 0.0
  var got = 0.0

  /// - Parameter scale: the unit of the error.
  mutating func see(_ arguments: [Double], expected: Double, got: Double, scale: Double) {
    let here = got == expected ? 0 : abs(got - expected) / scale
    if here > error || here.isNaN {
      error = here
      self.arguments = arguments
      self.expected = expected
      self.got = got
    }
  }

  var description: String {
    "error \(error) at \(arguments): expected \(expected), got \(got)"
  }
}
