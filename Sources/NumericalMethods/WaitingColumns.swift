internal import CColumnKernels

/// Takes in the values of many quantities as fast as they come, and keeps them until it pays to add
/// them up: in numbers, so that the counts and sums of each pass through the processor's cache once
/// for thousands of values.
///
/// Belongs to one worker.
package final class WaitingColumns {
  /// What must be known of a quantity.
  package struct Room {
    package let pivot: Double
    /// Whose bins the values belong to; nil when they are not counted.
    package let histogram: Histogram?

    package init(pivot: Double, histogram: Histogram?) {
      self.pivot = pivot
      self.histogram = histogram
    }
  }

  /// What has come in, valid until more comes.
  package struct Part {
    /// Of the groups, in the order of their trials.
    package let sums: UnsafeBufferPointer<SIMD4<Double>>
    package let places: UnsafeBufferPointer<UInt16>
    package let minimum: Double
    package let maximum: Double
    package let finite: Int

    /// From the least to the greatest value, where all that are counted are finite.
    package var range: ClosedRange<Double>? {
      minimum <= maximum && finite == places.count ? minimum...maximum : nil
    }
  }

  /// Most values that wait for one quantity, unless fewer come.
  private static let capacity = 8192

  private let records: UnsafeMutableBufferPointer<column_summary>
  private let places: UnsafeMutableBufferPointer<UInt16>
  private let sums: UnsafeMutableBufferPointer<SIMD4<Double>>
  /// Most values and groups of values that wait for one quantity.
  private let capacity: Int
  private let groups: Int

  /// `count` values come for each quantity at most.
  package init(_ rooms: [Room], count: Int) {
    groups = WaitingColumns.groups(of: min(count, WaitingColumns.capacity))
    capacity = groups * GroupMoments.groupLength
    records = .allocate(capacity: rooms.count)
    // Not touched before it is used, so memory that is not needed is never there.
    places = .allocate(capacity: rooms.count * capacity)
    sums = .allocate(capacity: rooms.count * groups)
    for (column, room) in rooms.enumerated() {
      var record = column_summary()
      record.pivot = room.pivot
      if let histogram = room.histogram {
        record.binning = histogram.binning
        record.lowest = histogram.lowest
        record.size = UInt32(histogram.windowSize)
      }
      record.minimum = .infinity
      record.maximum = -.infinity
      record.places = places.baseAddress.map { $0 + column * capacity }
      let own = UnsafeMutableRawPointer(sums.baseAddress.unsafelyUnwrapped)
      let stride = groups * MemoryLayout<SIMD4<Double>>.stride
      record.sums = (own + column * stride).assumingMemoryBound(to: Double.self)
      records.initializeElement(at: column, to: record)
    }
  }

  deinit {
    records.deallocate()
    places.deallocate()
    sums.deallocate()
  }

  private static func groups(of count: Int) -> Int {
    (count + GroupMoments.groupLength - 1) / GroupMoments.groupLength
  }

  /// Whether there is room for so many more values.
  package func hasRoom(_ column: Int, for count: Int) -> Bool {
    Int(records[column].groups) + WaitingColumns.groups(of: count) <= groups
  }

  /// How many of the values that came are not finite, and how many others lie outside the window.
  package typealias Exceptions = (infinite: Int, outside: Int)

  /// At most `capacity` values at once.
  package func add(_ values: UnsafeBufferPointer<Double>, to column: Int) -> Exceptions {
    let found = column_summarise(&records[column], values.baseAddress, values.count)
    return (found.infinite, found.outside)
  }

  /// Hands out what waits for a quantity; nothing waits then.
  package func take(_ column: Int) -> Part {
    let record = records[column]
    records[column].count = 0
    records[column].groups = 0
    records[column].finite = 0
    records[column].minimum = .infinity
    records[column].maximum = -.infinity
    let (firstPlace, firstSum) = (column * capacity, column * groups)
    return Part(
      sums: UnsafeBufferPointer(rebasing: sums[firstSum..<firstSum + Int(record.groups)]),
      places: UnsafeBufferPointer(rebasing: places[firstPlace..<firstPlace + Int(record.count)]),
      minimum: record.minimum, maximum: record.maximum, finite: Int(record.finite))
  }

  /// The bins that have a place. Nothing may wait.
  package func setWindow(_ column: Int, lowest: Histogram.Key, size: Int) {
    records[column].lowest = lowest
    records[column].size = UInt32(size)
  }
}
