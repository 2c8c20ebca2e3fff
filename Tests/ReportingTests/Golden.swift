import Foundation
import Testing

/// Output compared with a file in `Golden/`, byte for byte. With RECORD=1 the file is written
/// anew, and the test fails on purpose so that a recording run is never taken for a passing one.
enum Golden {
  static func expect(_ text: String, _ name: String) throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden").appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: url)
      Issue.record("recorded \(name): look at the difference, then run without RECORD")
      return
    }
    let expected = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    if text == expected { return }
    let got = text.split(separator: "\n", omittingEmptySubsequences: false)
    let want = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
      zip(got, want).enumerated().first { $1.0 != $1.1 }?.offset ?? min(got.count, want.count)
    let show = { (lines: [Substring]) in lines.indices.contains(line) ? lines[line] : "(end)" }
    Issue.record("\(name):\(line + 1)\nexpected \(show(want))\ngot      \(show(got))")
  }
}
