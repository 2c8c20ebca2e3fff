import CapexModel
import Testing

@testable import ScenarioFiles

/// What a scenario that knows what has happened is set against.
@Suite struct EarlierViewTests {
  private static let files = [
    "figures.csv": "period,item,value,unit\n2025Q2,capital expenditure,38676,mn CNY\n",
    "base.yaml": SmallScenario.text,
    "later.yaml":
      "extends: base.yaml\nname: Later\nactuals: { file: figures.csv, until: 2025Q2 }\n",
    "variant.yaml": "extends: later.yaml\nname: Variant\nplan: { mode: pace }\n",
    "alone.yaml": SmallScenario.text + "actuals: { file: figures.csv, until: 2025Q2 }\n",
  ]

  @Test(
    arguments: [
      ("base.yaml", [], nil), ("later.yaml", [], "Small"), ("variant.yaml", [], "Small"),
      ("alone.yaml", [], nil),
      ("base.yaml", ["actuals.file=figures.csv", "actuals.until=2025Q2"], "Small"),
      ("later.yaml", ["actuals=~"], nil),
    ] as [(String, [String], String?)])
  func isTheFirstFileThatKnowsNothing(name: String, flags: [String], expected: String?) throws {
    try ProjectFiles.withFolder(Self.files) { folder in
      let document = try ScenarioReader.read(file: "\(folder)/\(name)", overrides: flags).get()
      #expect(document.earlier?.scenario.name == expected)
      #expect(document.earlier?.scenario.known == nil)
    }
  }
}
