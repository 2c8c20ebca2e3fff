internal import NumericalMethods

/// The parameters of `managed` as the model's equations have them, with the central rate at which a
/// history begins.
struct ManagedParameters {
  /// The logarithm of the first rate over the central rate.
  var deviation: Double
  /// Of the logarithm of the central rate, a year.
  var drift: Double
  /// Of reversion, a year.
  var speed: Double
  var volatility: Double
  /// A quarter; 0 where there are none.
  var resetProbability = 0.0
  var resetMean = 0.0
  var resetDeviation = 0.0
  /// A quarter; 0 where the rate never floats.
  var leave = 0.0
  var floatingVolatility = 0.0

  static let quarter = 0.25
}

/// One step of a history under `managed`.
struct ManagedStep {
  /// e^{-κΔ}.
  let slope: Double
  /// What the central rate moves by without a reset.
  let drift: Double
  /// The variance of the noise while managed: of the exact step, not Euler's.
  let noise: Double
  let resetMean: Double
  let resetVariance: Double
  /// The variance of a change while it floats.
  let floating: Double
  /// Of neither a reset nor leaving, of a reset, and of leaving; they add up to 1.
  let quietChance: Double
  let resetChance: Double
  let leaveChance: Double

  /// Neither keeps its chance over the quarter; the two share the rest in proportion.
  init(_ parameters: ManagedParameters, years: Double) {
    slope = Elementary.exp(-parameters.speed * years)
    drift = parameters.drift * years
    noise =
      parameters.volatility * parameters.volatility * (1 - slope * slope) / (2 * parameters.speed)
    resetMean = parameters.resetMean
    resetVariance = parameters.resetDeviation * parameters.resetDeviation
    floating = parameters.floatingVolatility * parameters.floatingVolatility * years
    let either = parameters.resetProbability + parameters.leave
    quietChance =
      either > 0 ? Elementary.power(1 - either, years / ManagedParameters.quarter) : 1
    let resets = either > 0 ? parameters.resetProbability / either : 0
    resetChance = (1 - quietChance) * resets
    leaveChance = (1 - quietChance) * (1 - resets)
  }
}
