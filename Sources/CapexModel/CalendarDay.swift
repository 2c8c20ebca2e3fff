/// Days of the Gregorian calendar, written 2025-02-24.
package enum CalendarDay {
  /// Year, month and day of a text of that form, whether or not there is such a day.
  package static func parts(_ text: String) -> (year: Int, month: Int, day: Int)? {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(Int?.some(0)) { sum, byte in
        guard let sum, (0x30...0x39).contains(byte) else { return nil }
        return sum * 10 + Int(byte - 0x30)
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    return (year, month, day)
  }

  /// The days of a month; nil for a month that is not 1 … 12.
  package static func length(year: Int, month: Int) -> Int? {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1...12: 31
    default: nil
    }
  }

  package static func isDay(_ text: String) -> Bool {
    guard let (year, month, day) = parts(text), let length = length(year: year, month: month) else {
      return false
    }
    return (1...length).contains(day)
  }
}

extension CalendarDay {
  /// The quarter in which a day lies; nil for what is no day.
  package static func quarter(of day: String) -> Quarter? {
    guard isDay(day), let (year, month, _) = parts(day) else { return nil }
    return Quarter(year: year, number: (month - 1) / 3 + 1)
  }

  /// The last day of a month as 2025-02; nil for what is no month.
  package static func last(ofMonth text: String) -> String? {
    guard let (year, month, _) = parts("\(text)-01"), let length = length(year: year, month: month)
    else { return nil }
    return "\(text)-\(length)"
  }

  /// The last day of a quarter.
  package static func last(of quarter: Quarter) -> String {
    let month = quarter.number * 3
    let year = String(repeating: "0", count: max(0, 4 - String(quarter.year).count))
    return "\(year)\(quarter.year)-\(month < 10 ? "0" : "")\(month)"
      + "-\(length(year: quarter.year, month: month) ?? 30)"
  }
}
