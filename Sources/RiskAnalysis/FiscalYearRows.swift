public import CapexModel

/// The plan's quarters within one fiscal year.
public struct FiscalYearRows: Sendable {
  public let year: Int
  public let rows: [ScheduleRow]
  /// Billions of the scenario's currency: the sum of the rows, to the million.
  public let planned: Double
  /// Of the whole year, where the run has it and all four quarters are the plan's.
  public let capex: PeriodStatistics?
  public let cloudRevenue: PeriodStatistics?

  public var isWhole: Bool { rows.count == 4 }

  static func all(context: ReportContext, find: (String) -> QuantityStatistics?) -> [Self] {
    let rows = context.plan.schedule.indices.map {
      ScheduleRow(t: $0 + 1, context: context, find: find)
    }
    // Rows come in order of time, so the rows of a year stand together.
    return rows.chunked { $0.fiscal.year }.map { year, rows in
      let isWhole = rows.count == 4
      return FiscalYearRows(
        year: year, rows: rows,
        planned: Double(rows.reduce(0) { $0 + $1.plannedMillions }) / 1000,
        capex: isWhole ? find("capex.FY\(year)")?.whole : nil,
        cloudRevenue: isWhole ? find("cloudRevenue.FY\(year)")?.whole : nil)
    }
  }
}

/// One quarter of the plan beside what it meets.
public struct ScheduleRow: Sendable {
  /// The quarter as an index t = 1 ….
  public let t: Int
  public let calendar: Quarter
  public let fiscal: FiscalQuarter
  /// Billions of the scenario's currency.
  public let planned: Double
  public let capex: PeriodStatistics?
  public let cloudRevenue: PeriodStatistics?
  public let capexToRevenue: PeriodStatistics?
  /// The probability that capex is above cloud revenue.
  public let capexAboveRevenue: Estimate?
  public let exchangeRate: PeriodStatistics?

  /// A schedule is whole millions.
  var plannedMillions: Int { Int(exactly: (planned * 1000).rounded()) ?? 0 }

  init(t: Int, context: ReportContext, find: (String) -> QuantityStatistics?) {
    self.t = t
    calendar = context.calendar(t)
    fiscal = context.fiscal(t)
    planned = context.plan.schedule[t - 1]
    capex = find("capex")?.quarter(t)
    cloudRevenue = find("cloudRevenue")?.quarter(t)
    capexToRevenue = find("capexToRevenue")?.quarter(t)
    capexAboveRevenue = find("capexAboveRevenue")?.quarter(t)?.probability
    exchangeRate = find("fx.usdcny")?.quarter(t)
  }
}

extension Array {
  /// Neighbours with the same key, together.
  func chunked<Key: Equatable>(by key: (Element) -> Key) -> [(Key, [Element])] {
    var chunks: [(Key, [Element])] = []
    for element in self {
      let own = key(element)
      if let last = chunks.indices.last, chunks[last].0 == own {
        chunks[last].1.append(element)
      } else {
        chunks.append((own, [element]))
      }
    }
    return chunks
  }
}
