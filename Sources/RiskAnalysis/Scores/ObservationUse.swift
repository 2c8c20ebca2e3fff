/// What became of a row of figures in the scoring of one forecast.
public enum ObservationUse: Int, CaseIterable, Hashable, Sendable {
  /// It is the figure of a quarter that was foretold.
  case scored
  /// It was out when the forecast was made: rivals start from it.
  case known
  /// It came out after the forecast was made, and before its first quarter.
  case beforeForecast
  /// Of a month or day that does not end its quarter.
  case insideQuarter
  case afterForecast
  /// It is what forecasts were calibrated on, and not foretold itself.
  case calibrates
  /// Nothing of this name was foretold.
  case notForetold

  public var isUsed: Bool { self == .scored || self == .known || self == .calibrates }
}
