import NumericalMethods
import Testing

@testable import CapexModel

/// How what remains of a plan is phased.
@Suite struct PhasingTests {
  private static func phasing(
    _ rule: PhasingRule, schedule: [Int], spent: [Int], within: Int = 4, recent: [Int] = [],
    total: Int? = nil
  ) -> Phasing? {
    let weights = schedule.map(Double.init)
    var settings = Phasing.Settings()
    settings.within = within
    settings.recent = recent.isEmpty ? spent : recent
    return Phasing(
      rule, schedule: Schedule(total: total ?? schedule.reduce(0, +), weights: weights),
      spent: spent, settings: settings,
      sCurve: {
        PlanProfile.sCurve($0).weights(
          count: schedule.count, start: Quarter(year: 2025, number: 2), seasonal: nil)
      })
  }

  static let examples: [(PhasingRule, [Int])] = [
    (.carryOver, [60, 100, 100, 100]), (.proRata, [90, 90, 90, 90]),
    (.catchUp, [86, 87, 87, 100]), (.holdRunRate, [120, 120, 120, 120]),
    // Increments of the logistic with k = 6 at 2/6 … 6/6, of which the last four are left.
    (.sCurve, [122, 121, 79, 38]),
  ]

  @Test(arguments: examples.indices)
  func asDocumented(index: Int) throws {
    let (rule, expected) = Self.examples[index]
    let schedule = Array(repeating: 100, count: 6)
    let phasing = try #require(
      Self.phasing(rule, schedule: schedule, spent: [130, 110], within: 3))
    #expect(phasing.planned == expected, "\(rule): got \(phasing.planned)")
    #expect(phasing.remaining == 360 && phasing.neededPerQuarter == 0.09)
    #expect(phasing.millions == [130, 110] + expected)
  }

  @Test func carryingOverIsCatchingUpInOneQuarter() throws {
    for spent in [[0, 0], [50, 170], [290, 300]] {
      let schedule = [100, 120, 80, 100, 70, 130]
      let one = try #require(Self.phasing(.carryOver, schedule: schedule, spent: spent))
      let other = try #require(
        Self.phasing(.catchUp, schedule: schedule, spent: spent, within: 1))
      #expect(one.planned == other.planned, "\(spent)")
    }
  }

  /// What was spent too much takes whole quarters, and those after them, and those before.
  @Test func overspendingLeavesNothingNegative() throws {
    let schedule = [100, 50, 50, 10, 5]
    let carried = try #require(Self.phasing(.carryOver, schedule: schedule, spent: [190]))
    #expect(carried.planned == [0, 10, 10, 5], "got \(carried.planned)")
    let caught = try #require(
      Self.phasing(.catchUp, schedule: schedule, spent: [190], within: 4))
    #expect(caught.planned.reduce(0, +) == 25 && caught.planned.allSatisfy { $0 >= 0 })
    for rule in PhasingRule.allCases where rule.keepsTotal {
      let over = try #require(Self.phasing(rule, schedule: schedule, spent: [300]))
      #expect(over.remaining == 0 && over.planned == [0, 0, 0, 0], "\(rule): \(over.planned)")
    }
  }

  /// Four rules keep the total to the million, whatever was spent.
  @Test(arguments: PhasingRule.allCases.filter(\.keepsTotal))
  func keepsTheTotal(rule: PhasingRule) throws {
    let stream = Stream(seed: 4, name: "phasing")
    for trial in 0..<500 {
      func draw(_ place: Int) -> Double { stream.uniform(trial: UInt64(trial), quarter: place) }
      let count = 2 + Int(draw(1) * 14)
      let schedule = (0..<count).map { Int(draw(10 + $0) * 40_000) + 1 }
      let happened = 1 + Int(draw(2) * Double(count - 1))
      let spent = (0..<happened).map { Int(draw(50 + $0) * 60_000) }
      let phasing = try #require(
        Self.phasing(
          rule, schedule: schedule, spent: spent, within: 1 + Int(draw(3) * Double(count))))
      let total = schedule.reduce(0, +)
      let expected = phasing.planned.isEmpty ? 0 : max(0, total - spent.reduce(0, +))
      #expect(
        phasing.planned.reduce(0, +) == expected && phasing.planned.allSatisfy { $0 >= 0 },
        "\(rule), trial \(trial): \(schedule) spent \(spent) planned \(phasing.planned), seed 4")
    }
  }

  @Test func thereMustBeAScheduleToGoBy() {
    #expect(Self.phasing(.proRata, schedule: [100, 0, 0], spent: [80], total: 100) == nil)
    #expect(Self.phasing(.catchUp, schedule: [100, 0, 0], spent: [80])?.planned == [10, 10])
  }
}
