import NumericalMethods
import Testing

/// Bins over all doubles: in order, each value within the edges of its own.
@Suite struct HistogramTests {
  private static let values: [Double] = {
    var values: [Double] = [
      0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude, 1, -1,
    ]
    for exponent in stride(from: -1070, through: 1020, by: 55) {
      for significand in [1.0, 1.0009765624, 1.0009765625, 1.5, 1.999999999999999] {
        let value = Double(sign: .plus, exponent: exponent, significand: significand)
        values += [value, -value]
      }
    }
    return values + [.greatestFiniteMagnitude, -.greatestFiniteMagnitude]
  }()

  private func histogram(_ values: [Double], precision: Int) -> Histogram {
    var histogram = Histogram(precision: precision)
    values.withUnsafeBufferPointer { histogram.add($0) }
    return histogram
  }

  @Test(arguments: [1, 10, 14])
  func valueLiesWithinItsBin(precision: Int) {
    for value in Self.values {
      let bins = histogram([value], precision: precision).bins
      #expect(bins.count == 1 && bins.first?.count == 1, "\(value)")
      for bin in bins {
        let (low, high) = Histogram(precision: precision).edges(of: bin.key)
        #expect(low <= value && value <= high, "\(value) within \(low) … \(high)")
        let (inner, outer) = (
          min(low.magnitude, high.magnitude), max(low.magnitude, high.magnitude)
        )
        guard inner >= .leastNormalMagnitude, outer.isFinite else { continue }
        let width = Double(sign: .plus, exponent: -precision, significand: inner)
        #expect(outer - inner <= width, "\(value) within \(low) … \(high)")
      }
    }
  }

  /// Nor has any window room for it, however near its values come.
  @Test func infinityHasNoBin() {
    let large = (1...30).map { Double($0) * 2e306 + 1e308 }
    let values = large + [.infinity, -.infinity, .nan, 1, .greatestFiniteMagnitude]
    var together = Histogram(precision: 10)
    together.makeRoom(for: 1e308...1.78e308)
    var single = together
    values.withUnsafeBufferPointer { together.add($0) }
    for value in values where value.isFinite { single.add(value, count: 1) }
    #expect(together.bins.elementsEqual(single.bins) { $0 == $1 })
    #expect(together.bins.reduce(0) { $0 + Int($1.count) } == 32)
  }

  @Test func keysAscendWithValues() {
    let sorted = Self.values.sorted()
    let keys = sorted.map { histogram([$0], precision: 10).bins[0].key }
    #expect(keys == keys.sorted())
    #expect(
      histogram([0], precision: 10).bins[0].key == histogram([-0.0], precision: 10).bins[0].key)
    let all = histogram(sorted, precision: 10).bins
    #expect(all.map(\.key) == all.map(\.key).sorted())
    #expect(all.reduce(0) { $0 + Int($1.count) } == sorted.count)
  }

  @Test func bordersBelongToTheBinFartherFromZero() {
    let edge = 1.0009765625  // 1 + 2⁻¹⁰
    let below = histogram([edge.nextDown], precision: 10).bins[0].key
    let at = histogram([edge], precision: 10).bins[0].key
    #expect(at == below + 1)
    #expect(Histogram(precision: 10).edges(of: at).low == edge)
    #expect(
      histogram([-edge], precision: 10).bins[0].key + 1
        == histogram([-edge.nextDown], precision: 10).bins[0].key)
  }

  @Test func mergingAddsCounts() {
    var one = histogram([1, 1, 2, -.leastNonzeroMagnitude], precision: 10)
    one.merge(histogram([2, 3e300, -7], precision: 10))
    let together = histogram([1, 1, 2, -.leastNonzeroMagnitude, 2, 3e300, -7], precision: 10)
    #expect(one.bins.map(\.key) == together.bins.map(\.key))
    #expect(one.bins.map(\.count) == together.bins.map(\.count))
  }

  @Test(arguments: [0x1p-3, 1.0, 0x1p40])
  func binsAreAsWideAsTheOffsetAsksNearZero(offset: Double) {
    for value in Self.values where value.magnitude < 0x1p900 {
      var histogram = Histogram(precision: 10, offset: offset)
      [value].withUnsafeBufferPointer { histogram.add($0) }
      guard let bin = histogram.bins.first else {
        Issue.record("\(value) was not counted")
        continue
      }
      let (low, high) = histogram.edges(of: bin.key)
      let rounding = (value.magnitude + offset) * 0x1p-52
      #expect(low - rounding <= value && value <= high + rounding, "\(value): \(low) … \(high)")
      #expect(high - low <= (value.magnitude + offset) * 0x1p-10, "\(value): \(low) … \(high)")
      #expect((bin.key == 0) == (value == 0))
    }
  }

  @Test func whatIsNotFiniteIsPassedOver() {
    let bins = histogram([.nan, .infinity, -.infinity, 2], precision: 10).bins
    #expect(bins.map(\.count) == [1])
  }

  @Test func extremesDoNotDisturbTheRest() {
    // Far more binades than a window has, in an order that first sets it, then leaves it.
    let values = (0..<4000).map { index in
      let scale = index % 50 == 49 ? 300 * Double(index % 7 - 3) : Double(index % 11) / 4
      return Double(sign: index % 3 == 0 ? .minus : .plus, exponent: Int(scale), significand: 1.3)
    }
    var counted = Histogram(precision: 12)
    for start in stride(from: 0, to: values.count, by: 128) {
      values[start..<min(start + 128, values.count)].withUnsafeBufferPointer { counted.add($0) }
    }
    var expected: [Double: UInt32] = [:]
    for value in values { expected[value, default: 0] += 1 }
    #expect(counted.bins.map(\.count) == expected.sorted { $0.key < $1.key }.map(\.value))
  }
}
