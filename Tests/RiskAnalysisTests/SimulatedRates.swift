import NumericalMethods

@testable import RiskAnalysis

/// Histories with known parameters, simulated from each process's equation, month by month.
struct SimulatedRates {
  let months: Int
  let seed: UInt64
  static let step = 1.0 / 12
  static let start = 7.0

  /// The `history`-th one; `change` gets the logarithm over `start`, the month and draws by name.
  private func series(
    _ history: Int, first: Double = 0,
    _ change: (_ logarithm: Double, _ month: Int, _ normal: (String) -> Double) -> Double
  ) -> RateSeries {
    var logarithm = first
    var values = [Self.start * Elementary.exp(logarithm)]
    for month in 1...months {
      logarithm += change(logarithm, month) { name in
        Elementary.normalQuantile(uniform(name, history, month))
      }
      values.append(Self.start * Elementary.exp(logarithm))
    }
    return RateSeries(values: values, observationsPerYear: 12)
  }

  private func uniform(_ name: String, _ history: Int, _ month: Int) -> Double {
    Stream(seed: seed, name: name).uniform(trial: UInt64(history), quarter: month)
  }

  func gbm(_ history: Int, drift: Double, volatility: Double) -> RateSeries {
    series(history) { _, _, normal in
      (drift - volatility * volatility / 2) * Self.step
        + volatility * Self.step.squareRoot() * normal("rate")
    }
  }

  /// Around a level of `start`, from the stationary distribution.
  func meanReverting(_ history: Int, speed: Double, volatility: Double) -> RateSeries {
    let slope = Elementary.exp(-speed * Self.step)
    let deviation = volatility * ((1 - slope * slope) / (2 * speed)).squareRoot()
    let first =
      volatility / (2 * speed).squareRoot()
      * Elementary.normalQuantile(uniform("first", history, 0))
    return series(history, first: first) { logarithm, _, normal in
      (slope - 1) * logarithm + deviation * normal("rate")
    }
  }

  func jumpDiffusion(
    _ history: Int, drift: Double, volatility: Double, rate: Double, mean: Double,
    deviation: Double
  ) -> RateSeries {
    let compensation = rate * (Elementary.exp(mean + deviation * deviation / 2) - 1)
    return series(history) { _, month, normal in
      let jumps = Elementary.poissonQuantile(
        uniform("jumps", history, month), mean: rate * Self.step)
      return (drift - volatility * volatility / 2 - compensation) * Self.step
        + volatility * Self.step.squareRoot() * normal("rate") + jumps * mean
        + jumps.squareRoot() * deviation * normal("sizes")
    }
  }
}
