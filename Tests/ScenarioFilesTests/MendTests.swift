import CapexModel
import Testing

@testable import ScenarioFiles

/// What a help offers is taken when it is followed, and makes sense.
@Suite struct MendTests {
  private static let extended =
    SmallScenario.text + "fx: { usdcny: { spot: 7.2476 } }\nimports: { share: 20% }\n"

  static let offers: [(flag: String, help: String)] = [
    ("imports.share=25", "write 25%"),
    ("imports.share=1.5%x", "write a fraction"),
    ("imports.share=-25", "it may be between 0 and 100%"),
    ("fx.usdcny.spot=-1", "write a rate such as 7.2476"),
    ("plan.total=380,000m CNY", "write 380000m CNY"),
    (
      "plan.profile=banana",
      "write flat, { ramp: 0.5 }, { frontLoaded: 0.9 }, { backLoaded: 1.1 }, { sCurve: 6 } or "
        + "{ custom: [1, 2, …] }"
    ),
    ("plan.profile=rampp", "did you mean { ramp: 0.5 }?"),
    ("plan.profile.rampp=0.5", "did you mean ramp?"),
  ]

  @Test(arguments: offers.indices)
  func offersWhatIsTaken(index: Int) {
    let (flag, help) = Self.offers[index]
    let got = SmallScenario.diagnostics(Self.extended, [flag])
    #expect(got.contains(help), "expected a help with\n\(help)\ngot\n\(got)")
    #expect(!got.contains("if that is meant"), "got\n\(got)")
  }

  @Test(arguments: [
    "imports.share=25%", "plan.total=380000m CNY", "plan.profile={ ramp: 0.5 }",
    "plan.profile={ frontLoaded: 0.9 }", "plan.profile={ backLoaded: 1.1 }",
    "plan.profile={ sCurve: 6 }", "fx.usdcny.spot=7.2476",
  ])
  func mendsAreTaken(flag: String) {
    let got = SmallScenario.diagnostics(Self.extended, [flag])
    #expect(got == "accepted\n", "expected \(flag) to be accepted, got\n\(got)")
  }

  @Test func millionsOfMoneyMayBeShort() {
    let content = SmallScenario.content("plan.total", ["plan.total=380000m CNY"])
    #expect(content == .number(380), "expected 380, got \(String(describing: content))")
  }

  @Test(arguments: [
    ("dependence.degreesOfFreedom", "degreesOfFreedom: 5"),
    ("cloud.capacity.retirement", "retirement: 3%"),
    ("cloud.capacity.revenuePerYuan", "revenuePerYuan: 0.3"),
    ("fx.usdcny.jumps.mean", "mean: 1%"), ("fx.usdcny.jumps.deviation", "deviation: 4%"),
    ("fx.usdcny.leave", "leave: 3%"),
  ])
  func examplesArePlausible(path: String, expected: String) throws {
    let key = try #require(KeyLookup.key(at: path))
    let got = KeyExample.text(for: key, at: path)
    #expect(got == expected, "expected \(expected), got \(got)")
  }

  static let distributions: [(value: String, message: String, caret: String)] = [
    ("normal(20%, -1%)", "standardDeviation of normal is -1%, but must be at least 0", "^^^"),
    ("normal(-1%, -1%)", "standardDeviation of normal is -1%, but must be at least 0", "^^^^"),
    (
      "event(120%, 3%)", "probability of event is 120%, but must be between 0 and 1", "^^^^"
    ),
    (
      "gamma(0, 1%)", "shape of gamma is 0, but must be between 0.01 and 1000000", "^"
    ),
  ]

  @Test(arguments: distributions.indices)
  func distributionsKeepTheirUnits(index: Int) {
    let (value, message, caret) = Self.distributions[index]
    let got = SmallScenario.diagnostics(Self.extended, ["imports.share=\(value)"])
    #expect(got.contains(": error: \(message)\n"), "expected\n\(message)\ngot\n\(got)")
    #expect(got.contains(" \(caret)"), "expected the caret \(caret), got\n\(got)")
  }

  /// The long way and the short way are one.
  @Test(arguments: [
    ("plan.profile.sCurve=6", "plan.profile={ sCurve: 6 }"),
    ("plan.profile.ramp=0.5", "plan.profile={ ramp: 0.5 }"),
    ("plan.profile.frontLoaded=0.9", "plan.profile={ frontLoaded: 0.9 }"),
    ("plan.profile.backLoaded=1.1", "plan.profile={ backLoaded: 1.1 }"),
    (
      "plan.profile.custom=[1, 2, 3, 4, 5, 6, 7, 8]",
      "plan.profile={ custom: [1, 2, 3, 4, 5, 6, 7, 8] }"
    ),
  ])
  func profilesHaveAShortFlag(short: String, long: String) throws {
    let quick = try SmallScenario.read(SmallScenario.text, [short]).get()
    let whole = try SmallScenario.read(SmallScenario.text, [long]).get()
    #expect(
      quick.assumptions["plan.profile"]?.content == whole.assumptions["plan.profile"]?.content)
    #expect(quick.overridden == whole.overridden)
  }

  @Test func aProfileIsSetOnce() {
    let got = SmallScenario.diagnostics(
      SmallScenario.text, ["plan.profile.ramp=0.5", "plan.profile=flat"])
    #expect(got.contains("`plan.profile` is set by two flags"), "got\n\(got)")
  }

  @Test func namesTheFlagThatBreaksAFile() {
    let text =
      SmallScenario.text
      + "  mode: revised\n  revision: { quarter: 2026Q2, probability: 10%, total: 400bn CNY }\n"
    let got = SmallScenario.diagnostics(text, ["plan.quarters=1"])
    #expect(
      got.contains("from 2025Q2 to 2025Q2; flags given: --set plan.quarters=1\n"), "got\n\(got)")
    // What the file has of its own is no flag's fault.
    let own = SmallScenario.diagnostics(text + "colour: red\n", ["plan.quarters=7"])
    #expect(own.contains("unknown key `colour`") && !own.contains("flags given"), "got\n\(own)")
  }

  @Test func aRemovedSectionIsMissed() {
    let text =
      Self.extended
      + "cloud: { base: 30bn CNY, growth: { model: path, path: 18% } }\nprofit: { margin: 9% }\n"
    let got = SmallScenario.diagnostics(text, ["cloud=~"])
    #expect(
      got.contains("--set cloud=~: error: `profit` needs the section `cloud`\n"), "got\n\(got)")
  }

  @Test(.enabled(if: Catalogue.neededSections.contains { $0 == ("supply", "imports") }))
  func supplyNeedsImports() {
    let text = Self.extended + "supply: { restrict: 5%, reopen: 20%, available: 40%, catchUp: 1 }\n"
    #expect(SmallScenario.diagnostics(text) == "accepted\n")
    let got = SmallScenario.diagnostics(text, ["imports=~"])
    #expect(
      got.contains("--set imports=~: error: `supply` needs the section `imports`\n"), "got\n\(got)")
  }

  @Test func theTopKnowsItsOwnKeys() {
    let got = SmallScenario.diagnostics(SmallScenario.text + "zzzzzz: 1\n")
    #expect(got.contains(" extends, ") && got.contains(" source, "), "got\n\(got)")
  }
}
