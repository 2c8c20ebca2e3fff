/// A calendar quarter, written 2025Q2.
public struct Quarter: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Quarters since 0000Q1.
  public let index: Int

  public init(index: Int) { self.index = index }

  /// `number` is 1 … 4.
  public init(year: Int, number: Int) {
    precondition((1...4).contains(number), "a quarter is 1, 2, 3 or 4")
    index = year * 4 + number - 1
  }

  /// Reads `2025Q2`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 6, bytes[4] == UInt8(ascii: "Q"), (0x31...0x34).contains(bytes[5]),
      bytes[..<4].allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let year = bytes[..<4].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    self.init(year: year, number: Int(bytes[5] - 0x30))
  }

  public var year: Int { index / 4 }
  /// 1 … 4.
  public var number: Int { index % 4 + 1 }
  public var description: String { "\(year)Q\(number)" }

  public func advanced(by quarters: Int) -> Quarter { Quarter(index: index + quarters) }
  public func distance(to other: Quarter) -> Int { other.index - index }
  public static func < (a: Quarter, b: Quarter) -> Bool { a.index < b.index }
}

/// A quarter of a fiscal year, written FY2026 Q1 and read as `FY2026Q1`.
///
/// A fiscal year carries the number of the calendar year in which it ends: with a year that ends
/// in March, 2025Q2 is FY2026 Q1.
public struct FiscalQuarter: Hashable, Sendable, CustomStringConvertible {
  public let year: Int
  /// 1 … 4.
  public let number: Int

  /// `yearEnd` is the quarter number in which fiscal years end: 1 for March, 4 for December.
  public init(_ quarter: Quarter, yearEnd: Int) {
    let sinceYearEnd = (quarter.number - yearEnd - 1 + 4) % 4
    number = sinceYearEnd + 1
    year = quarter.number > yearEnd ? quarter.year + 1 : quarter.year
  }

  public var description: String { "FY\(year) Q\(number)" }
}

extension Quarter {
  /// Reads `FY2026Q1`, or a calendar quarter; nil for anything else.
  public init?(_ text: some StringProtocol, fiscalYearEnd yearEnd: Int) {
    guard text.hasPrefix("FY") else {
      self.init(text)
      return
    }
    guard let plain = Quarter(text.dropFirst(2)) else { return nil }
    // FY2026 Q4 is the quarter in which the year ends.
    self = Quarter(year: plain.year, number: yearEnd).advanced(by: plain.number - 4)
  }
}
