internal import CapexModel
internal import RiskAnalysis

/// An axis of quarters t = `first` … `last`; each takes as much room, its value at its middle.
struct QuarterAxis {
  let context: ReportContext
  let first: Int
  let last: Int

  init(_ quarters: ClosedRange<Int>, context: ReportContext) {
    self.context = context
    first = quarters.lowerBound
    last = quarters.upperBound
  }

  var quarters: ClosedRange<Int> { first...last }

  /// A year, and its quarters on the axis.
  struct Year {
    let label: String
    let quarters: ClosedRange<Int>
  }

  var calendarYears: [Year] {
    years { String(context.calendar($0).year) }
  }

  /// Empty where fiscal years are calendar years.
  var fiscalYears: [Year] {
    context.fiscalYearEnd == 4 ? [] : years { "FY\(context.fiscal($0).year)" }
  }

  private func years(_ label: (Int) -> String) -> [Year] {
    var years: [Year] = []
    for t in quarters {
      let own = label(t)
      if let year = years.last, year.label == own {
        years[years.count - 1] = Year(label: own, quarters: year.quarters.lowerBound...t)
      } else {
        years.append(Year(label: own, quarters: t...t))
      }
    }
    return years
  }
}
