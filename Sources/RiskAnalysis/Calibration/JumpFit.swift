internal import NumericalMethods

/// jumpDiffusion by maximum likelihood (Ball and Torous: A simplified jump process for common stock
/// returns, 1983), searched on changes of mean 0 and deviation 1.
///
/// The likelihood has no bound as σ goes to 0 (Honoré: Pitfalls in estimating jump-diffusion models,
/// 1998); so σ is kept above a tenth of the changes' deviation, and a search that ends at the end
/// of a range is refused. Held by `CalibrationRecoveryTests`.
enum JumpFit {
  /// Of the search: the mean without jumps, and the logarithms, but for the jumps' mean.
  private static let keys = ["drift", "volatility", "jumps.rate", "jumps.mean", "jumps.deviation"]

  static func fit(_ series: RateSeries) throws(CalibrationError) -> ProcessFit {
    let changes = series.logChanges
    let sample = NormalSample(changes)
    let deviation = (sample.squares / sample.count).squareRoot()
    guard deviation > 1e-12 else { throw .noVariation(change: sample.mean) }
    let scaled = changes.map { ($0 - sample.mean) / deviation }
    let scale = Scale(mean: sample.mean, deviation: deviation, step: series.step)
    let ranges = Self.ranges(changes: changes.count)
    func logLikelihood(_ point: [Double]) -> Double {
      for (value, range) in zip(point, ranges) where !range.contains(value) {
        return -.infinity
      }
      return mixture(point).logLikelihood(scaled)
    }
    let shift = -sample.count * Elementary.log(deviation)
    let maximum: LikelihoodMaximum
    do throws(LikelihoodMaximum.Failure) {
      maximum = try LikelihoodMaximum.search(
        from: start(scaled, logLikelihood), lengths: [0.1, 0.2, 0.5, 0.5, 0.3], logLikelihood)
    } catch {
      throw refusal(error, ranges, scale, shift)
    }
    return ProcessFit(
      process: .jumpDiffusion, parameters: parameters(maximum, scale),
      logLikelihood: maximum.logLikelihood + shift, parameterCount: keys.count,
      residuals: ResidualChecks(scaled.map(mixture(maximum.point).score), fitted: 0),
      reversion: nil)
  }

  private static func mixture(_ point: [Double]) -> JumpMixture {
    JumpMixture(
      centre: point[0], deviation: Elementary.exp(point[1]), jumps: Elementary.exp(point[2]),
      jumpMean: point[3], jumpDeviation: Elementary.exp(point[4]))
  }

  /// At least one jump in the history, at most three a step.
  private static func ranges(changes: Int) -> [ClosedRange<Double>] {
    [
      -2...2, Elementary.log(0.1)...Elementary.log(1.5),
      -Elementary.log(Double(changes))...Elementary.log(3), -20...20,
      Elementary.log(0.05)...Elementary.log(50),
    ]
  }

  /// The best of some guesses: rare large jumps to frequent small ones.
  private static func start(
    _ scaled: [Double], _ logLikelihood: ([Double]) -> Double
  ) -> [Double] {
    let rarest = max(0.01, 1.5 / Double(scaled.count))
    var best: (point: [Double], value: Double) = ([], -.infinity)
    for (jumps, deviation) in [(rarest, 0.85), (0.05, 0.75), (0.15, 0.65), (0.5, 0.5)] {
      // What the changes' variance of 1 leaves to the jumps.
      let size = ((1 - deviation * deviation) / max(jumps, rarest)).squareRoot()
      for tilt in [-0.5, 0, 0.5] {
        let point = [
          -jumps * tilt * size, Elementary.log(deviation), Elementary.log(max(jumps, rarest)),
          tilt * size, Elementary.log(size),
        ]
        let value = logLikelihood(point)
        if value > best.value || best.point.isEmpty { best = (point, value) }
      }
    }
    return best.point
  }

  /// From the search's numbers to the scenario's.
  private struct Scale {
    let mean: Double
    let deviation: Double
    let step: Double

    /// In the order of `keys`.
    func values(_ point: [Double]) -> [Double] {
      let volatility = Elementary.exp(point[1]) * deviation / step.squareRoot()
      let rate = Elementary.exp(point[2]) / step
      let jumpMean = point[3] * deviation
      let jumpDeviation = Elementary.exp(point[4]) * deviation
      let compensation =
        rate * (Elementary.exp(jumpMean + jumpDeviation * jumpDeviation / 2) - 1)
      let drift =
        (mean + point[0] * deviation) / step + volatility * volatility / 2 + compensation
      return [drift, volatility, rate, jumpMean, jumpDeviation]
    }
  }

  private static func parameters(
    _ maximum: LikelihoodMaximum, _ scale: Scale
  ) -> [FittedParameter] {
    let values = scale.values(maximum.point)
    let errors = DeltaMethod.errors(
      at: maximum.point, covariance: maximum.covariance, scale.values)
    return keys.indices.map { index in
      let measure: FittedParameter.Measure = keys[index] == "jumps.rate" ? .perYear : .fraction
      // Drift and the jumps' mean may have either sign.
      return index == 0 || index == 3
        ? FittedParameter(keys[index], measure, values[index], error: errors[index])
        : FittedParameter(positive: keys[index], measure, values[index], error: errors[index])
    }
  }

  private static func refusal(
    _ failure: LikelihoodMaximum.Failure, _ ranges: [ClosedRange<Double>], _ scale: Scale,
    _ shift: Double
  ) -> CalibrationError {
    CalibrationError(
      .jumpDiffusion, failure, ranges: ranges, keys: keys, values: scale.values, shift: shift)
  }
}

/// Standard errors of functions of what was fitted: gradients times covariance.
enum DeltaMethod {
  private static let difference = 1e-4

  static func errors(
    at point: [Double], covariance: [Double], _ values: ([Double]) -> [Double]
  ) -> [Double] {
    let count = point.count
    let slopes = (0..<count).map { axis in
      var above = point
      var below = point
      above[axis] += difference
      below[axis] -= difference
      return zip(values(above), values(below)).map { ($0 - $1) / (2 * difference) }
    }
    return slopes[0].indices.map { value in
      var variance = 0.0
      for row in 0..<count {
        for column in 0..<count {
          variance +=
            slopes[row][value] * covariance[row * count + column] * slopes[column][value]
        }
      }
      return variance.squareRoot()
    }
  }
}

extension CalibrationError {
  /// A search that stopped within a hundredth of the end of a range ran into it.
  init(
    _ process: FittedProcess, _ failure: LikelihoodMaximum.Failure,
    ranges: [ClosedRange<Double>], keys: [String], values: ([Double]) -> [Double], shift: Double
  ) {
    let last = zip(keys, values(failure.point)).map { Place(key: $0, value: $1) }
    let border = keys.indices.first { index in
      let place = failure.point[index]
      return place - ranges[index].lowerBound < 0.01 || ranges[index].upperBound - place < 0.01
    }
    let stop: Stop =
      if let border {
        .border(key: keys[border])
      } else {
        switch failure.reason {
        case .steps: .steps
        case .flat: .flat
        case .slope: .slope
        case .library(let error): .library(error)
        }
      }
    self = .notConverged(
      process, stop, last: last, logLikelihood: failure.logLikelihood + shift,
      steps: failure.steps)
  }
}
