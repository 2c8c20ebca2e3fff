import CapexModel
import Foundation
import NumericalMethods

/// Where the plain calculation takes its draws from.
protocol World {
  /// A standard normal number of a driver in quarter t; 0 is drawn once a trial.
  func normal(_ driver: String, _ t: Int) -> Double
  func uniform(_ driver: String, _ t: Int) -> Double
  func variate(_ distribution: Distribution, _ driver: String, _ t: Int) -> Double
}

/// Nothing moves: every normal number is 0, and probabilities are 0 or 1.
struct StillWorld: World {
  func normal(_ driver: String, _ t: Int) -> Double { 0 }
  func uniform(_ driver: String, _ t: Int) -> Double { 0.5 }
  /// A scenario whose volatility is zero has no distributions left.
  func variate(_ distribution: Distribution, _ driver: String, _ t: Int) -> Double { .nan }
}

/// The draws of one trial: a function of seed, driver, quarter and trial.
struct DrawnWorld: World {
  let seed: UInt64
  let trial: UInt64
  /// Of each pair the name that is later in the alphabet follows the other, as in a Cholesky factor
  /// whose rows are sorted by name; no driver is in two pairs.
  var pairs: [CorrelatedPair] = []

  func uniform(_ driver: String, _ t: Int) -> Double {
    Stream(seed: seed, name: driver).uniform(trial: trial, quarter: t)
  }

  func normal(_ driver: String, _ t: Int) -> Double {
    let own = Elementary.normalQuantile(uniform(driver, t))
    guard let pair = pairs.first(where: { max($0.first, $0.second) == driver }) else { return own }
    let rho = pair.correlation
    return rho * normal(min(pair.first, pair.second), t) + sqrt(1 - rho * rho) * own
  }

  func variate(_ distribution: Distribution, _ driver: String, _ t: Int) -> Double {
    distribution.quantile(uniform(driver, t))
  }
}
