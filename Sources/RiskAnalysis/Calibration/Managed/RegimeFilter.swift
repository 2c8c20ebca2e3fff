internal import NumericalMethods

/// The likelihood of log changes under `managed`, by Hamilton's filter over its regimes (Hamilton: A
/// new approach to the economic analysis of nonstationary time series and the business cycle, 1989).
///
/// A step is quiet, a reset, or floats; who floats, floats for good. While it is managed a change is
/// μΔ - (1 - b) d + e, b = e^{-κΔ}, plus a reset's size, and the deviation d from the central rate
/// goes on as b d + e: so a quiet change tells d, and a reset, whose size is not known, leaves it
/// uncertain. What is known of d after a quiet step and after a reset is kept as a normal
/// distribution each (Kim: Dynamic linear models with Markov-switching, 1994). Without resets that is
/// exact. Held by `RegimeFilterTests` against the sum over all histories of regimes.
struct RegimeFilter {
  let logLikelihood: Double
  /// How likely each change was a reset, given the changes up to it.
  let resets: [Double]
  /// How likely the rate floated in each step, given the changes up to it.
  let floating: [Double]
  /// The last deviation from the central rate, were it still managed.
  let deviation: Double
  /// The normal score of each change, given those before.
  let scores: [Double]

  /// - Parameters:
  ///   - years: between two rates.
  ///   - isDetailed: false for the likelihood alone.
  init(
    _ parameters: ManagedParameters, changes: [Double], years: Double, isDetailed: Bool = true
  ) {
    let step = ManagedStep(parameters, years: years)
    var quiet = DeviationBelief(weight: 1, mean: parameters.deviation, variance: 0)
    var reset = DeviationBelief(weight: 0, mean: parameters.deviation, variance: 0)
    var floating = 0.0
    var sum = -0.5 * NormalSample.logOfTwoPi * Double(changes.count)
    // Logarithms of products of densities, taken before they leave the range of doubles.
    var product = 1.0
    var resets: [Double] = []
    var floated: [Double] = []
    var scores: [Double] = []
    for change in changes {
      let free = (quiet.weight + reset.weight) * step.leaveChance + floating
      if isDetailed {
        var tails = ChangeTails()
        for belief in [quiet, reset] {
          let centre = step.drift - (1 - step.slope) * belief.mean
          let variance = belief.variance(of: step)
          tails.add(belief.weight * step.quietChance, change - centre, variance)
          tails.add(
            belief.weight * step.resetChance, change - centre - step.resetMean,
            variance + step.resetVariance)
        }
        tails.add(free, change + step.floating / 2, step.floating)
        scores.append(tails.score)
      }
      (quiet, reset) = (
        DeviationBelief(
          quiet.after(change, step, isReset: false), reset.after(change, step, isReset: false)),
        DeviationBelief(
          quiet.after(change, step, isReset: true), reset.after(change, step, isReset: true))
      )
      floating =
        free > 0 ? free * DeviationBelief.density(change + step.floating / 2, step.floating) : 0
      let total = quiet.weight + reset.weight + floating
      product *= total
      if product < 1e-100 || product > 1e100 {
        sum += Elementary.log(product)
        product = 1
      }
      quiet.weight /= total
      reset.weight /= total
      floating /= total
      if isDetailed {
        resets.append(reset.weight)
        floated.append(floating)
      }
    }
    let value = sum + Elementary.log(product)
    logLikelihood = value.isFinite ? value : -.infinity
    self.resets = resets
    self.floating = floated
    deviation = DeviationBelief(quiet, reset).mean
    self.scores = scores
  }
}

/// What is known of the deviation from the central rate after a step of one kind, and how likely
/// that kind is.
private struct DeviationBelief {
  var weight: Double
  let mean: Double
  let variance: Double

  init(weight: Double, mean: Double, variance: Double) {
    self.weight = weight
    self.mean = mean
    self.variance = variance
  }

  /// One normal distribution with the moments of two.
  init(_ first: DeviationBelief, _ second: DeviationBelief) {
    weight = first.weight + second.weight
    let share = weight > 0 ? second.weight / weight : 0
    let distance = second.mean - first.mean
    mean = first.mean + share * distance
    variance =
      first.variance + share * (second.variance - first.variance)
      + share * (1 - share) * distance * distance
  }

  /// The variance of a change without a reset.
  func variance(of step: ManagedStep) -> Double {
    (1 - step.slope) * (1 - step.slope) * variance + step.noise
  }

  /// What a change leaves of it.
  func after(_ change: Double, _ step: ManagedStep, isReset: Bool) -> DeviationBelief {
    let chance = isReset ? step.resetChance : step.quietChance
    guard weight > 0, chance > 0 else {
      return DeviationBelief(weight: 0, mean: mean, variance: variance)
    }
    let pull = 1 - step.slope
    let total = variance(of: step) + (isReset ? step.resetVariance : 0)
    let error = change - (step.drift - pull * mean + (isReset ? step.resetMean : 0))
    let covariance = step.noise - step.slope * pull * variance
    let left =
      step.slope * step.slope * variance + step.noise - covariance * covariance / total
    return DeviationBelief(
      weight: weight * chance * DeviationBelief.density(error, total),
      mean: step.slope * mean + covariance / total * error, variance: max(0, left))
  }

  /// But for the factor 1/√(2π).
  static func density(_ distance: Double, _ variance: Double) -> Double {
    Elementary.exp(-0.5 * distance * distance / variance) / variance.squareRoot()
  }
}

/// How likely a change was to be smaller and larger, before it was seen.
private struct ChangeTails {
  private var lower = 0.0
  private var upper = 0.0

  mutating func add(_ weight: Double, _ distance: Double, _ variance: Double) {
    guard weight > 0 else { return }
    let z = distance / variance.squareRoot()
    lower += weight * Elementary.normalCDF(z)
    upper += weight * Elementary.normalCDF(-z)
  }

  var score: Double { Tails(lower: lower, upper: upper).score }
}
