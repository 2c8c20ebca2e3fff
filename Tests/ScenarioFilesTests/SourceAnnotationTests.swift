import CapexModel
import Testing

@testable import ScenarioFiles

/// `source` and `note` go with the values below that have none of their own.
@Suite struct SourceAnnotationTests {
  @Test func areInherited() throws {
    let text =
      SmallScenario.text
        + """
        source: the top
        fx: { usdcny: { spot: 7.2476 } }
        imports:
          note: guessed
          source: judgement
          share: { value: 25%, source: seeds/estimates.csv#share }
          hedged: 10%
          rule: { value: budget, note: own }

        """
    let assumptions = try SmallScenario.read(text).get().assumptions
    #expect(assumptions["plan.total"]?.source == "the top")
    #expect(assumptions["imports.share"]?.source == "seeds/estimates.csv#share")
    // A note explains the source beside it, not another one.
    #expect(assumptions["imports.share"]?.note == nil)
    #expect(assumptions["imports.hedged"]?.source == "judgement")
    #expect(assumptions["imports.hedged"]?.note == "guessed")
    #expect(assumptions["imports.rule"]?.source == "judgement")
    #expect(assumptions["imports.rule"]?.note == "own")
  }

  @Test func namesStandardValues() throws {
    let assumptions = try SmallScenario.read().get().assumptions
    #expect(assumptions["currency"]?.content == .choice("CNY"))
    #expect(assumptions["currency"]?.source == "standard")
    // Not of a section that is absent, nor of an option that is not chosen.
    #expect(assumptions["imports.rule"] == nil)
    #expect(assumptions["plan.drift"] == nil)
  }
}
