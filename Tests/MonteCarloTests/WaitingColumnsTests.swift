import NumericalMethods
import Testing

@testable import MonteCarlo

/// What waits comes out as if it had been added at once.
@Suite struct WaitingColumnsTests {
  private static let values = (0..<40_000).map { trial -> Double in
    let u = Stream(seed: 9, name: "x").uniform(trial: UInt64(trial), quarter: 1)
    switch trial % 1000 {
    case 500: return .infinity
    case 700: return .nan
    case 900: return Elementary.exp(600 * (u - 0.5))
    default: return Elementary.exp(2 * (u - 0.5)) - 0.7
    }
  }

  @Test(arguments: [1024, 2048, 4096])
  func settlingLaterChangesNoBit(length: Int) {
    let pilot = Self.values[..<256].withUnsafeBufferPointer { Pilot($0) }
    var whole = SummaryAccumulator(pilot, precision: 10, style: .continuous)
    Self.values.withUnsafeBufferPointer { whole.add($0, first: 0) }
    var parts = SummaryAccumulator(pilot, precision: 10, style: .continuous)
    let waiting = WaitingColumns([parts.waitingRoom], count: 20_000)
    for first in stride(from: 0, to: Self.values.count, by: length) {
      Self.values[first..<min(first + length, Self.values.count)].withUnsafeBufferPointer {
        parts.add($0, first: first, waiting: waiting, column: 0)
      }
    }
    parts.settle(waiting, column: 0)
    let (a, b) = (
      whole.summary(RankTable(trials: 40_000)), parts.summary(RankTable(trials: 40_000))
    )
    #expect(a.finite == b.finite && a.undefined == b.undefined && a.above == b.above)
    #expect(a.firstUndefinedTrial == 700 && b.firstUndefinedTrial == 700)
    #expect(a.mean.bitPattern == b.mean.bitPattern)
    #expect(a.excessKurtosis.bitPattern == b.excessKurtosis.bitPattern)
    #expect(a.minimum == b.minimum && a.maximum == b.maximum)
    for p in [0.001, 0.1, 0.5, 0.9, 0.999] {
      #expect(a.quantile(p).bitPattern == b.quantile(p).bitPattern, "\(p)")
    }
  }

  /// Conditions wait without bins: all powers of 0 and 1 are themselves.
  @Test func conditionsComeOutAsTheyAre() {
    let some = (0..<3000).map { $0 % 7 == 3 ? 1.0 : 0 }
    for values in [some, some.map { _ in 1 }, some.map { _ in 0 }, some + [.nan, 1]] {
      let waiting = WaitingColumns(
        [WaitingColumns.Room(pivot: 0, histogram: nil)], count: values.count)
      let exceptions = values.withUnsafeBufferPointer { waiting.add($0, to: 0) }
      let part = waiting.take(0)
      let finite = values.filter(\.isFinite)
      #expect(exceptions.infinite == values.count - finite.count && exceptions.outside == 0)
      #expect(part.finite == finite.count && part.places.isEmpty)
      #expect(part.minimum == finite.min() && part.maximum == finite.max())
      let ones = part.sums.reduce(SIMD4<Double>(repeating: 0), +)
      #expect(ones == SIMD4(repeating: finite.reduce(0, +)))
    }
  }
}
