import CapexModel
import Testing

@testable import ScenarioFiles

/// `--set path=value` is laid over the files, with the same checks.
@Suite struct OverrideTests {
  private static let withRate =
    SmallScenario.text + "fx: { usdcny: { spot: 7.2476, process: gbm, volatility: 4.1% } }\n"

  @Test func replacesAndReports() throws {
    let document = try SmallScenario.read(
      Self.withRate, ["plan.total=400bn CNY", "fx.usdcny.drift=1%"]
    ).get()
    #expect(document.assumptions["plan.total"]?.content == .number(400))
    #expect(document.assumptions["plan.total"]?.source == "--set")
    typealias Override = ScenarioDocument.Override
    #expect(
      document.overridden == [
        Override(path: "fx.usdcny.drift", newText: "1%", fileText: nil),
        Override(path: "plan.total", newText: "400bn CNY", fileText: "380bn CNY"),
      ])
  }

  /// The volatility of the file stops to apply, and says nothing.
  @Test func dropsWhatStopsToApply() throws {
    let document = try SmallScenario.read(Self.withRate, ["fx.usdcny.process=fixed"]).get()
    #expect(document.assumptions["fx.usdcny.volatility"] == nil)
    #expect(document.assumptions["fx.usdcny.spot"]?.content == .number(7.2476))
  }

  @Test func removes() throws {
    let document = try SmallScenario.read(Self.withRate, ["fx=~"]).get()
    #expect(document.assumptions.paths.allSatisfy { !$0.hasPrefix("fx.") })
  }

  @Test func takesTextAsItIs() throws {
    let document = try SmallScenario.read(Self.withRate, ["name=A: b, {c} = 'd'"]).get()
    #expect(document.assumptions["name"]?.content == .text("A: b, {c} = 'd'"))
  }

  static let rejected: [([String], String)] = [
    (
      ["fx.usdcny.volatility=-4%"],
      """
      --set fx.usdcny.volatility=-4%: error: volatility is -4%, but must be at least 0
         | --set fx.usdcny.volatility=-4%
         |                            ^^^
         help: annual, as a fraction or a percentage; write 4%

      """
    ),
    (
      ["fx.usdcny.volatilty=4%"],
      """
      --set fx.usdcny.volatilty=4%: error: unknown path `fx.usdcny.volatilty`
         | --set fx.usdcny.volatilty=4%
         |       ^^^^^^^^^^^^^^^^^^^
         help: did you mean `fx.usdcny.volatility`?

      """
    ),
    (
      ["fx.usdcny.level=7"],
      """
      --set fx.usdcny.level=7: error: `fx.usdcny.level` does not apply: `fx.usdcny.process` is gbm
         | --set fx.usdcny.level=7
         |       ^^^^^^^^^^^^^^^
         help: remove it, or set `fx.usdcny.process` to meanReverting

      """
    ),
    (
      ["plan.total"],
      """
      --set plan.total: error: there is no = in the flag
         | --set plan.total
         |       ^^^^^^^^^^
         help: write --set path=value

      """
    ),
    (
      ["plan=12"],
      """
      --set plan=12: error: `plan` is a section, not a value
         | --set plan=12
         |       ^^^^
         help: add one of its keys: drift, execution, mode, profile, quarters, revision, \
      seasonal, total

      """
    ),
    (
      ["plan.quarters=8", "plan.quarters=9"],
      """
      --set plan.quarters=9: error: `plan.quarters` is set by two flags
         | --set plan.quarters=9
         |       ^^^^^^^^^^^^^
         help: keep one of the two

      """
    ),
    (
      ["plan.total="],
      """
      --set plan.total=: error: `plan.total` is given no value
         | --set plan.total=
         |       ^^^^^^^^^^
         help: write one after the =, or ~ to remove the files' own

      """
    ),
    (
      ["plan.total=~"],
      """
      --set plan.total=~: error: `plan` has no `total`
         | --set plan.total=~
         |       ^^^^^^^^^^
         help: add `total: 380bn CNY`

      """
    ),
    (
      ["imports.hedged=~"],
      """
      --set imports.hedged=~: error: `imports.hedged` has no value
         | --set imports.hedged=~
         |       ^^^^^^^^^^^^^^
         help: give it one, or remove the line: nothing is inherited here

      """
    ),
    (
      ["plan.profile={ ramp: 0.5"],
      """
      --set plan.profile={ ramp: 0.5: error: this bracket is never closed
         | --set plan.profile={ ramp: 0.5
         |                    ^
         help: close it, and put a comma between its entries

      """
    ),
    (
      ["imports.hedged=20%"],
      """
      --set imports.hedged=20%: error: `imports` has no `share`
         | --set imports.hedged=20%
         |       ^^^^^^^^^^^^^^
         help: add `share: 20%`

      """
    ),
    (
      ["name=a\u{202E}b"],
      """
      --set name=a\\u{202E}b: error: the character \\u{202E} cannot be seen
         | --set name=a\\u{202E}b
         |             ^^^^^^^^
         help: remove it; retype the word if it was copied from elsewhere

      """
    ),
    (
      ["fx.dollar.spot=7"],
      """
      --set fx.dollar.spot=7: error: `dollar` is no currency pair of this scenario
         | --set fx.dollar.spot=7
         |       ^^^^^^^^^^^^^^
         help: use three letters of the priced currency and then `cny`, such as `usdcny`

      """
    ),
  ]

  @Test(arguments: rejected.indices)
  func explains(index: Int) {
    let (overrides, expected) = Self.rejected[index]
    let got = SmallScenario.diagnostics(Self.withRate, overrides)
    #expect(got == expected, "expected\n\(expected)\ngot\n\(got)")
  }
}
