import CapexModel
import RiskAnalysis
import ScenarioFiles
import SyntheticResults
import Testing

/// What the tables of a scenario hold, by quantity.
@Suite struct ActualSeriesTests {
  private func answer(_ overrides: [String] = []) throws -> ActualsAnswer {
    let document = try ScenarioReader.readBuiltIn(
      named: "alibaba-380b-2025q3", overrides: overrides
    ).get()
    let run = SyntheticRun()
    var context = run.context
    context.known = document.model.scenario.known
    context.start = document.model.scenario.start
    return try #require(Answers(run.result, context: context).actuals)
  }

  @Test func figuresAreThoseOfTheTables() throws {
    let actuals = try answer()
    #expect(actuals.quarters == 2)
    let capex = try #require(actuals.series("capex"))
    #expect(capex.points.first == .init(t: -31, value: 1.64))
    #expect(capex.sinceStart == [.init(t: 1, value: 38.676), .init(t: 2, value: 31.501)])
    #expect(capex.points.map(\.t) == Array(-31...2))
    let revenue = try #require(actuals.series("cloudRevenue"))
    #expect(revenue.points.first == .init(t: -7, value: 25.065) && revenue.points.count == 10)
    #expect(actuals.series("fx.usdcny")?.points.map(\.value) == [7.1636, 7.1328])
    #expect(actuals.series("groupRevenue")?.points.count == 14)
  }

  @Test func whatFollowsFromThem() throws {
    let actuals = try answer()
    #expect(actuals.series("cumulativeCapex")?.points.map(\.value) == [38.676, 38.676 + 31.501])
    #expect(
      actuals.series("capexToRevenue")?.points.map(\.value) == [38.676 / 33.398, 31.501 / 39.824])
    #expect(actuals.series("npv") == nil)
  }

  /// Of a scenario that knows one quarter only.
  @Test func nothingAfterUntilIsTaken() throws {
    let actuals = try answer(["actuals.until=2025Q2"])
    #expect(actuals.quarters == 1)
    #expect(actuals.series("capex")?.sinceStart.map(\.t) == [1])
  }
}
