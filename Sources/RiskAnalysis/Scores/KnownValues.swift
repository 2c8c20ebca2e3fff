public import CapexModel
public import ScenarioFiles

/// What was known of one quantity on a day: a value a quarter, oldest first.
///
/// Of a quarter with several rows the last one counts, so that of the quarter in which the day lies
/// it is the latest month.
public struct KnownValues: Sendable {
  public let values: [(quarter: Quarter, value: Double)]

  public init(_ values: [(quarter: Quarter, value: Double)]) { self.values = values }

  /// - Parameter day: as 2025-02-24.
  public init(_ rows: [Observations.Row], of quantity: String, on day: String) {
    var values: [Quarter: Double] = [:]
    // Rows of one item ascend within a file; files may come in any order.
    let known = rows.filter { $0.quantity == quantity && $0.isKnown(on: day) }
    for row in known.sorted(by: { ($0.quarter, $0.period) < ($1.quarter, $1.period) }) {
      values[row.quarter] = row.value
    }
    self.values = values.keys.sorted().compactMap { quarter in
      values[quarter].map { (quarter, $0) }
    }
  }

  public var last: (quarter: Quarter, value: Double)? { values.last }

  public subscript(quarter: Quarter) -> Double? {
    values.first { $0.quarter == quarter }?.value
  }

  /// Quarters between the first and the last without a value.
  public var missing: [Quarter] {
    zip(values, values.dropFirst()).flatMap { before, after in
      (before.quarter.index + 1..<after.quarter.index).map { Quarter(index: $0) }
    }
  }
}

extension Observations {
  /// Quarters between the first and the last figure of a quantity without one.
  public func missing(of quantity: String) -> [Quarter] {
    KnownValues(rows, of: quantity, on: "9999-12-31").missing
  }
}

extension Observations.Row {
  /// Whether the value was out on a day: figures of a quarter are in the quarter after it, those of
  /// a month when it is over, rates of a day that day.
  ///
  /// - Parameter day: as 2025-02-24.
  public func isKnown(on day: String) -> Bool {
    switch period.utf8.count {
    case 6: CalendarDay.quarter(of: day).map { quarter < $0 } ?? false
    case 7: CalendarDay.last(ofMonth: period).map { $0 <= day } ?? false
    default: period <= day
    }
  }
}
