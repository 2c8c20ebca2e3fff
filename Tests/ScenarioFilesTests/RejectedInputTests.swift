import Foundation
import Testing

@testable import ScenarioFiles

/// Rejected input, one small file a rule: the diagnostics word for word.
///
/// `Files/x.yaml` is read and what comes out compared with `Files/x.expected`. RECORD=1 in the
/// environment writes the expected files anew, and fails on purpose.
@Suite struct RejectedInputTests {
  static let folder = ProjectFiles.root + "/Tests/ScenarioFilesTests/Files"

  static let names: [String] = {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return entries.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test func findsFiles() {
    #expect(Self.names.count > 50)
  }

  @Test(arguments: names)
  func isExplained(name: String) throws {
    let got: String
    switch ScenarioReader.read(file: "\(Self.folder)/\(name).yaml", root: Self.folder) {
    case .success: got = "accepted\n"
    case .failure(let failure):
      #expect(failure.exitCode == .invalid)
      got = failure.rendered.replacing(Self.folder + "/", with: "")
    }
    let expectedFile = URL(fileURLWithPath: "\(Self.folder)/\(name).expected")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(got.utf8).write(to: expectedFile)
      Issue.record("recorded \(name).expected; look at the change before it is committed")
      return
    }
    let expected = try String(contentsOf: expectedFile, encoding: .utf8)
    #expect(got == expected, "\(name).yaml: expected\n\(expected)\ngot\n\(got)")
  }
}
