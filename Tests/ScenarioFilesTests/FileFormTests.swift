import CapexModel
import Foundation
import Testing

@testable import ScenarioFiles

/// What a file may look like, and what cannot be read at all.
@Suite struct FileFormTests {
  /// A byte-order mark, line ends of Windows, a missing last line end, another order of keys,
  /// comments and other units change nothing.
  @Test func readsTheSameInAnyForm() throws {
    let plain = try SmallScenario.read().get().origin.digest
    let withoutEnd = String(SmallScenario.text.dropLast())
    let forms = [
      "\u{FEFF}" + SmallScenario.text,
      SmallScenario.text.replacing("\n", with: "\r\n"),
      SmallScenario.text.replacing("\n", with: "\r"),
      withoutEnd,
      "# a comment\n" + SmallScenario.text + "\n\n# another\n",
      """
      plan: { quarters: 8, total: 380000mn CNY }
      quarters: 8
      start: 2025Q2
      name: Small
      """,
      "{\"name\": \"Small\", \"start\": \"FY2026Q1\", \"quarters\": 8, "
        + "\"plan\": {\"total\": \"3800亿元\", \"quarters\": 8}}",
      SmallScenario.text + "currency: CNY\n",
    ]
    for form in forms {
      let digest = try? SmallScenario.read(form).get().origin.digest
      #expect(digest == plain, "expected \(plain), got \(digest ?? "a failure") for:\n\(form)")
    }
    let other = try SmallScenario.read(SmallScenario.text, ["plan.quarters=7"]).get()
    #expect(other.origin.digest != plain)
  }

  @Test func saysWhenThereIsNoFile() throws {
    try ProjectFiles.withFolder(["plan.yaml": SmallScenario.text]) { folder in
      let failure = try #require(throws: ScenarioFailure.self) {
        try ScenarioReader.read(file: "\(folder)/plan.yml").get()
      }
      #expect(failure.exitCode == .missing)
      #expect(
        failure.rendered.replacing(folder, with: "in") == """
          in/plan.yml: error: there is no file in/plan.yml
             help: did you mean in/plan.yaml?

          """)
      let directory = try #require(throws: ScenarioFailure.self) {
        try ScenarioReader.read(file: folder).get()
      }
      #expect(directory.exitCode == .missing)
      #expect(directory.diagnostics.map(\.problem) == [.file(.notAFile(name: folder))])
    }
  }

  @Test func refusesFilesOfAnotherKind() {
    let failure = #expect(throws: ScenarioFailure.self) {
      try ScenarioReader.read(file: "/dev/zero").get()
    }
    #expect(failure?.diagnostics.map(\.problem) == [.file(.notAFile(name: "/dev/zero"))])
  }

  @Test func refusesLargeFiles() {
    let comment = "# " + String(repeating: "x", count: 97) + "\n"
    let text = SmallScenario.text + String(repeating: comment, count: 10_001)
    #expect(
      SmallScenario.diagnostics(text) == """
        small.yaml: error: the file has more than 1000000 bytes (\(text.utf8.count))
           help: keep a scenario to a page and put histories into CSV files of their own

        """)
  }

  @Test func refusesManyNodes() {
    let text = SmallScenario.text + "outputs: [" + String(repeating: "a, ", count: 100_100) + "]\n"
    #expect(
      SmallScenario.diagnostics(text).contains(
        "error: the scenario has more than 100000 entries\n"))
  }

  /// Sixteen aliases are allowed and can multiply a document by hundreds: the budget on nodes
  /// holds what they stand for.
  @Test func countsAliasesAsWhatTheyStandFor() {
    var text = SmallScenario.text + "outputs:\n"
    text += "  - &a [" + String(repeating: "a, ", count: 2000) + "a]\n"
    text += "  - &b [*a, *a, *a, *a]\n  - &c [*b, *b, *b, *b]\n  - [*c, *c, *c, *c]\n"
    #expect(
      SmallScenario.diagnostics(text).contains(
        "error: the scenario has more than 100000 entries\n"))
  }

  /// Twenty are shown, in the order of lines.
  @Test func showsTwentyMistakes() throws {
    let wrong = (1...25).map { "wrong\($0): 1\n" }.joined()
    let failure = try #require(throws: ScenarioFailure.self) {
      try SmallScenario.read(SmallScenario.text + wrong).get()
    }
    #expect(failure.diagnostics.map(\.line) == Array(7...26))
    #expect(failure.omitted == 5)
    #expect(failure.rendered.hasSuffix("5 more mistakes not shown\n"))
  }

  /// A multiple of ten and more is allowed, and probably not meant.
  @Test func warnsOfGrowthWithoutEnd() throws {
    let document = try SmallScenario.read(
      SmallScenario.text.replacing("quarters: 8\nplan", with: "quarters: 40\nplan")
        + "group: { revenue: 280bn CNY, growth: 30% }\n"
    ).get()
    #expect(
      document.warnings.map(\.rendered) == [
        """
        small.yaml:7:38: warning: `group.growth` multiplies revenue by 13.8 in 40 quarters
           7 | group: { revenue: 280bn CNY, growth: 30% }
             |                                      ^^^
           help: let growth fade with a path such as { 2025: 18%, 2035: 6% } unless that is meant

        """
      ])
  }
}
