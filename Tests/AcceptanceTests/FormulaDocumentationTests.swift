import Foundation
import PathAlgebra
import ScenarioFiles
import Testing

/// `docs/formulas.md` lists the functions that there are, and the examples of documents run.
@Suite struct FormulaDocumentationTests {
  private static func text(_ document: String = "formulas") throws -> String {
    try String(contentsOfFile: "\(Repository.root)/docs/\(document).md", encoding: .utf8)
  }

  @Test func listsEveryFunction() throws {
    let rows = try Self.text().split(separator: "\n").filter { $0.hasPrefix("| `") }
      .filter { $0.dropFirst(3).prefix { $0 != "`" }.contains("(") }
    let expected = FormulaFunction.all.map { "| `\($0.form)` | \($0.meaning) |" }
    #expect(rows.map(String.init) == expected)
  }

  /// The blocks of one language.
  private func blocks(_ language: String, in document: String = "formulas") throws -> [String] {
    try Self.text(document).components(separatedBy: "```\(language)\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
  }

  @Test(arguments: [("formulas", 3), ("scenarios", 1)])
  func examplesRun(document: String, atLeast: Int) throws {
    let examples = try blocks("yaml", in: document)
    #expect(examples.count >= atLeast)
    for example in examples {
      let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appending(path: "example.yaml")
      let isWhole = example.hasPrefix("extends:")
      let text = isWhole ? example : "extends: alibaba-380b\nname: Example\n" + example
      try Data(text.utf8).write(to: file)
      switch ScenarioReader.read(file: file.path) {
      case .success(let document):
        #expect(document.warnings.isEmpty, "\(example)\(document.warnings.map(\.rendered))")
        _ = try document.model.compile()
      case .failure(let failure): Issue.record("\(example)\(failure.rendered)")
      }
    }
  }

  /// A metric each.
  @Test func formulasAreAccepted() throws {
    let formulas = try blocks("text").flatMap { $0.split(separator: "\n") }
    #expect(formulas.count >= 10)
    for formula in formulas {
      let read = ScenarioReader.readBuiltIn(named: "power-bill", metrics: ["own = \(formula)"])
      if case .failure(let failure) = read { Issue.record("\(formula): \(failure.rendered)") }
    }
  }
}
