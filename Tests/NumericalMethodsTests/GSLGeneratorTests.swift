import Testing

@testable import NumericalMethods

@Suite struct GSLGeneratorTests {
  @Test func oursGivesTheStreamsNumbers() throws {
    let stream = Stream(seed: 42, name: "cloud.growth")
    var generator = try GSLGenerator(name: GSLGenerator.ours, seed: 0)
    for trial in [0, 7, 8, 15, 16, 12345, UInt64(1) << 40] {
      for quarter in [0, 1, 40] {
        try generator.position(stream, trial: trial, quarter: quarter)
        for draw in 0..<3 {
          let got = generator.uniform()
          let expected = stream.uniform(trial: trial, quarter: quarter, draw: draw)
          #expect(got == expected, "trial \(trial), quarter \(quarter), draw \(draw)")
        }
      }
    }
  }

  /// The library's own test: the 1000th number of mt19937 from seed 4357 is 1186927261.
  @Test func theLibrarysGeneratorsAreThere() throws {
    var twister = try GSLGenerator(name: "mt19937", seed: 4357)
    var last: UInt = 0
    for _ in 0..<1000 { last = twister.next() }
    #expect(last == 1_186_927_261)
    for name in ["mt19937", "ranlxd2", "taus2", "gfsr4", "philox4x32"] {
      #expect(GSLGenerator.names.contains(name), "\(name)")
    }
    #expect(GSLGenerator.names == GSLGenerator.names.sorted())
  }

  @Test(arguments: GSLGenerator.names)
  func everyGeneratorIsOpenAndRepeats(name: String) throws {
    var one = try GSLGenerator(name: name, seed: 99)
    var two = try GSLGenerator(name: name, seed: 99)
    for _ in 0..<1000 {
      let u = one.uniform()
      #expect(u > 0 && u < 1 && u == two.uniform(), "\(name) gave \(u)")
    }
  }

  @Test func unknownNamesAreRefusedWithTheNearest() {
    #expect(throws: GSLError.unknownGenerator(name: "mt19973", nearest: "mt19937")) {
      _ = try GSLGenerator(name: "mt19973", seed: 1)
    }
    #expect(throws: GSLError.unknownGenerator(name: "completely different", nearest: nil)) {
      _ = try GSLGenerator(name: "completely different", seed: 1)
    }
  }

  @Test func othersCannotBePositioned() {
    #expect(throws: GSLError.cannotBePositioned(generator: "taus2")) {
      var generator = try GSLGenerator(name: "taus2", seed: 1)
      try generator.position(Stream(seed: 1, name: "a"), trial: 0, quarter: 0)
    }
  }
}
