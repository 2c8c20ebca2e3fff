/// Who made a forecast: the model, or a rule that needs none.
public enum Forecaster: String, CaseIterable, Sendable {
  /// The scenario, or in a rolling test the model with the rules of calibration that are in use.
  case model
  /// In a rolling test: the model with parameters as least squares gives them.
  case leastSquares
  /// The plan's total in equal parts, without any doubt.
  case straightLine
  /// The last value known, with the noise of the past.
  case lastValue
  /// The value of the same quarter a year before, with the noise of the past.
  case yearBefore
}
