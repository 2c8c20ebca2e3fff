import Testing

@testable import NumericalMethods

@Suite struct StreamTests {
  /// Random123's published known answers for philox4x32-10.
  static let answers: [(counter: [UInt32], key: [UInt32], block: [UInt32])] = [
    ([0, 0, 0, 0], [0, 0], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
    (
      [.max, .max, .max, .max], [.max, .max],
      [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
    ),
    (
      [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0],
      [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
    ),
  ]

  @Test func philoxKnownAnswers() {
    for (counter, key, expected) in Self.answers {
      let got = Stream.block(
        counter: (counter[0], counter[1], counter[2], counter[3]), key: (key[0], key[1]))
      #expect(got == expected, "counter \(counter), key \(key)")
    }
  }

  @Test(arguments: [0, 16, 4096, UInt64(1) << 35], [1, 7, 8, 15, 16, 17, 256, 1000])
  func columnsEqualSingleValues(first: UInt64, count: Int) {
    let stream = Stream(seed: 20_250_224, name: "fx.usdcny")
    let column = [Double](unsafeUninitializedCapacity: count) { out, initialised in
      stream.fill(
        UnsafeMutableBufferPointer(rebasing: out[0..<count]), first: first, quarter: 3, draw: 1)
      initialised = count
    }
    for (index, got) in column.enumerated() {
      let expected = stream.uniform(trial: first + UInt64(index), quarter: 3, draw: 1)
      #expect(got == expected, "trial \(first + UInt64(index)): expected \(expected), got \(got)")
      #expect(got > 0 && got < 1)
    }
  }

  @Test func everyPartOfTheAddressCounts() {
    let stream = Stream(seed: 1, name: "a")
    let reference = stream.uniform(trial: 5, quarter: 2, draw: 0)
    #expect(Stream(seed: 2, name: "a").uniform(trial: 5, quarter: 2) != reference)
    #expect(Stream(seed: 1, name: "b").uniform(trial: 5, quarter: 2) != reference)
    #expect(stream.uniform(trial: 6, quarter: 2) != reference)
    #expect(stream.uniform(trial: 5, quarter: 3) != reference)
    #expect(stream.uniform(trial: 5, quarter: 2, draw: 1) != reference)
    #expect(Stream(seed: 1, name: "a").uniform(trial: 5, quarter: 2) == reference)
  }

  /// Mean and variance of uniform numbers, within 4.5 standard errors at seed 7.
  @Test func uniformNumbersAreUniform() {
    let stream = Stream(seed: 7, name: "uniform")
    let n = 100_000
    var first = 0.0
    var second = 0.0
    for trial in 0..<n {
      let d = stream.uniform(trial: UInt64(trial), quarter: 1) - 0.5
      first += d
      second += d * d
    }
    let meanScore = first / (Double(n) / 12).squareRoot()
    let varianceScore = (second - Double(n) / 12) / (Double(n) / 180).squareRoot()
    #expect(abs(meanScore) <= 4.5, "seed 7: mean off by \(meanScore) standard errors")
    #expect(abs(varianceScore) <= 4.5, "seed 7: variance off by \(varianceScore) standard errors")
  }
}
