@testable import Reporting
import Testing

@Suite struct NumberAxisTests {
  @Test(arguments: [
    [0.3, 79], [16.2, 75.5], [-45, 40], [0.0001, 0.0002], [6.52, 7.59], [1e9, 3e9], [-3, -2],
    [0, 0], [7.2476], [99.9, 100.1],
  ])
  func coversItsValuesAtRoundSteps(values: [Double]) throws {
    for includesZero in [true, false] {
      let axis = try #require(NumberAxis(covering: values, includesZero: includesZero))
      let slack = axis.step * 1e-6
      for value in values + (includesZero ? [0] : []) {
        #expect(axis.low <= value + slack && value <= axis.high + slack, "\(value) in \(axis)")
      }
      let ticks = axis.ticks
      #expect((2...12).contains(ticks.count), "\(values): \(ticks)")
      #expect(ticks.first == axis.low && ticks.last == axis.high)
      // One, two or five times a power of ten.
      var leading = axis.step
      while leading >= 9.999 { leading /= 10 }
      while leading < 0.999 { leading *= 10 }
      #expect([1, 2, 5].contains { abs($0 - leading) < 1e-9 }, "step \(axis.step)")
      #expect(Set(ticks.map(axis.label)).count == ticks.count, "\(ticks.map(axis.label))")
    }
  }

  @Test func labelsAreShortAndHaveAMinus() throws {
    let axis = try #require(NumberAxis(covering: [-0.4, 0.3]))
    #expect(axis.ticks.map(axis.label) == ["−0.4", "−0.2", "0.0", "0.2", "0.4"])
    let large = try #require(NumberAxis(covering: [0, 4500]))
    #expect(large.ticks.map(large.label) == ["0", "1,000", "2,000", "3,000", "4,000", "5,000"])
  }

  @Test func nothingWithoutNumbers() {
    #expect(NumberAxis(covering: [], includesZero: false) == nil)
    #expect(NumberAxis(covering: [.nan, .infinity], includesZero: false) == nil)
    #expect(NumberAxis(covering: [1e15]) == nil)
    // So close together that no tick could tell them apart.
    #expect(NumberAxis(covering: [1e6, 1e6 + 1e-4], includesZero: false) == nil)
  }
}
