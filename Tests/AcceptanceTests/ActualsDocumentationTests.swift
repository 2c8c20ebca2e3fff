import CapexModel
import Foundation
import ScenarioFiles
import Testing

/// `docs/actuals.md` names every key and rule, and its example is read.
@Suite struct ActualsDocumentationTests {
  private static let text = Result {
    try String(contentsOfFile: "\(Repository.root)/docs/actuals.md", encoding: .utf8)
  }

  @Test func namesEveryKeyAndRule() throws {
    let text = try Self.text.get()
    for key in Catalogue.keys.map(\.path) where key.hasPrefix("actuals.") {
      #expect(text.contains("| `\(key)` | "), "no row for \(key)")
    }
    for rule in PhasingRule.allCases {
      let row = text.split(separator: "\n").first { $0.hasPrefix("| `\(rule.rawValue)` | ") }
      #expect(row?.hasSuffix(rule.keepsTotal ? "| kept |" : "| an outcome |") == true, "\(rule)")
    }
  }

  @Test func theExampleIsRead() throws {
    let blocks = try Self.text.get().components(separatedBy: "```yaml\n").dropFirst()
    let example = try #require(blocks.first?.components(separatedBy: "```")[0])
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "example.yaml")
    try Data(("extends: alibaba-380b\n" + example).utf8).write(to: file)
    let document = try ScenarioReader.read(file: file.path).get()
    #expect(document.warnings.isEmpty, "\(document.warnings.map(\.rendered))")
    #expect(document.model.scenario.known?.phasing?.spent == [38_676, 31_501])
    #expect(document.earlier != nil)
  }
}
