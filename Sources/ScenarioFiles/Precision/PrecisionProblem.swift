/// Of `--until "P90 totalCapex within 1bn CNY"`.
public enum PrecisionProblem: Equatable, Sendable {
  case empty
  case noWithin
  case noTolerance(subject: String)
  case unknownStatistic(text: String, nearest: String?)
  case percentileOutside(text: String)
  case noQuantity(statistic: String)
  case unknownQuantity(name: String, nearest: String?, known: [String])
  case unknownScenario(name: String, nearest: String?, known: [String])
  case unexpected(text: String)
  /// `example` is one of the quantity's quarters.
  case noPeriod(quantity: String, example: String)
  case periodNotTaken(quantity: String, text: String)
  case notAPeriod(text: String, example: String)
  case periodOutside(text: String, first: String, last: String)
  case noFiscalYear(quantity: String, year: String, example: String)
  /// The statistic means nothing for the quantity; `mend` does.
  case wrongStatistic(text: String, quantity: String, kind: QuantityKind, mend: String)
  case notPositive(text: String)
  /// One per cent of a share is not one percentage point.
  /// `difference` is that of a pure number, which has no percentage points.
  case ambiguousPercent(text: String, quantity: String, points: String, difference: String?)
  case relativeQuarter(text: String, quantity: String)
  case otherCurrency(text: String, currency: String, quantity: String, unit: String)
  case noCurrency(text: String, mend: String)
  case unknownUnit(text: String, quantity: String, form: String)
  case askedTwice(subject: String)

  public enum QuantityKind: Sendable, Equatable { case condition, quarter, number }
}
