internal import CapexModel

extension SeedTable {
  /// The fewest quarters that make two changes.
  static let shortestHistory = 3

  /// The column `value`, one value a quarter, from rows by month, quarter or day in the column
  /// `period`: that of the quarter's last month or day. What follows the last whole quarter is
  /// left out.
  ///
  /// - Parameters:
  ///   - reference: Where the scenario names the file.
  ///   - pair: six small letters; nil for the history of something else.
  /// - Throws: Periods that repeat, go back or leave a quarter out; values that are no positive
  ///   numbers, or rates of another pair; fewer than three quarters.
  func history(namedBy reference: Fragment, of pair: String?) throws(Rejection) -> [Double] {
    let quarterly = try rates(namedBy: reference, of: pair).filter(\.endsQuarter)
    guard quarterly.count >= SeedTable.shortestHistory else {
      throw reference.rejected(
        .table(.tooFewQuarters(found: quarterly.count, needed: SeedTable.shortestHistory)))
    }
    return quarterly.map(\.value)
  }

  /// Every row of such a table, however few; the last of each quarter are marked.
  func rates(namedBy reference: Fragment, of pair: String?) throws(Rejection) -> [RateTable.Row] {
    let index = try position(of: "period", namedBy: reference)
    let repeated = repeatedCells(in: "period")
    if let first = repeated.first {
      throw Rejection(first.problem, at: first.span, and: Array(repeated.dropFirst()))
    }
    let periods = try periods(rows.map { $0.cells[index] })
    let numbers = try numbers(in: "value", namedBy: reference)
    // Rates are multiplied and divided.
    let values = try Rejection.gather(numbers) { (number) throws(Rejection) in
      guard number.value > 0 else {
        let text = number.cell.fragment.text
        throw number.cell.fragment.rejected(
          .table(.rateNotPositive(column: "value", text: text)))
      }
      return number.value
    }
    if let pair { try check(numbers, of: pair) }
    let last = Set(try lastOfQuarters(periods, cells: rows.map { $0.cells[index] }))
    return rows.indices.map {
      RateTable.Row(
        line: rows[$0].line, period: rows[$0].cells[index].fragment.text,
        quarter: periods[$0].quarter, value: values[$0], endsQuarter: last.contains($0))
    }
  }

  private func periods(_ cells: [Cell]) throws(Rejection) -> [HistoryPeriod] {
    var periods: [HistoryPeriod] = []
    var last = ""
    for cell in cells {
      let text = cell.text ?? ""
      guard let period = HistoryPeriod(text), last.isEmpty || last.count == text.count else {
        throw cell.fragment.rejected(.table(.unknownPeriod(text)))
      }
      // All periods have the same form, so their texts stand in the order of time.
      if text < last {
        throw cell.fragment.rejected(.table(.notAscending(period: text, after: last)))
      }
      last = text
      periods.append(period)
    }
    return periods
  }

  private func lastOfQuarters(
    _ periods: [HistoryPeriod], cells: [Cell]
  ) throws(Rejection) -> [Int] {
    var quarterly: [Int] = []
    for index in periods.indices {
      let period = periods[index]
      guard index + 1 < periods.count else {
        if period.endsQuarter { quarterly.append(index) }
        break
      }
      let next = periods[index + 1].quarter
      if next == period.quarter { continue }
      let expected = period.endsQuarter || period.isDay ? period.quarter.advanced(by: 1) : nil
      guard next == expected else {
        let missing = expected ?? period.quarter
        throw cells[index + 1].fragment.rejected(
          .table(.quarterWithoutEnd(quarter: "\(missing)")))
      }
      quarterly.append(index)
    }
    return quarterly
  }
}

/// A month, quarter or day of a history: `2015-08`, `2015Q3` or `2015-08-11`.
struct HistoryPeriod {
  let quarter: Quarter
  /// The quarter's last month, or one of its last seven days.
  let endsQuarter: Bool
  let isDay: Bool

  init?(_ text: String) {
    if let quarter = Quarter(text) {
      self.quarter = quarter
      endsQuarter = true
      isDay = false
      return
    }
    isDay = text.utf8.count == 10
    let day = isDay ? text : "\(text)-01"
    guard CalendarDay.isDay(day), let (year, month, date) = CalendarDay.parts(day),
      let length = CalendarDay.length(year: year, month: month)
    else { return nil }
    quarter = Quarter(year: year, number: (month - 1) / 3 + 1)
    endsQuarter = month % 3 == 0 && (!isDay || date > length - 7)
  }
}
