internal import CapexModel

/// Days, with a check against the calendar.
enum DateReader {
  /// - Returns: The day as it is written: 2025-02-24.
  static func read(_ fragment: Fragment) throws(Rejection) -> String {
    let text = fragment.trimmed.text
    guard let (year, month, day) = CalendarDay.parts(text),
      let length = CalendarDay.length(year: year, month: month)
    else { throw fragment.rejected(.value(.notADate(text: text))) }
    guard (1...length).contains(day) else {
      let last = String(text.prefix(8)) + "\(length)"
      throw fragment.rejected(.value(.noSuchDay(text: text, last: last)))
    }
    return text
  }
}
