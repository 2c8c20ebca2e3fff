/// Rates of exchange, as a file gives them: a month, quarter or day a row, in order.
public struct RateTable: Hashable, Sendable {
  /// As the scenario names it.
  public let file: String
  public let rows: [Row]
  /// The file's own words, when they say that values are averages.
  public let averaged: String?

  public init(file: String, rows: [Row], averaged: String? = nil) {
    self.file = file
    self.rows = rows
    self.averaged = averaged
  }

  public struct Row: Hashable, Sendable {
    /// Of the file, from 1.
    public let line: Int
    /// As written: `2025-09`, `2025Q3` or `2025-09-26`.
    public let period: String
    public let quarter: Quarter
    public let value: Double
    /// The last of its quarter, and near enough to its end to stand for it.
    public let endsQuarter: Bool

    public init(line: Int, period: String, quarter: Quarter, value: Double, endsQuarter: Bool) {
      self.line = line
      self.period = period
      self.quarter = quarter
      self.value = value
      self.endsQuarter = endsQuarter
    }
  }

  /// What becomes of each row.
  func uses(_ pair: String, from start: Quarter, until: Quarter) -> [KnownRow] {
    rows.map { row in
      let use: RowUse =
        row.quarter < start
        ? .ignored(.beforeStart)
        : row.quarter > until
          ? .ignored(.afterUntil)
          : row.endsQuarter ? .clamped(quantity: "fx.\(pair)") : .ignored(.notLastOfQuarter)
      return KnownRow(
        line: row.line, period: row.period, quarter: row.quarter, figure: "fx.\(pair)",
        value: row.value, use: use)
    }
  }
}
