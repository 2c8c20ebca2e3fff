import NumericalMethods

/// In which order the numbers of a block are read.
enum Order: String {
  /// As the engine fills its columns: all trials of a driver in a quarter, then the next driver,
  /// then the next quarter.
  case columns
  /// As one trial sees them: its drivers in the first quarter, then in the next, then the next
  /// trial. Neighbours differ in name or quarter, and not in the counter of trials.
  case trials
}

/// The uniform numbers that a simulation uses, by the calls that it makes.
struct EngineNumbers {
  /// Trials that are filled together, as the engine does; no number depends on how many.
  static let blockLength = 2048
  static let quarters = 0..<40
  /// Names of the model, and names that differ in one letter.
  static let drivers = [
    "capex.execution", "cloud.growth", "fx.usdcny", "supply", "a", "b", "aa", "ab",
  ]

  let streams: [NumericalMethods.Stream]
  let order: Order

  init(seed: UInt64, order: Order) {
    streams = Self.drivers.map { NumericalMethods.Stream(seed: seed, name: $0) }
    self.order = order
  }

  func forEachNumber(ofBlock block: Int, _ body: (Double) -> Void) {
    let length = Self.blockLength
    let columns = Self.quarters.flatMap { quarter in streams.map { ($0, quarter) } }
    let count = columns.count * length
    let numbers = [Double](unsafeUninitializedCapacity: count) { out, initialised in
      for (index, (stream, quarter)) in columns.enumerated() {
        let column = UnsafeMutableBufferPointer(
          rebasing: out[(index * length)..<((index + 1) * length)])
        stream.fill(column, first: UInt64(block * length), quarter: quarter, draw: 0)
      }
      initialised = count
    }
    switch order {
    case .columns: numbers.forEach(body)
    case .trials:
      for trial in 0..<length {
        for index in columns.indices { body(numbers[index * length + trial]) }
      }
    }
  }
}
