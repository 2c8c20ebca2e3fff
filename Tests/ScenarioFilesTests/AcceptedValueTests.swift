import CapexModel
import NumericalMethods
import Testing

@testable import ScenarioFiles

/// Every way to write a value gives the number that it means, to the last bit.
@Suite struct AcceptedValueTests {
  private static let group = [
    "group.growth=5%", "group.volatility=0", "group.seasonal=[1, 1, 1, 1]",
  ]

  @Test(arguments: [
    ("380bn CNY", 380.0), ("380 bn CNY", 380), ("31742mn CNY", 31.742), ("31.742bn CNY", 31.742),
    ("0.38tn CNY", 380), ("3800亿元", 380), ("3800亿", 380), ("5.3万亿元", 5300),
    ("31742百万元", 31.742), ("380 billion RMB", 380), ("1e2bn CNY", 100),
    ("280154000000 CNY", 280.154),
  ])
  func money(text: String, billions: Double) {
    let content = SmallScenario.content("plan.total", ["plan.total=\(text)"])
    #expect(content == .number(billions), "\(text): got \(String(describing: content))")
  }

  @Test(arguments: [
    ("4.1%", 0.041), ("0.041", 0.041), ("410bp", 0.041), ("25bp", 0.0025), ("0", 0),
    ("-0%", 0), ("1.5", 1.5), ("300%", 3), (" 20 % ", 0.2), ("+7%", 0.07), ("7E-2", 0.07),
  ])
  func fraction(text: String, value: Double) {
    let path = "plan.execution.volatility"
    let content = SmallScenario.content(path, ["\(path)=\(text)"])
    #expect(content == .number(value), "\(text): got \(String(describing: content))")
  }

  @Test(arguments: [
    ("100m", 100.0), ("100 million", 100), ("1亿", 100), ("100000000", 100), ("3400万", 34),
    ("0.1bn", 100),
  ])
  func people(text: String, millions: Double) {
    let content = SmallScenario.content(
      "indicators.quark.users",
      [
        "indicators.quark.users=\(text)", "indicators.quark.ceiling=300m",
        "indicators.quark.speed=0.5",
      ])
    #expect(content == .number(millions), "\(text): got \(String(describing: content))")
  }

  @Test(arguments: [
    ("2025Q2", 2025, 2), ("FY2026Q1", 2025, 2), ("FY2025Q4", 2025, 1),
  ])
  func quarter(text: String, year: Int, number: Int) {
    let content = SmallScenario.content("start", ["start=\(text)"])
    #expect(content == .quarter(Quarter(year: year, number: number)))
  }

  /// A fiscal year to June: FY2025 Q4 is the June quarter of 2025.
  @Test func quarterOfOtherFiscalYear() {
    let content = SmallScenario.content("start", ["start=FY2025Q4", "fiscalYearEnd=June"])
    #expect(content == .quarter(Quarter(year: 2025, number: 2)))
  }

  @Test func path() {
    let content = SmallScenario.content(
      "group.growth",
      [
        "group.revenue=280bn CNY", "group.growth={ 2025: 5%, 2027Q3: 6%, FY2030Q1: 0.04 }",
      ])
    typealias Knot = AssumptionContent.Knot
    #expect(
      content
        == .path([
          Knot(quarter: Quarter(year: 2025, number: 1), value: 0.05),
          Knot(quarter: Quarter(year: 2027, number: 3), value: 0.06),
          Knot(quarter: Quarter(year: 2029, number: 2), value: 0.04),
        ]))
  }

  @Test(arguments: [
    ("flat", PlanProfile.flat), ("{ ramp: 0.5 }", .ramp(0.5)), ("{ ramp: -0.5 }", .ramp(-0.5)),
    ("{ frontLoaded: 0.9 }", .frontLoaded(0.9)), ("{ backLoaded: 1.1 }", .backLoaded(1.1)),
    ("{ sCurve: 6 }", .sCurve(6)),
    ("{ custom: [0, 1, 1, 1, 1, 1, 1, 2] }", .custom([0, 1, 1, 1, 1, 1, 1, 2])),
  ])
  func profile(text: String, profile: PlanProfile) {
    let content = SmallScenario.content("plan.profile", ["plan.profile=\(text)"])
    #expect(content == .profile(profile))
  }

  @Test func pairs() {
    let content = SmallScenario.content(
      "dependence.pairs",
      [
        "fx.usdcny.spot=7.2476", "fx.usdcny.process=gbm", "fx.usdcny.volatility=4.1%",
        "cloud.revenue=31.742bn CNY", "cloud.growth.path=18%", "cloud.growth.speed=0.8",
        "cloud.growth.volatility=8%", "plan.execution.volatility=20%",
        "dependence.pairs=[[fx.usdcny, cloud.growth, -0.2], [capex.execution, fx.usdcny, 10%]]",
      ])
    #expect(
      content
        == .dependence([
          CorrelatedPair(first: "fx.usdcny", second: "cloud.growth", correlation: -0.2),
          CorrelatedPair(first: "capex.execution", second: "fx.usdcny", correlation: 0.1),
        ]))
  }

  @Test(arguments: ["3", "3 years", "3.0"])
  func years(text: String) {
    let content = SmallScenario.content(
      "cloud.ai.halfLife",
      [
        "cloud.revenue=31.742bn CNY", "cloud.growth.path=18%", "cloud.growth.speed=0.8",
        "cloud.growth.volatility=8%", "cloud.ai.share=20%", "cloud.ai.growth=100%",
        "cloud.ai.longRun=10%", "cloud.ai.volatility=10%", "cloud.ai.halfLife=\(text)",
      ])
    #expect(content == .number(3))
  }
}
