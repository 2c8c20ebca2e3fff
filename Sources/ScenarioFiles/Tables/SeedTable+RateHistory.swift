internal import CapexModel

extension SeedTable {
  /// The rows from one period to another, checked for a fit.
  ///
  /// - Parameters:
  ///   - pair: whose rates they must be; nil for figures of a company.
  ///   - isGrowth: values are per cent, of which one plus the fraction is taken.
  func rateHistory(
    from: RateHistory.Bound?, to: RateHistory.Bound?, pair: String?, isGrowth: Bool
  ) throws(Rejection) -> RateHistory {
    let index = try position(of: "period", namedBy: header)
    let repeated = repeatedCells(in: "period")
    if let first = repeated.first {
      throw Rejection(first.problem, at: first.span, and: Array(repeated.dropFirst()))
    }
    let cells = rows.map { $0.cells[index] }
    let times = try ascendingTimes(cells)
    let numbers = try numbers(in: "value", namedBy: header)
    if isGrowth { try checkGrowth(numbers) }
    for number in numbers where number.value <= 0 && !isGrowth {
      let text = number.cell.fragment.text
      throw number.cell.fragment.rejected(
        pair == nil
          ? .table(.figureNotPositive(text))
          : .table(.rateNotPositive(column: "value", text: text)))
    }
    if let pair { try check(numbers, of: pair) }
    let chosen = try stretch(from: from, to: to, cells: cells)
    try refuseGaps(times, cells, within: chosen)
    guard chosen.count >= RateHistory.fewestRows else {
      let place = chosen.isEmpty ? header : cells[chosen.lowerBound].fragment
      throw place.rejected(
        .table(.tooFewRows(found: chosen.count, needed: RateHistory.fewestRows)))
    }
    let values = numbers[chosen].map { isGrowth ? 1 + $0.value / 100 : $0.value }
    if values.allSatisfy({ $0 == values[0] }) {
      let cell = numbers[chosen.lowerBound + 1].cell
      throw cell.fragment.rejected(
        .table(
          .constantColumn(column: "value", text: cell.fragment.text, rows: values.count)))
    }
    let last = rows[chosen.upperBound - 1]
    return RateHistory(
      name: name, periods: cells[chosen].map(\.fragment.text), values: values,
      observationsPerYear: observationsPerYear(times[chosen]),
      lastLine: last.line, averaged: averaged(last), lastIdentifier: text("id", in: last))
  }

  /// Growth is in per cent and above -100.
  private func checkGrowth(_ numbers: [Number]) throws(Rejection) {
    if let unit = columns.firstIndex(of: "unit") {
      for row in rows where row.cells[unit].text != "%" {
        throw row.cells[unit].fragment.rejected(
          .table(.growthUnit(row.cells[unit].text ?? "")))
      }
    }
    for number in numbers where !(number.value > -100 && number.value <= 2000) {
      throw number.cell.fragment.rejected(.table(.growthBeyond(number.cell.fragment.text)))
    }
  }

  /// Periods of one form, each later than the one before.
  private func ascendingTimes(_ cells: [Cell]) throws(Rejection) -> [ObservationTime] {
    var times: [ObservationTime] = []
    var problems: [Rejection] = []
    var last: (text: String, place: Int)?
    for cell in cells {
      let text = cell.text ?? ""
      guard let time = ObservationTime(text), times.isEmpty || time.form == times[0].form else {
        problems.append(cell.fragment.rejected(.table(.unknownPeriod(text))))
        continue
      }
      if let last, time.place < last.place {
        problems.append(
          cell.fragment.rejected(.table(.notAscending(period: text, after: last.text))))
      }
      last = (text, time.place)
      times.append(time)
    }
    if let first = problems.first {
      throw Rejection(first.problem, at: first.span, and: Array(problems.dropFirst()))
    }
    return times
  }

  /// Observations stand equally far apart; days may leave out weekends and holidays.
  private func refuseGaps(
    _ times: [ObservationTime], _ cells: [Cell], within chosen: Range<Int>
  ) throws(Rejection) {
    var problems: [Rejection] = []
    for index in chosen.dropFirst() {
      let gap = times[index].place - times[index - 1].place
      if gap > times[index].form.longestGap {
        problems.append(
          cells[index].fragment.rejected(
            .table(
              .periodsMissing(
                period: cells[index].fragment.text, after: cells[index - 1].fragment.text))))
      }
    }
    if let first = problems.first {
      throw Rejection(first.problem, at: first.span, and: Array(problems.dropFirst()))
    }
  }

  private func stretch(
    from: RateHistory.Bound?, to: RateHistory.Bound?, cells: [Cell]
  ) throws(Rejection) -> Range<Int> {
    guard let firstCell = cells.first, let lastCell = cells.last else { return 0..<0 }
    func place(_ bound: RateHistory.Bound?) throws(Rejection) -> Int? {
      guard let bound else { return nil }
      guard let index = cells.firstIndex(where: { $0.text == bound.text }) else {
        throw bound.fragment.rejected(
          .table(
            .noSuchPeriod(
              bound.text, table: name, first: firstCell.fragment.text,
              last: lastCell.fragment.text)))
      }
      return index
    }
    let low = try place(from) ?? 0
    let high = try place(to) ?? cells.count - 1
    if let to, high < low {
      throw to.fragment.rejected(
        .table(.boundsCrossed(from: from?.text ?? firstCell.fragment.text, to: to.text)))
    }
    return low..<(high + 1)
  }

  private func observationsPerYear(_ times: ArraySlice<ObservationTime>) -> Double {
    guard let first = times.first, let last = times.last else { return 1 }
    switch first.form {
    case .quarter: return 4
    case .month: return 12
    case .day: return Double(times.count - 1) / (Double(last.place - first.place) / 365.25)
    }
  }
}

/// The time of an observation: `2015Q3`, `2015-08` or `2015-08-11`.
struct ObservationTime {
  enum Form {
    case quarter, month, day

    /// In the form's own unit: no quarter or month is left out, and no more days than the longest
    /// holidays.
    var longestGap: Int { self == .day ? 14 : 1 }
  }

  let form: Form
  /// Quarters, months or days since some first one.
  let place: Int

  init?(_ text: String) {
    if let quarter = Quarter(text) {
      form = .quarter
      place = quarter.index
      return
    }
    let isDay = text.utf8.count == 10
    let day = isDay ? text : "\(text)-01"
    guard CalendarDay.isDay(day), let (year, month, date) = CalendarDay.parts(day) else {
      return nil
    }
    form = isDay ? .day : .month
    place = isDay ? CalendarDay.number(year: year, month: month, day: date) : year * 12 + month
  }
}

extension CalendarDay {
  /// Days since 1 March of year 0, counted in years that begin in March.
  static func number(year: Int, month: Int, day: Int) -> Int {
    let year = month < 3 ? year - 1 : year
    let month = (month + 9) % 12
    return 365 * year + year / 4 - year / 100 + year / 400 + (306 * month + 5) / 10 + day
  }
}
