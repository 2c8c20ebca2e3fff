import CapexModel
import Foundation
import NumericalMethods

/// Parameters of one trial, where they are known from a fit alone.
extension PlainCalculation {
  /// Value and standard error of a parameter that is drawn; nil for one that is as it is given.
  private func fitted(_ section: String, _ key: String) -> (value: Double, error: Double)? {
    let error = "\(section).standardErrors.\(key)"
    guard choice("\(section).parameterUncertainty") == "true", isGiven(error) else { return nil }
    return (number("\(section).\(key)"), number(error))
  }

  private func gamma(mean: Double, deviation: Double, _ driver: String) -> Double {
    let scale = deviation * deviation / mean
    guard let gamma = try? Distribution.gamma(shape: mean / scale, scale: scale) else {
      return .nan
    }
    return world.variate(gamma, driver, 0)
  }

  /// The variance fitted, divided by a chi-squared number over its degrees of freedom.
  func volatility(_ section: String) -> Double {
    guard let (value, error) = fitted(section, "volatility") else {
      return number("\(section).volatility")
    }
    let freedom = pow(value / error, 2) / 2
    let ratio = gamma(
      mean: 1, deviation: sqrt(2 / freedom), "\(section).uncertainty.variance")
    return sqrt(value * value / ratio)
  }

  func speed(_ section: String) -> Double {
    guard let (value, error) = fitted(section, "speed") else { return number("\(section).speed") }
    return gamma(mean: value, deviation: error, "\(section).uncertainty.speed")
  }

  func level(_ section: String) -> Double {
    guard let (value, error) = fitted(section, "level") else { return number("\(section).level") }
    return value * exp(error / value * world.normal("\(section).uncertainty.level", 0))
  }

  /// μ - σ²/2; fitted, it is as far off as the trial's volatility allows.
  func driftOfLogarithm(_ section: String) -> Double {
    let mu = number("\(section).drift")
    guard let (sigma, sigmaError) = fitted(section, "volatility"),
      let (_, error) = fitted(section, "drift")
    else { return mu - pow(volatility(section), 2) / 2 }
    let own = sqrt(error * error - pow(sigma * sigmaError, 2))
    return mu - sigma * sigma / 2
      + own * volatility(section) / sigma * world.normal("\(section).uncertainty.drift", 0)
  }

  /// Lognormal about the one given.
  func growthVolatility() -> Double {
    let error = "cloud.growth.errors.volatility"
    guard isGiven(error) else { return number("cloud.growth.volatility") }
    return number("cloud.growth.volatility")
      * exp(number(error) * world.normal("cloud.growth.uncertainty.volatility", 0))
  }

  /// A normal error of growth, as large as the trial's volatility makes it.
  func errorOfGrowth(_ key: String) -> Double {
    let error = "cloud.growth.errors.\(key)"
    guard isGiven(error) else { return 0 }
    return number(error) * growthVolatility() * world.normal("cloud.growth.uncertainty.\(key)", 0)
  }
}
