import Testing

@Suite("Rules for the repository")
struct RepositoryRulesTests {
  /// Paths of one person's machine, and words that promise later.
  private static let unwanted = [
    ("/home/", "a path of one machine"), ("/Users/", "a path of one machine"),
    ("/root/", "a path of one machine"), ("/work/", "a path of one machine"),
    ("../shared", "a folder outside the repository"),
    ("TODO", "a promise; do it or write an issue"),
    ("FIXME", "a promise; do it or write an issue"),
  ]

  @Test("no file holds paths of a machine or promises")
  func words() throws {
    var files = try ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Package.swift"]
      .map(ProjectFile.read)
    for folder in ["Sources", "Tests", "Scripts", "Benchmarks", "scenarios", "seeds"] {
      files += try ProjectFile.all(
        in: folder, "swift", "c", "h", "py", "md", "yaml", "csv", "txt", "json", "svg", "html", "")
    }
    #expect(files.contains { $0.path == "Scripts/test" }, "files without extension are not read")
    for file in files where !file.path.hasPrefix("Tests/ProjectRulesTests/") {
      for (words, reason) in Self.unwanted where file.text.contains(words) {
        for (number, line) in file.lines.enumerated() where line.contains(words) {
          Issue.record("\(file.path):\(number + 1): \(reason): \(String(line))")
        }
      }
    }
  }
}
