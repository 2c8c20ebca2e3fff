import Testing

@testable import NumericalMethods

/// Every level of kernels that this processor has gives the bits of the functions of single values,
/// whose accuracy `ElementaryTests` and `AccuracyTests` hold. Only this suite changes the level.
@Suite(.serialized) struct KernelLevelTests {
  /// Zeros, subnormals, the ends of the range, what is not a number, and where functions change
  /// their formula.
  static let edges: [Double] = [
    0, 0x1p-1074, 0x1.8p-1060, 0x1p-1023, 0x1p-1022, 0x1p-537, 0x1p-53, 1e-12, 1.4e-11, 0.075, 0.5,
    0.925, 1 - 0x1p-53, 1, 1 + 0x1p-52, 1.4142135623730951, 2.5, 8.2, 37.5, 38.6, 39, 100, 700,
    709.78, 709.79, 745.1, 745.2, 800, 1e15, 0x1p52, 0x1p53, 1e300, 0x1.fffffffffffffp1023,
    .infinity, .nan,
  ]

  func with(_ level: KernelLevel, _ body: () throws -> Void) rethrows {
    let before = KernelLevel.inUse
    defer { before.choose() }
    level.choose()
    #expect(KernelLevel.inUse == level, "\(level) was asked for, \(KernelLevel.inUse) runs")
    try body()
  }

  @Test func levelsThatThisProcessorLacksAreNamed() {
    #expect(KernelLevel.available.first == .baseline)
    for level in KernelLevel.allCases where !KernelLevel.available.contains(level) {
      // Printed among the results, so that nobody takes the level for tested.
      withKnownIssue("kernels \(level) are passed over: this processor cannot run them") {
        Issue.record("kernels \(level) were not run")
      }
      let before = KernelLevel.inUse
      level.choose()
      #expect(KernelLevel.inUse == before)
    }
  }

  @Test(arguments: KernelLevel.available)
  func functionsOfOneValue(level: KernelLevel) throws {
    var arguments = Self.edges + Self.edges.map { -$0 }
    for file in ["exp", "exp-ends", "log", "log-ends", "normal-cdf", "normal-quantile"] {
      arguments += try KnownAnswers.rows(file).map { $0[0] }
    }
    arguments += anyBits(seed: 301, count: 20_000)
    arguments += uniforms(seed: 302, count: 20_000)
    with(level) {
      for operation in Self.operations where operation.operandCount == 1 {
        let expected = arguments.map { operation.value($0) }
        for count in [1, 7, 8, 9, 255, 256, 257, arguments.count] {
          let columns = Columns(
            registers: 2, length: arguments.count, steps: steps([.one(operation)], [0], into: 1))
          set(columns, 0, arguments)
          apply(operation, columns, count: count)
          compare(columns, 1, expected.prefix(count), "\(level) \(operation)", [arguments])
        }
      }
    }
  }

  /// From column 0 into column 1: the only step, or a function.
  private func apply(_ operation: ColumnOperation, _ columns: Columns, count: Int) {
    if ArithmeticStep.Work.one(operation).hasKernel {
      columns.arithmetic(0..<1, count: count)
    } else {
      columns.function(operation, into: 1, 0, count: count)
    }
  }

  @Test(arguments: KernelLevel.available)
  func streams(level: KernelLevel) {
    with(level) {
      for (name, first, quarter) in [("a", 0, 0), ("fx.usdcny", 4096, 7), ("b", 1 << 36, 40)] {
        let stream = Stream(seed: 307, name: name)
        let columns = Columns(registers: 1, length: 1000)
        columns.uniform(
          into: 0, stream, first: UInt64(first), quarter: Int32(quarter), draw: 2, count: 1000)
        let expected = (first..<(first + 1000)).map {
          stream.uniform(trial: UInt64($0), quarter: quarter, draw: 2)
        }
        compare(columns, 0, expected[...], "\(level) stream \(name)", [])
      }
    }
  }

  /// Lags that all trials share, that spread over few quarters and over many, and wrong ones.
  @Test(arguments: KernelLevel.available, [0, 0.4, 2.5, 7, 30, .nan])
  func delays(level: KernelLevel, spread: Double) {
    for count in [700, 5] { delays(level: level, spread: spread, count: count) }
  }

  private func delays(level: KernelLevel, spread: Double, count: Int) {
    let quarters = 32
    let history = (0..<quarters).map { uniforms(seed: 310 + UInt64($0), count: count) }
    var lags = uniforms(seed: 309, count: count).map { 1.7 + spread * $0 }
    for trial in stride(from: 600, to: count, by: 3) { lags[trial] = -lags[trial] }
    lags[count - 3] = .nan
    lags[count - 2] = .infinity
    with(level) {
      for now in [1, 2, 7, quarters] {
        let list = (0..<Int32(now)).map { $0 }
        let columns = Columns(registers: quarters + 3, length: count, histories: [list])
        for quarter in 0..<now { set(columns, Int32(quarter), history[quarter]) }
        let (back, share, out) = (Int32(quarters), Int32(quarters + 1), Int32(quarters + 2))
        let held = lags.map { $0.isNaN ? $0 : min(max($0, 0), Double(quarters)) }
        set(columns, back, held.map { $0.rounded(.down) })
        set(columns, share, held.map { $0 - $0.rounded(.down) })
        columns.delayed(into: out, history: 0, back: back, share: share, count: count)
        let expected = held.enumerated().map { trial, lag -> Double in
          guard !lag.isNaN else { return .nan }
          let quarter = now - Int(lag)
          let part = lag - lag.rounded(.down)
          let recent = quarter > 0 ? history[quarter - 1][trial] : 0
          let early = quarter > 1 ? history[quarter - 2][trial] : 0
          return part > 0 ? early + (1 - part) * (recent - early) : recent
        }
        compare(columns, out, expected[...], "\(level) delayed in \(now)", [lags])
      }
    }
  }

  /// Counted together as one by one: with zeros, infinities and values outside the window or not.
  @Test(arguments: KernelLevel.available, [(0.0, 0.0), (4, 100), (0.25, 0), (1, -3)])
  func counts(level: KernelLevel, bins: (offset: Double, centre: Double)) {
    let usual = uniforms(seed: 308, count: 1000).map { bins.centre + 60 * ($0 - 0.3) }
    let zero = [bins.centre, bins.centre.nextUp, 0, -0.0, .leastNonzeroMagnitude]
    let far = [1e9, -1e9, 1e300, .infinity, -.infinity, .nan]
    let crowded = (0..<70_001).map { $0 % 3 == 0 ? usual[$0 % 1000] : bins.centre + 1 }
    with(level) {
      for values in [usual, usual + zero, usual + far, zero + usual + far + usual, crowded] {
        for count in [1, 15, 16, 17, 999, values.count] {
          let some = values.suffix(count)
          var together = Histogram(precision: 8, offset: bins.offset, centre: bins.centre)
          together.makeRoom(for: (bins.centre - 30)...(bins.centre + 50))
          var single = together
          Array(some).withUnsafeBufferPointer { together.add($0) }
          for value in some where value.isFinite { single.add(value, count: 1) }
          #expect(
            together.bins.elementsEqual(single.bins) { $0 == $1 },
            "\(level), \(bins), \(count) of \(values.count) values")
        }
      }
    }
  }

  @Test(arguments: KernelLevel.available)
  func moments(level: KernelLevel) {
    // Whole numbers, whose sums are exact in any order.
    var values = uniforms(seed: 311, count: 1000).map { (20 * $0).rounded() - 10 }
    with(level) {
      for infinite in [0, 5, 300] {
        for place in 0..<infinite { values[3 * place] = [.nan, .infinity, -.infinity][place % 3] }
        for count in [1, 8, 9, 1000] {
          let finite = values.prefix(count).filter(\.isFinite)
          let moments = values[..<count].withUnsafeBufferPointer { GroupMoments(of: $0, pivot: 2) }
          #expect(moments.finite == finite.count)
          #expect(moments.minimum == finite.min() ?? .infinity)
          #expect(moments.maximum == finite.max() ?? -.infinity)
          for power in 0..<4 {
            let sum = finite.reduce(0) { sum, x in
              (0...power).reduce(1) { product, _ in product * (x - 2) } + sum
            }
            #expect(moments.sums[power] == sum, "\(level), \(infinite), \(count), \(power)")
          }
          let found = values[..<count].withUnsafeBufferPointer { InfiniteValues(in: $0) }
          #expect(found.above == values.prefix(count).count { $0 == .infinity })
          #expect(found.below == values.prefix(count).count { $0 == -.infinity })
          #expect(found.undefined == values.prefix(count).count { $0.isNaN })
          #expect(found.firstUndefined == values.prefix(count).firstIndex { $0.isNaN })
        }
      }
    }
  }

  static let operations = (0...255).compactMap(ColumnOperation.init)

  func set(_ columns: Columns, _ register: Int32, _ values: [Double]) {
    var next = values.makeIterator()
    columns.map(into: register, register, count: values.count) { _ in next.next() ?? .nan }
  }

  /// What is not a number may have any bits; nothing prints them.
  func compare(
    _ columns: Columns, _ register: Int32, _ expected: ArraySlice<Double>, _ what: String,
    _ operands: [[Double]]
  ) {
    let got = columns.values(register, count: expected.count)
    let wrong = expected.indices.filter {
      got[$0].bitPattern != expected[$0].bitPattern && !(got[$0].isNaN && expected[$0].isNaN)
    }
    guard let place = wrong.first else { return }
    Issue.record(
      """
      \(what) of \(operands.map { $0[place] }): expected \(expected[place]), got \(got[place]); \
      wrong in \(wrong.count) of \(expected.count)
      """)
  }

  func uniforms(seed: UInt64, count: Int) -> [Double] {
    let stream = Stream(seed: seed, name: "arguments")
    return (0..<count).map { stream.uniform(trial: UInt64($0), quarter: 0) }
  }

  /// Doubles of any size, evenly over exponents.
  func anyBits(seed: UInt64, count: Int) -> [Double] {
    uniforms(seed: seed, count: count).enumerated().map { index, u in
      Double(bitPattern: UInt64(u * 0x1p63) | (index % 2 == 0 ? 0 : 1 << 63))
    }
  }
}
