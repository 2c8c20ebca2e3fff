import CapexModel
import Testing

@testable import ScenarioFiles

/// A variant is a short file over its base.
@Suite struct ExtendsTests {
  private static let base =
    SmallScenario.text
      + """
      imports: { source: judgement, share: 25%, hedged: 10% }
      fx: { usdcny: { spot: 7.2476, process: gbm, volatility: 4.1% } }
      group: { revenue: 280bn CNY, growth: { 2025: 5%, 2027: 6% } }

      """

  private static func read(
    _ files: [String: String], _ name: String = "variant.yaml", _ overrides: [String] = []
  ) throws -> (document: ScenarioDocument?, rendered: String) {
    try ProjectFiles.withFolder(files.merging(["base.yaml": base]) { own, _ in own }) { folder in
      switch ScenarioReader.read(file: "\(folder)/\(name)", overrides: overrides) {
      case .success(let document): (document, "accepted\n")
      case .failure(let failure):
        (nil, failure.rendered.replacing(folder + "/", with: ""))
      }
    }
  }

  @Test func mergesByKeyAndReplacesValues() throws {
    let variant = """
      extends: base.yaml
      imports: { share: 40% }
      group: { growth: { 2026: 7% } }
      """
    let assumptions = try #require(try Self.read(["variant.yaml": variant]).document).assumptions
    #expect(assumptions["imports.share"]?.content == .number(0.4))
    // The base's source was said of the base's number.
    #expect(assumptions["imports.share"]?.source == nil)
    #expect(assumptions["imports.hedged"]?.content == .number(0.1))
    #expect(assumptions["imports.hedged"]?.source == "judgement")
    #expect(
      assumptions["group.growth"]?.content
        == .path([.init(quarter: Quarter(year: 2026, number: 1), value: 0.07)]))
    #expect(assumptions["name"]?.content == .text("Small"))
  }

  @Test func dropsInheritedKeysOfAnotherOption() throws {
    let variant = """
      extends: base.yaml
      fx: { usdcny: { process: fixed } }
      """
    let document = try #require(try Self.read(["variant.yaml": variant]).document)
    #expect(document.assumptions["fx.usdcny.volatility"] == nil)
  }

  /// What a middle file drops comes back when the last one returns to the option.
  @Test func keepsInheritedKeysUntilTheEnd() throws {
    let files = [
      "middle.yaml": "extends: base.yaml\nfx: { usdcny: { process: fixed } }\n",
      "variant.yaml": "extends: middle.yaml\nfx: { usdcny: { process: gbm } }\n",
    ]
    let document = try #require(try Self.read(files).document)
    #expect(document.assumptions["fx.usdcny.volatility"]?.content == .number(0.041))
  }

  @Test func refusesKeysOfAnotherOptionInTheVariant() throws {
    let variant = """
      extends: base.yaml
      fx: { usdcny: { process: fixed, drift: 1% } }
      """
    #expect(
      try Self.read(["variant.yaml": variant]).rendered == """
        variant.yaml:2:33: error: `fx.usdcny.drift` does not apply: `fx.usdcny.process` is fixed
           2 | fx: { usdcny: { process: fixed, drift: 1% } }
             |                                 ^^^^^
           help: remove it, or set `fx.usdcny.process` to gbm, jumpDiffusion or managed

        """)
  }

  @Test func removesSectionsAndKeys() throws {
    let variant = """
      extends: base.yaml
      imports: ~
      fx: { usdcny: { process: fixed, volatility: null } }
      """
    let assumptions = try #require(try Self.read(["variant.yaml": variant]).document).assumptions
    #expect(assumptions["imports.share"] == nil)
    #expect(assumptions["imports.rule"] == nil)
    #expect(assumptions["fx.usdcny.spot"]?.content == .number(7.2476))
  }

  @Test func pointsIntoTheBase() throws {
    let files = [
      "base.yaml": SmallScenario.text + "imports: { share: 7 }\n",
      "variant.yaml": "extends: base.yaml\nplan: { quarters: 0 }\n",
    ]
    #expect(
      try Self.read(files).rendered == """
        variant.yaml:2:19: error: quarters is 0, but must be between 1 and 200
           2 | plan: { quarters: 0 }
             |                   ^
           help: write a whole number from 1 to 200
        base.yaml:7:19: error: 7 is 700 %; did you mean 7%?
           7 | imports: { share: 7 }
             |                   ^
           help: write 7%

        """)
  }

  @Test func extendsBuiltInScenario() throws {
    let variant = "extends: alibaba-380b.yaml\nname: Mine\n"
    let document = try #require(try Self.read(["variant.yaml": variant]).document)
    #expect(document.assumptions["plan.total"]?.content == .number(380))
  }

  @Test func refusesCycles() throws {
    let files = [
      "a.yaml": "extends: b.yaml\n", "b.yaml": "name: B\nextends: c.yaml\n",
      "c.yaml": "extends: a.yaml\n",
    ]
    #expect(
      try Self.read(files, "a.yaml").rendered == """
        c.yaml:1:10: error: scenarios extend each other in a circle: a.yaml -> b.yaml -> c.yaml \
        -> a.yaml
           1 | extends: a.yaml
             |          ^^^^^^
           help: remove `extends` from one of them

        """)
  }

  @Test func refusesLongChains() throws {
    var files: [String: String] = ["s9.yaml": SmallScenario.text]
    for index in 1...8 { files["s\(index).yaml"] = "extends: s\(index + 1).yaml\n" }
    #expect(try Self.read(files, "s2.yaml").document != nil)
    #expect(
      try Self.read(files, "s1.yaml").rendered == """
        s8.yaml:1:10: error: more than 8 scenarios extend one another
           1 | extends: s9.yaml
             |          ^^^^^^^
           help: extend a base directly

        """)
  }
}
