internal import NumericalMethods

/// What the changes of growth year on year say about growth that reverts at a known speed.
///
/// Growth year on year is the mean of four quarters' rates, g, so that it changes by a quarter of
/// g_t - g_{t-4}, whose variance is σ² (1 - e^{-κ})/κ a year apart. Knows no season. Held by
/// `GrowthChangesTests`.
public struct GrowthChanges: Sendable {
  /// What growth year on year is called in tables.
  public static let item = "cloud revenue growth"
  static let fewest = 3

  /// κ, a year, which is taken as known.
  public let speed: Double
  /// σ, a year.
  public let volatility: Double
  /// Of σ, as a share of it: 1/√(2ν). Changes share three of their four quarters, so that n of them
  /// are worth ν = n/(1 + 2 Σ (1 - k/n) ρ_k²) independent ones, ρ_k their autocorrelation (Bartlett:
  /// On the theoretical specification and sampling properties of autocorrelated time-series, 1946).
  public let volatilityError: Double
  /// Of the level that growth returns to, when it is estimated by the growth of the last year, as a
  /// share of σ: the deviation of the mean of four quarters.
  public let pathError: Double
  /// Of growth today about that level, as a share of σ: its stationary deviation, 1/√(2κ).
  public let startError: Double

  /// - Parameters:
  ///   - growth: year on year, as fractions; only what follows the last gap counts.
  ///   - speed: κ, a year.
  /// - Returns: nil for too few changes.
  init?(_ growth: KnownValues, speed: Double) {
    let values = growth.values.filter {
      $0.quarter > growth.missing.last ?? $0.quarter.advanced(by: -1)
    }
    self.init(
      changes: zip(values, values.dropFirst()).map {
        Elementary.log((1 + $1.value) / (1 + $0.value))
      }, speed: speed)
  }

  /// - Parameters:
  ///   - changes: of the logarithm of one plus growth year on year, from quarter to quarter.
  ///   - speed: κ, a year.
  /// - Returns: nil for too few changes.
  init?(changes: [Double], speed: Double) {
    guard changes.count >= GrowthChanges.fewest else { return nil }
    self.speed = speed
    let square = changes.reduce(0) { $0 + $1 * $1 } / Double(changes.count)
    /// Autocorrelation of g, so many quarters apart.
    func kept(_ quarters: Int) -> Double { Elementary.exp(-speed * Double(abs(quarters)) / 4) }
    volatility = 4 * (square * speed / (1 - kept(4))).squareRoot()
    let count = Double(changes.count)
    let repeated = (1..<changes.count).reduce(0.0) { sum, k in
      let correlation = (2 * kept(k) - kept(k - 4) - kept(k + 4)) / (2 - 2 * kept(4))
      return sum + 2 * (1 - Double(k) / count) * correlation * correlation
    }
    volatilityError = 1 / (2 * count / (1 + repeated)).squareRoot()
    startError = 1 / (2 * speed).squareRoot()
    pathError = startError * ((4 + 6 * kept(1) + 4 * kept(2) + 2 * kept(3)) / 16).squareRoot()
  }
}
