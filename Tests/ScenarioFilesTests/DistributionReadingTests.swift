import CapexModel
import NumericalMethods
import Testing

@testable import ScenarioFiles

/// Each call makes the distribution that its maker makes.
@Suite struct DistributionReadingTests {
  static let calls: [(String, Distribution)] = {
    do {
      return [
        ("constant(5%)", try .constant(0.05)),
        ("uniform(5%, 25%)", try .uniform(low: 0.05, high: 0.25)),
        ("pert(5%, 25%, 45%)", try .pert(low: 0.05, mode: 0.25, high: 0.45)),
        ("pert(low: 5%, mode: 25%, high: 45%)", try .pert(low: 0.05, mode: 0.25, high: 0.45)),
        ("triangular(5%,25%,0.45)", try .triangular(low: 0.05, mode: 0.25, high: 0.45)),
        ("beta(2, 5)", try .beta(alpha: 2, beta: 5)),
        ("beta(2, 5, 10%, 50%)", try .beta(alpha: 2, beta: 5, low: 0.1, high: 0.5)),
        ("discrete(10%: 30%, 20%: 0.7)", try .discrete([(0.1, 0.3), (0.2, 0.7)])),
        (
          "event(20%, pert(1%, 2%, 5%))",
          try .event(probability: 0.2, impact: .pert(low: 0.01, mode: 0.02, high: 0.05))
        ),
        (
          "truncated(normal(20%, 10%), 0, 1)",
          try .truncated(.normal(mean: 0.2, standardDeviation: 0.1), low: 0, high: 1)
        ),
        (
          "truncated(studentT(4, 20%, 5%), 0, 1)",
          try .truncated(
            .studentT(degreesOfFreedom: 4, location: 0.2, scale: 0.05), low: 0, high: 1)
        ),
        (
          "truncated(lognormal(mean: 20%, sd: 5%), 0, 1)",
          try .truncated(.lognormal(mean: 0.2, standardDeviation: 0.05), low: 0, high: 1)
        ),
        (
          "truncated(lognormal(p5: 10%, p97.5: 40%), 0, 1)",
          try .truncated(.lognormal(low: (0.05, 0.1), high: (0.975, 0.4)), low: 0, high: 1)
        ),
        (
          "truncated(gamma(2, 10%), 0, 1)",
          try .truncated(.gamma(shape: 2, scale: 0.1), low: 0, high: 1)
        ),
        (
          "mixture(70%: uniform(5%, 10%), 30%: 50%)",
          try .mixture([(0.7, .uniform(low: 0.05, high: 0.1)), (0.3, .constant(0.5))])
        ),
      ]
    } catch {
      Issue.record("a distribution of the test cannot be made: \(error)")
      return []
    }
  }()

  @Test(arguments: calls.indices)
  func makes(index: Int) {
    let (text, distribution) = Self.calls[index]
    let content = SmallScenario.content(
      "imports.share", ["fx.usdcny.spot=7.2", "imports.share=\(text)"])
    #expect(
      content == .distribution(distribution), "\(text): got \(String(describing: content))")
  }

  @Test func takesUnitsOfItsKey() throws {
    let content = SmallScenario.content(
      "plan.revision.total",
      [
        "plan.mode=revised", "plan.revision.quarter=2026Q1", "plan.revision.probability=30%",
        "plan.revision.total=triangular(3300亿元, 400bn CNY, 520000mn CNY)",
      ])
    #expect(content == .distribution(try .triangular(low: 330, mode: 400, high: 520)))
  }

  @Test func readsObservedValues() throws {
    try ProjectFiles.withFolder([
      "s.yaml": SmallScenario.text, "seen.csv": "id,share\na,0.2\nb,0.4\nc,0.3\n",
    ]) {
      let result = ScenarioReader.read(
        file: "\($0)/s.yaml",
        overrides: ["fx.usdcny.spot=7.2", "imports.share=empirical(seen.csv, share)"])
      let document = try result.get()
      #expect(
        document.assumptions["imports.share"]?.content
          == .distribution(try .empirical([0.2, 0.3, 0.4])))
    }
  }

  /// An excluded end is harmless for a density and not for a probability of its own.
  @Test func excludesAtomsAtOpenEnds() {
    let others = [
      "fx.usdcny.spot=7.2", "imports.share=25%", "supply.restrict=1%", "supply.reopen=20%",
      "supply.available=30%",
    ]
    _ = SmallScenario.content(
      "supply.catchUp", others + ["supply.catchUp=uniform(0, 2)"])
    let open = SmallScenario.diagnostics(
      SmallScenario.text,
      [
        "cloud.revenue=31.742bn CNY", "cloud.growth.path=18%", "cloud.growth.speed=uniform(0, 1)",
        "cloud.growth.volatility=8%",
      ])
    #expect(open == "accepted\n")
    let atom = SmallScenario.diagnostics(
      SmallScenario.text,
      [
        "cloud.revenue=31.742bn CNY", "cloud.growth.path=18%",
        "cloud.growth.speed=discrete(0: 50%, 1: 50%)", "cloud.growth.volatility=8%",
      ])
    #expect(
      atom == """
        --set cloud.growth.speed=discrete(0: 50%, 1: 50%): error: discrete(0: 50%, 1: 50%) reaches \
        from 0 to 1, but must be above 0 and at most 50
           | --set cloud.growth.speed=discrete(0: 50%, 1: 50%)
           |                          ^^^^^^^^^^^^^^^^^^^^^^^^
           help: choose bounds within that

        """)
  }
}
