import CapexModel
import MonteCarlo
import Reporting
import RiskAnalysis
import ScenarioFiles
import Testing

/// What changed between two views, split among its causes.
@Suite struct ChangeSplitTests {
  private static let name = "alibaba-380b-2025q3"
  private static let trials = 2000

  private static func split(
    _ flags: [String] = [], of name: String = name
  ) async throws -> (split: ChangeSplit, document: ScenarioDocument) {
    let document = try ScenarioReader.readBuiltIn(named: name, overrides: flags).get()
    let earlier = try #require(document.earlier)
    return (
      try await ChangeSplit(
        from: earlier, to: document.model, trials: trials, seed: 3, workers: 2), document
    )
  }

  /// To the yuan, the dollar and the trial; both ends are those of the two scenarios themselves.
  @Test func addsUpExactly() async throws {
    let (split, document) = try await Self.split()
    #expect(split.planEnd.description == "2028Q1" && split.total == 380)
    #expect(
      split.measures.map(\.statistic) == [
        .totalCapex(currency: "CNY"), .totalCapex(currency: "USD"),
        .spentByPlanEnd(currency: "CNY"), .reachedByPlanEnd,
      ])
    for measure in split.measures {
      #expect(
        measure.shares.reduce(0, +) == measure.after - measure.before, "\(measure.statistic)")
    }
    for (model, view) in [
      (try #require(document.earlier), \ChangeSplit.Measure.before), (document.model, \.after),
    ] {
      let program = try model.model.compile(outputs: ["totalCapex", "totalCapexUSD", "crossing"])
      let result = await Simulation(program, trials: Self.trials, seed: 3, workers: 1).run()
      for (place, name) in ["totalCapex", "totalCapexUSD"].enumerated() {
        let mean = try #require(result.quantity(name)).summaries[0].mean
        let got = split.measures[place][keyPath: view]
        #expect(abs(Double(got) - mean * 1e9) <= 1, "\(name): got \(got), expected \(mean)")
      }
      let reached = try #require(result.quantity("crossing")).retained.filter { $0 <= 12 }.count
      #expect(split.measures[3][keyPath: view] == reached)
    }
  }

  /// A cause without a change has no share.
  @Test(arguments: [
    (["supply.start=open"], ChangeCause.model, "alibaba-380b-2025q3"),
    (["plan.revision.probability=50%"], .scope, "alibaba-380b-2025q3"),
    (["fx.usdcny.actuals=~"], .exchangeRate, "alibaba-380b-2025q3"),
    (
      ["fx.usdcny.actuals=seeds/usdcny-daily-later.csv", "actuals.until=2025Q3"], .timing,
      "alibaba-380b"
    ),
  ])
  func unchangedCausesHaveNoShare(
    flags: [String], cause: ChangeCause, name: String
  ) async throws {
    let (split, _) = try await Self.split(flags, of: name)
    for measure in split.measures {
      #expect(measure.shares[cause.rawValue] == 0, "\(measure.statistic): \(measure.shares)")
    }
    #expect(split.measures.contains { $0.shares.contains { $0 != 0 } })
  }

  /// Spending does not depend on revenue, and yuan not on the rate where nothing is restricted.
  @Test func causesDoWhatTheyCan() async throws {
    let (split, _) = try await Self.split(["supply=~"], of: Self.name)
    let exchangeRate = split.measures.map { $0.shares[ChangeCause.exchangeRate.rawValue] }
    #expect(exchangeRate[1] != 0, "the rate moves dollars")
    #expect(split.measures[0].shares[ChangeCause.scope.rawValue] > 0, "more revisions")
  }

  @Test func refusesOtherFrames() async throws {
    let document = try ScenarioReader.readBuiltIn(
      named: Self.name, overrides: ["quarters=30"]
    ).get()
    let earlier = try #require(document.earlier)
    await #expect(throws: RiskAnalysisError.viewsDiffer(key: "quarters")) {
      _ = try await ChangeSplit(
        from: earlier, to: document.model, trials: 10, seed: 1, workers: 1)
    }
  }

  /// A pair of drivers that only one of the views has; formulas of the scenario's own do no harm.
  @Test func refusesMixturesThatMakeNoModel() async throws {
    let euro = ["fx.eurcny.spot=7.6", "fx.eurcny.process=gbm", "fx.eurcny.volatility=9%"]
    _ = try await Self.split(euro + ["metrics.most=max(fx.eurcny, over: plan)"])
    await #expect(
      throws: RiskAnalysisError.mixtureImpossible(causes: [.model], path: "dependence.pairs")
    ) {
      _ = try await Self.split(euro + ["dependence.pairs=[[fx.eurcny, cloud.growth, 0.1]]"])
    }
  }

  /// The page at every width, and what it must say.
  @Test(arguments: [60, 80, 100])
  func isOnThePage(width: Int) async throws {
    let (split, document) = try await Self.split()
    let result = await Simulation(
      try document.model.compile(), trials: Self.trials, seed: 3, workers: 2
    ).run()
    let context = ReportContext(
      document.model.scenario, origin: .builtIn(Self.name), overrides: [], programVersion: "",
      streamVersion: 1, elapsedSeconds: nil)
    let answers = Answers(result, context: context, change: .success(split))
    let text = RunReport(answers, width: width, palette: .plain).text
    for line in text.split(separator: "\n") {
      #expect(line.count <= width, "\(line)")
    }
    let parts = [
      "38,676", "31,501", "309,823", "30,982.3", "timing (slip)", "exchange rate",
      "ignored: before the start", "Each trial plans to spend its own total",
    ]
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in parts { #expect(words.contains(part), "no \(part) at \(width):\n\(text)") }
    let crossing = try #require(answers.actuals?.crossing)
    let never = try #require(answers.actuals?.neverReached)
    let sum = crossing.reduce(never.value) { $0 + $1.share.value }
    #expect(abs(sum - 1) < 1e-9, "shares of quarters sum to \(sum)")
    let byEnd = crossing.filter { $0.t <= 12 }.reduce(0) { $0 + $1.share.value }
    #expect(abs(byEnd - (answers.actuals?.reachedByPlanEnd?.value ?? .nan)) < 1e-9)
  }
}
