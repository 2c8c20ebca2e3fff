import CapexModel
import Testing

@testable import ScenarioFiles

/// Own drivers, quantities and metrics in files and flags.
@Suite struct OwnLineReadingTests {
  private static let long =
    SmallScenario.text + """
      drivers:
        price: { value: "normal(0.4, 10%)", unit: CNY/kWh, by: quarter, source: judgement }
        base: { value: 3, unit: kWh }
      metrics:
        cost: { formula: "sum(price * base, over: plan)", unit: CNY, label: the bill }
        part: { formula: "max(price, over: plan) / mean(price, over: plan)" }

      """

  private func document(
    _ text: String, _ overrides: [String] = [], metrics: [String] = []
  ) throws -> ScenarioDocument {
    let read = ScenarioReader.read(
      Array(text.utf8), at: .disk(path: "small.yaml", root: "."), overrides: overrides,
      metrics: metrics)
    if case .failure(let failure) = read { Issue.record("\(failure.rendered)") }
    return try read.get()
  }

  private func formula(_ name: String, _ document: ScenarioDocument) -> AssumptionContent? {
    document.assumptions["metrics.\(name).formula"]?.content
  }

  @Test func readsTheLongForm() throws {
    let document = try document(Self.long)
    #expect(formula("cost", document) == .formula("sum(price * base, over: plan)"))
    #expect(document.assumptions["metrics.cost.label"]?.content == .text("the bill"))
    #expect(document.assumptions["drivers.price.value"]?.source == "judgement")
    let names = document.model.model.definitions.suffix(2).map(\.quantity.name)
    #expect(names == ["cost", "part"])
    #expect(document.warnings.isEmpty)
  }

  /// Short and long say the same, and so does the flag.
  @Test func shortFormsAreTheSame() throws {
    let short = try document(SmallScenario.text + "drivers: { a: 2 }\nmetrics:\n  m: a * 2\n")
    let long = try document(
      SmallScenario.text + "drivers: { a: { value: 2 } }\nmetrics: { m: { formula: a   * 2 } }\n")
    let flags = try document(SmallScenario.text, ["drivers.a=2", "metrics.m=a * 2"])
    let metric = try document(SmallScenario.text, ["drivers.a.value=2"], metrics: ["m = a * 2"])
    #expect(short.origin.digest == long.origin.digest)
    #expect(short.origin.digest == flags.origin.digest)
    #expect(short.origin.digest == metric.origin.digest)
    let other = try document(SmallScenario.text, ["drivers.a=2", "metrics.m=a * 3"])
    #expect(short.origin.digest != other.origin.digest)
    #expect(short.origin.digest != (try document(SmallScenario.text)).origin.digest)
  }

  /// Without quotes, as everybody would write it; in quotes, folded and in a block too.
  @Test(arguments: [
    "sum(capex, over: plan)", "\"sum(capex, over: plan)\"", "'sum(capex, over: plan)'",
    ">-\n    sum(capex,\n    over: plan)", "|-\n    sum(capex, over: plan)",
  ])
  func colonsNeedNoQuotes(written: String) throws {
    let document = try document(SmallScenario.text + "metrics:\n  m: \(written)\n  n: m * 2\n")
    #expect(formula("m", document) == .formula("sum(capex, over: plan)"))
  }

  @Test func flagsReplaceAndRemove() throws {
    let text = SmallScenario.text + "drivers: { a: 2 }\nmetrics:\n  m: a * 2\n  n: m + 1\n"
    let replaced = try document(text, ["metrics.m=a * 5", "drivers.a=uniform(1, 2)"])
    #expect(formula("m", replaced) == .formula("a * 5"))
    #expect(replaced.overridden.first?.path == "drivers.a.value")
    #expect(replaced.overridden.first?.fileText == "2")
    let removed = try document(text, ["metrics.n=~"])
    #expect(formula("n", removed) == nil && formula("m", removed) != nil)
  }

  /// A variant changes, adds and removes by name.
  @Test func variantsMergeByName() throws {
    let files = [
      "base.yaml": SmallScenario.text + "drivers: { a: 2 }\nmetrics:\n  m: a * 2\n  n: m + 1\n",
      "variant.yaml": "extends: base.yaml\nmetrics:\n  n: ~\n  m: a * 4\n  o: m + a\n",
    ]
    let document = try ProjectFiles.withFolder(files) {
      try ScenarioReader.read(file: "\($0)/variant.yaml").get()
    }
    #expect(formula("m", document) == .formula("a * 4"))
    #expect(formula("o", document) == .formula("m + a"))
    #expect(formula("n", document) == nil)
  }

  @Test func unusedDriversAreToldOf() throws {
    let document = try document(SmallScenario.text + "drivers:\n  idle: uniform(0, 1)\n")
    #expect(document.warnings.map(\.message) == ["no formula uses the driver `idle`"])
    #expect(document.warnings.map(\.line) == [8])
  }

  /// A draw is a use; what moves the driver itself is none.
  @Test func drawsAreUses() throws {
    let lines = """
      drivers:
        drawn: uniform(0, 1)
        idle: { process: vasicek, start: 1, level: 1, speed: 1, deviation: 1 }
        moving: { process: gbm, start: 1, volatility: 9% }
      metrics: { m: normal(drawn) + 1 }

      """
    let document = try document(SmallScenario.text + lines)
    #expect(
      document.warnings.map(\.message)
        == ["no formula uses the driver `idle`", "no formula uses the driver `moving`"])
  }

  /// Spans of the axis cannot be names, since formulas would not tell which is meant.
  @Test func spansAreNoNames() throws {
    var spans: [String] = []
    for scenario in ["alibaba-380b", "alibaba-380b-2025q3"] {
      let axis = try ScenarioReader.readBuiltIn(named: scenario).get().model.model.axis
      spans += axis.windows.keys.sorted()
    }
    for name in spans + ["certificate", "until", "warning", "bn"] {
      #expect(!ChosenName.isValid(name), "\(name) is taken as a name")
    }
  }

  static let rejected: [([String], [String], String)] = [
    (
      ["metrics.m=sum(capx, over: plan)"], [],
      """
      --set metrics.m=sum(capx, over: plan): error: there is no quantity or driver `capx`
         | --set metrics.m=sum(capx, over: plan)
         |                     ^^^^
         help: did you mean `capex`?

      """
    ),
    (
      [], ["m = capex +"],
      """
      --metric m = capex +: error: the formula ends too early
         | --metric m = capex +
         |                     ^
         help: close its brackets; inside { } or [ ] put quotes around it: "sum(x, over: plan)"

      """
    ),
    (
      [], ["capex"],
      """
      --metric capex: error: there is no = in the flag
         | --metric capex
         |          ^^^^^
         help: write --metric 'name = formula'

      """
    ),
    (
      [], ["Big = 1"],
      """
      --metric Big = 1: error: `Big` cannot be a name in `metrics`
         | --metric Big = 1
         |          ^^^
         help: use a small letter, then up to 31 letters and digits

      """
    ),
    (
      ["drivers.z.by=quarter", "drivers.z.value=2"], ["m = z"],
      """
      --set drivers.z.by=quarter: error: the value is one number, so there is nothing to draw by \
      quarter
         | --set drivers.z.by=quarter
         |                    ^^^^^^^
         help: remove `by`, or write a distribution such as normal(0, 1)

      """
    ),
    (
      ["drivers.z.process=gbm", "drivers.z.start=0", "drivers.z.volatility=9%"], ["m = z"],
      """
      --set drivers.z.start=0: error: `drivers.z.start` must be above 0, since gbm moves its \
      logarithm
         | --set drivers.z.start=0
         |                       ^
         help: choose a value above 0, or `process: vasicek`

      """
    ),
  ]

  @Test(arguments: rejected.indices)
  func explains(index: Int) {
    let (overrides, metrics, expected) = Self.rejected[index]
    let read = ScenarioReader.read(
      Array(SmallScenario.text.utf8), at: .disk(path: "small.yaml", root: "."),
      overrides: overrides, metrics: metrics)
    guard case .failure(let failure) = read else {
      Issue.record("\(overrides) \(metrics) was accepted")
      return
    }
    #expect(failure.rendered == expected, "expected\n\(expected)\ngot\n\(failure.rendered)")
  }

  /// Numbers of lines are bounded.
  @Test func thereIsABudget() {
    let lines = (0...200).map { "  m\($0): capex\n" }.joined()
    let text = SmallScenario.diagnostics(SmallScenario.text + "metrics:\n" + lines)
    #expect(text.contains("201 quantities and metrics, but at most 200 are allowed"), "\(text)")
  }
}
