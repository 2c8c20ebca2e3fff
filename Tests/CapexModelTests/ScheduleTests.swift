import NumericalMethods
import Testing

@testable import CapexModel

/// The schedule's whole millions, under every profile.
@Suite struct ScheduleTests {
  @Test func sumsExactly() {
    let draws = Stream(seed: 20, name: "schedules")
    for case_ in 0..<200 {
      func draw(_ place: Int, _ low: Double, _ high: Double) -> Double {
        low + (high - low) * draws.uniform(trial: UInt64(case_), quarter: place)
      }
      let total = Int(draw(0, 0, 2e6))
      let count = 1 + Int(draw(1, 0, 40))
      let start = Quarter(index: 8100 + Int(draw(2, 0, 4)))
      let seasonal = case_ % 2 == 0 ? nil : (3..<7).map { draw($0, 0.1, 3) }
      let custom = (0..<count).map { draw(50 + $0, 0.01, 5) }
      let profiles: [PlanProfile] = [
        .flat, .ramp(draw(7, -0.9, 5)), .frontLoaded(draw(8, 0.5, 1)), .sCurve(draw(10, 0.1, 12)),
        .backLoaded(draw(9, 1, 1.5)), .custom(custom),
      ]
      for profile in profiles {
        let weights = profile.weights(count: count, start: start, seasonal: seasonal)
        let millions = Schedule(total: total, weights: weights).millions
        #expect(
          millions.reduce(0, +) == total, "\(profile) of \(total) over \(count): \(millions)")
        let sum = weights.reduce(0, +)
        for (whole, weight) in zip(millions, weights) {
          // Largest remainder: each is its share rounded down or up.
          let share = Double(total) * weight / sum
          #expect(
            abs(Double(whole) - share) < 1 + 1e-6, "\(profile) of \(total): \(whole) for \(share)")
        }
      }
    }
  }

  @Test func flatPlanGivesTheFirstQuartersTheMillionsThatAreLeft() {
    let weights = PlanProfile.flat.weights(
      count: 12, start: Quarter(year: 2025, number: 2), seasonal: nil)
    let millions = Schedule(total: 380_000, weights: weights).millions
    #expect(millions == Array(repeating: 31_667, count: 8) + Array(repeating: 31_666, count: 4))
  }

  @Test func largestRemaindersComeFirst() {
    #expect(Schedule(total: 10, weights: [1, 1, 2.6, 0.4]).millions == [2, 2, 5, 1])
    #expect(Schedule(total: 0, weights: [1, 2]).millions == [0, 0])
  }
}
