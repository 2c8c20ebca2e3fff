import CapexModel
import RiskAnalysis
import SyntheticResults
import Testing

@Suite struct AnswersTests {
  static let answers = SyntheticRun.standard

  @Test func fiscalYearsHoldEveryQuarterOnceAndSumToThePlan() {
    let years = AnswersTests.answers.schedule
    #expect(years.map(\.year) == [2026, 2027, 2028])
    #expect(years.flatMap(\.rows).map(\.t) == Array(1...12))
    #expect(years.allSatisfy { $0.isWhole })
    let millions = years.map { ($0.planned * 1000).rounded() }.reduce(0, +)
    #expect(millions == 380_000, "expected 380000, got \(millions)")
  }

  @Test func aFiscalYearThatIsOnlyPartlyThePlansHasNoTotalOfItsOwn() throws {
    var run = SyntheticRun()
    run.trials = 100
    run.planQuarters = 6
    let years = run.answers.schedule
    #expect(years.map(\.rows.count) == [4, 2])
    #expect(years[0].cloudRevenue != nil)
    #expect(years[1].cloudRevenue == nil && years[1].capex == nil)
  }

  @Test func headlineComesFromTheQuantities() throws {
    let answers = AnswersTests.answers
    let headline = answers.headline
    let total = try #require(answers.quantity("totalCapex")?.whole)
    #expect(headline.total?.middle == total[.p50])
    #expect(headline.total?.low == total[.p5])
    let ratio = try #require(answers.quantity("capexToRevenue"))
    #expect(headline.first.ratio == ratio.quarter(1)?[.p50])
    #expect(headline.last.ratio == ratio.quarter(12)?[.p50])
    #expect(headline.payback == answers.quantity("paidBackWithinHorizon")?.whole?.probability)
  }

  /// Without the condition, the share of trials with a finite payback quarter is the same number.
  @Test func paybackFallsBackOnItsQuarter() throws {
    var run = SyntheticRun()
    run.kept = ["payback"]
    let share = try #require(run.answers.headline.payback)
    let whole = try #require(run.answers.quantity("payback")?.whole)
    #expect(share.value == Double(whole.finite) / Double(whole.trials))
    #expect(abs(share.value + (whole.never?.value ?? 0) - 1) < 1e-12)
  }

  @Test func nothingOfAQuantityThatIsNotThere() {
    var run = SyntheticRun()
    run.trials = 100
    run.kept = ["capex"]
    let answers = run.answers
    #expect(answers.headline.total == nil && answers.headline.payback == nil)
    #expect(answers.totals.isEmpty)
    #expect(answers.distributions.isEmpty && answers.probabilities.isEmpty)
  }

  @Test func aMeanNeedsFiniteTrials() throws {
    var run = SyntheticRun()
    run.trials = 100
    run.extra = [
      SyntheticRun.quantity("beyond", values: (0..<100).map { $0 < 50 ? 1 : .infinity })
    ]
    let whole = try #require(run.answers.quantity("beyond")?.whole)
    #expect(whole.mean == nil && whole.skewness == nil)
    #expect(whole[.p95]?.value == .infinity)
  }
}
