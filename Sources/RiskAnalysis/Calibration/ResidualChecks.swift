internal import NumericalMethods

/// Whether what a fit leaves over looks like independent standard normal numbers.
public struct ResidualChecks: Sendable {
  public let count: Int
  /// The correlation of a residual with the one before.
  public let firstAutocorrelation: Double
  /// Twice the standard error that it would have if residuals were independent.
  public let autocorrelationBound: Double
  /// Ljung and Box: On a measure of lack of fit in time series models, 1978.
  public let ljungBox: Test
  public let lags: Int
  /// Jarque and Bera: Efficient tests for normality, homoscedasticity and serial independence of
  /// regression residuals, 1980.
  public let jarqueBera: Test
  public let skewness: Double
  /// 0 for a normal distribution.
  public let excessKurtosis: Double

  public struct Test: Sendable {
    public let statistic: Double
    public let degreesOfFreedom: Int
    /// The probability of at least this statistic if the fit were right; from the chi-squared
    /// distribution, to which that of the statistic tends in long samples.
    public let probability: Double
  }

  /// - Parameters:
  ///   - residuals: standardised.
  ///   - fitted: coefficients fitted to the correlation, taken off the degrees of freedom.
  init(_ residuals: [Double], fitted: Int) {
    let n = Double(residuals.count)
    let mean = residuals.reduce(0, +) / n
    let centred = residuals.map { $0 - mean }
    func moment(_ power: Double) -> Double {
      centred.reduce(0) { $0 + Elementary.power($1, power) } / n
    }
    let variance = moment(2)
    func correlation(_ lag: Int) -> Double {
      let sum = zip(centred, centred.dropFirst(lag)).reduce(0) { $0 + $1.0 * $1.1 }
      return sum / (n * variance)
    }
    count = residuals.count
    firstAutocorrelation = correlation(1)
    autocorrelationBound = 2 / n.squareRoot()
    lags = max(fitted + 1, min(12, residuals.count / 5))
    var sum = 0.0
    for lag in 1...lags {
      let r = correlation(lag)
      sum += r * r / (n - Double(lag))
    }
    ljungBox = ResidualChecks.test(n * (n + 2) * sum, degreesOfFreedom: lags - fitted)
    skewness = moment(3) / (variance * variance.squareRoot())
    excessKurtosis = moment(4) / (variance * variance) - 3
    jarqueBera = ResidualChecks.test(
      n / 6 * (skewness * skewness + excessKurtosis * excessKurtosis / 4), degreesOfFreedom: 2)
  }

  private static func test(_ statistic: Double, degreesOfFreedom: Int) -> Test {
    Test(
      statistic: statistic, degreesOfFreedom: degreesOfFreedom,
      probability: ChiSquared.upperTail(
        statistic, degreesOfFreedom: Double(degreesOfFreedom)))
  }
}
