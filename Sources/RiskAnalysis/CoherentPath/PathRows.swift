public import CapexModel

/// A coherent path quarter by quarter, its spending in whole millions that sum to its total.
public struct PathRows: Sendable {
  public let rows: [Row]
  /// In whole millions: the sum of the rows, and the trial's total.
  public let total: Int

  public struct Row: Sendable {
    public let t: Int
    public let calendar: Quarter
    public let fiscal: FiscalQuarter
    /// In whole millions.
    public let capex: Int
    public let cumulative: Int
    /// By the names of the quantities asked for; nil where one has no such quarter.
    public let values: [Double?]
  }

  /// By fiscal year.
  public var years: [(year: Int, rows: [Row])] {
    rows.chunked { $0.fiscal.year }.map { (year: $0, rows: $1) }
  }

  /// The quarters of the plan and those after it in which something is spent.
  ///
  /// - Returns: nil without capex by quarter.
  public init?(_ path: CoherentPath, context: ReportContext, names: [String]) {
    func quarters(_ name: String) -> (first: Int, values: [Double])? {
      path.quantities.first { $0.quantity.name == name && $0.quantity.isByQuarter }
        .map { ($0.quantity.firstQuarter, $0.values) }
    }
    guard let capex = quarters("capex")?.values, capex.allSatisfy({ $0.isFinite && $0 >= 0 }),
      capex.contains(where: { $0 > 0 })
    else { return nil }
    let total = Int((capex.reduce(0, +) * 1000).rounded())
    let millions = Schedule(total: total, weights: capex).millions
    let last = max(context.plan.quarters, (capex.lastIndex { $0 > 0 } ?? 0) + 1)
    let others = names.map(quarters)
    var spent = 0
    rows = (1...min(last, millions.count)).map { t in
      spent += millions[t - 1]
      return Row(
        t: t, calendar: context.calendar(t), fiscal: context.fiscal(t), capex: millions[t - 1],
        cumulative: spent,
        values: others.map { other in
          guard let other, other.values.indices.contains(t - other.first) else { return nil }
          return other.values[t - other.first]
        })
    }
    self.total = total
  }
}
