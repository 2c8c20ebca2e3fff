import MonteCarlo
@testable import Reporting
import RiskAnalysis
import SyntheticResults
import Testing

@Suite struct RunReportTests {
  static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: [60, 80, 100, 140])
  func goldenAtWidths(width: Int) throws {
    let text = RunReport(SyntheticRun.standard, width: width, palette: .plain).text
    try Golden.expect(text, "run-\(width).txt")
    for line in RunReportTests.lines(text) {
      #expect(DisplayWidth.of(line) <= min(100, width), "\(line)")
      #expect(!line.hasSuffix(" "), "trailing space: \(line)")
    }
  }

  @Test func aPeerWithoutACloudSection() throws {
    var run = SyntheticRun()
    run.currency = "USD"
    run.mode = .pace
    run.planQuarters = 6
    run.quarters = 8
    run.kept = ["capex", "totalCapex", "crossing", "capex.FY2026"]
    try Golden.expect(
      RunReport(run.answers, width: 80, palette: .plain).text, "run-peer.txt")
  }

  @Test func colourChangesNothingButColour() {
    let answers = SyntheticRun.standard
    let coloured = RunReport(answers, width: 100, palette: .coloured).text
    let plain = RunReport(answers, width: 100, palette: .plain).text
    var stripped = ""
    var rest = coloured[...]
    while let escape = rest.firstIndex(of: "\u{1B}") {
      stripped += rest[..<escape]
      guard let end = rest[escape...].firstIndex(of: "m") else { break }
      rest = rest[rest.index(after: end)...]
    }
    stripped += rest
    #expect(coloured != plain)
    #expect(stripped == plain)
  }

  /// Whatever a run leaves out, the report is made and says nothing that is not a number.
  @Test func everySingleQuantityAlone() {
    var run = SyntheticRun()
    run.trials = 200
    let all = run.result
    for quantity in all.quantities {
      let alone = SimulationResult(trials: all.trials, seed: all.seed, quantities: [quantity])
      expectClean(Answers(alone, context: run.context))
    }
    run.kept = []
    expectClean(run.answers)
  }

  @Test(arguments: [1, 2, 10, 71, 72])
  func fewTrials(trials: Int) {
    var run = SyntheticRun()
    run.trials = trials
    expectClean(run.answers)
    let warned = run.answers.warnings.contains {
      if case .tooFewTrials(.p5, trials: trials, needed: 72) = $0 { true } else { false }
    }
    #expect(warned == (trials < 72), "trials \(trials)")
  }

  @Test(arguments: [1, 3, 5, 40, 200])
  func plansOfAnyLength(quarters: Int) {
    var run = SyntheticRun()
    run.trials = 100
    run.planQuarters = quarters
    run.quarters = max(24, quarters)
    expectClean(run.answers)
  }

  @Test func undefinedAndInfiniteValues() {
    var run = SyntheticRun()
    run.trials = 100
    run.extra = [
      SyntheticRun.quantity("nothing", values: Array(repeating: .nan, count: 100)),
      SyntheticRun.quantity("some", values: (0..<100).map { $0 == 7 ? .nan : -Double($0) }),
      SyntheticRun.quantity("beyond", values: (0..<100).map { $0 > 40 ? .infinity : 0.001 }),
      SyntheticRun.quantity("below", values: (0..<100).map { $0 > 40 ? -.infinity : -0.0 }),
    ]
    expectClean(run.answers)
    let text = RunReport(run.answers, width: 100, palette: .plain).text
    #expect(text.contains("warning: some is undefined in 1 of 100 values; the first is trial 7."))
    #expect(text.contains("warning: beyond is infinite in 59 of 100 values, so it has no mean."))
  }

  @Test func hostileNamesStayOnTheirLine() {
    var run = SyntheticRun()
    run.trials = 100
    run.extra = [
      SyntheticRun.quantity(
        "hostile", values: (0..<100).map(Double.init),
        meaning: "\u{1B}[2Jgone\u{202E}\r\n" + String(repeating: "x", count: 10_000))
    ]
    var context = run.context
    context.scenario = String(repeating: "阿里巴巴", count: 3000) + "\u{7}"
    context.overrides = [
      .init(path: "a\u{202E}b", value: "1\n2", fileValue: String(repeating: "y", count: 500))
    ]
    let answers = Answers(run.result, context: context)
    expectClean(answers)
    for width in [60, 100] {
      let text = RunReport(answers, width: width, palette: .plain).text
      #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
      #expect(!text.unicodeScalars.contains("\u{202E}"))
      for line in RunReportTests.lines(text) {
        #expect(DisplayWidth.of(line) <= width, "width \(width): \(line)")
      }
    }
  }

  private func expectClean(_ answers: Answers, _ place: SourceLocation = #_sourceLocation) {
    for width in [60, 77, 100] {
      let text = RunReport(answers, width: width, palette: .plain).text
      for bad in ["nan", "NaN", "inf ", "inf\n", "-0\n", "-0 ", "-0.0 ", "\u{A0}"] {
        #expect(!text.contains(bad), "\(bad) in\n\(text)", sourceLocation: place)
      }
      for line in RunReportTests.lines(text) {
        #expect(DisplayWidth.of(line) <= width, "\(width): \(line)", sourceLocation: place)
      }
    }
    let csv = QuantitiesCSV(answers).text
    #expect(!csv.contains("nan") && !csv.contains("inf,"), sourceLocation: place)
    #expect(!ResultJSON(answers).text.contains("nan"), sourceLocation: place)
  }
}
