internal import NumericalMethods

/// Which of the regimes of `managed` are looked for in a history.
struct ManagedRegimes: Hashable, Sendable {
  enum Resets: Hashable, Sendable {
    case none
    /// All of one size.
    case equal
    case varied
  }

  let resets: Resets
  let floats: Bool

  static let quiet = ManagedRegimes(resets: .none, floats: false)

  /// The parameters' keys in the order of a search; `central` is where the central rate begins.
  var keys: [String] {
    var keys = ["central", "drift", "speed", "volatility"]
    if resets != .none { keys += ["reset.probability", "reset.mean"] }
    if resets == .varied { keys.append("reset.deviation") }
    if floats { keys += ["leave", "floatingVolatility"] }
    return keys
  }
}

/// The most likely parameters of `managed`, given which regimes there are.
///
/// The search runs over numbers of the order of one: amounts over the deviation of all changes, and
/// logarithms of what is positive.
struct ManagedSearch {
  let changes: [Double]
  let years: Double
  /// Of all changes.
  let deviation: Double
  /// Least squares of a change on time and the logarithm before, which is the answer without resets
  /// and floating.
  let trend: TrendRegression

  init(_ series: RateSeries) {
    changes = series.logChanges
    years = series.step
    let sample = NormalSample(changes)
    deviation = (sample.squares / sample.count).squareRoot()
    trend = TrendRegression(series.logarithms)
  }

  /// A year: a change's deviation spread over the root of their number, since a history tells its
  /// drift far better than each change does.
  private var driftUnit: Double {
    deviation / years / Double(changes.count).squareRoot()
  }

  /// In quarters.
  var length: Double { Double(changes.count) * years / ManagedParameters.quarter }

  /// The most likely point, from the best of many guesses with slow reversion and of as many with
  /// fast, which may lead to different peaks.
  ///
  /// - Parameter floor: the log-likelihood without some of the regimes; -∞ for none.
  /// - Returns: nil where no guess comes near the floor, so that no search is worth its time.
  func maximum(
    _ regimes: ManagedRegimes, near floor: Double
  ) throws(LikelihoodMaximum.Failure) -> LikelihoodMaximum? {
    let ranges = ranges(regimes)
    func logLikelihood(_ point: [Double]) -> Double {
      for (value, range) in zip(point, ranges) where !range.contains(value) { return -.infinity }
      return RegimeFilter(
        parameters(point, regimes), changes: changes, years: years, isDetailed: false
      ).logLikelihood
    }
    // Without resets and floating there is but one peak.
    let starts = (regimes == .quiet ? [1] : Self.speeds).compactMap { factor -> [Double]? in
      let guesses = guesses(regimes, speed: factor).map { guess in
        let point = zip(guess, ranges).map { min(max($0, $1.lowerBound), $1.upperBound) }
        return (point: point, value: logLikelihood(point))
      }
      let best = guesses.max { $0.value < $1.value }
      return best.flatMap { $0.value > floor - Self.reach ? $0.point : nil }
    }
    let searches = starts.map { start in
      Result { () throws(LikelihoodMaximum.Failure) in
        try LikelihoodMaximum.search(
          from: start, lengths: start.map { _ in 0.3 }, logLikelihood)
      }
    }
    // A higher place without a peak says that the peak found is not the answer.
    func height(_ search: Result<LikelihoodMaximum, LikelihoodMaximum.Failure>) -> Double {
      switch search {
      case .success(let maximum): maximum.logLikelihood + 1e-3
      case .failure(let failure): failure.logLikelihood
      }
    }
    return try searches.max { height($0) < height($1) }?.get()
  }

  /// Times the speed that least squares gives.
  private static let speeds: [Double] = [1, 4]
  /// What a search may gain on a guess: where regimes are in the history, guesses are far above
  /// the likelihood without them; where they are not, far below.
  private static let reach = 20.0

  func parameters(_ point: [Double], _ regimes: ManagedRegimes) -> ManagedParameters {
    let speed = Elementary.exp(point[2])
    let volatility = Elementary.exp(point[3]) * deviation / years.squareRoot()
    var parameters = ManagedParameters(
      deviation: point[0] * deviation / (1 - Elementary.exp(-speed)),
      drift: point[1] * driftUnit, speed: speed / years, volatility: volatility)
    var place = 4
    if regimes.resets != .none {
      parameters.resetProbability = Elementary.exp(point[place])
      parameters.resetMean = point[place + 1] * deviation
      place += 2
    }
    if regimes.resets == .varied {
      parameters.resetDeviation = Elementary.exp(point[place]) * deviation
      place += 1
    }
    if regimes.floats {
      parameters.leave = Elementary.exp(point[place])
      parameters.floatingVolatility = volatility * Elementary.exp(point[place + 1])
    }
    return parameters
  }

  /// In the order of the keys; `central` as a logarithm over the first rate.
  func values(_ point: [Double], _ regimes: ManagedRegimes) -> [Double] {
    let parameters = parameters(point, regimes)
    var values = [
      -parameters.deviation, parameters.drift, parameters.speed, parameters.volatility,
    ]
    if regimes.resets != .none {
      values += [parameters.resetProbability, parameters.resetMean]
    }
    if regimes.resets == .varied { values.append(parameters.resetDeviation) }
    if regimes.floats { values += [parameters.leave, parameters.floatingVolatility] }
    return values
  }

  /// At least one reset in the history and at most one a year, since what comes more often is not
  /// one-off; it floats more than it moves while managed.
  func ranges(_ regimes: ManagedRegimes) -> [ClosedRange<Double>] {
    let rarest = Elementary.log(min(1 / length, 0.2))
    let steepest = 20 * Double(changes.count).squareRoot()
    var ranges = [
      -20...20, -steepest...steepest,
      Elementary.log(0.1 / Double(changes.count))...Elementary.log(4),
      Elementary.log(0.05)...Elementary.log(3),
    ]
    if regimes.resets != .none { ranges += [rarest...Elementary.log(0.25), -50...50] }
    if regimes.resets == .varied { ranges.append(Elementary.log(0.05)...Elementary.log(50)) }
    if regimes.floats { ranges += [(rarest - 1)...Elementary.log(0.5), 0...Elementary.log(100)] }
    return ranges
  }

  private func guesses(_ regimes: ManagedRegimes, speed factor: Double) -> [[Double]] {
    let resets: [[Double]] =
      switch regimes.resets {
      case .none: [[]]
      case .equal, .varied:
        [0.03, 0.08, 0.2].flatMap { chance in
          [-3, -1.5, 0, 1.5, 3].map { mean in
            [Elementary.log(chance), mean]
              + (regimes.resets == .varied ? [Elementary.log(mean == 0 ? 2 : 1)] : [])
          }
        }
      }
    let shares = regimes.floats ? (1...9).map { Double($0) / 10 } : [1]
    return shares.flatMap { managed in
      let stretch = RateStretch(changes, managed: managed)
      // Quiet changes are smaller than all of them where there are resets.
      return (regimes.resets == .none ? [1] : [0.5, 0.8]).flatMap { quiet in
        resets.map { reset in
          var point = [
            trend.pull / deviation, trend.drift / years / driftUnit,
            Elementary.log(-factor * Elementary.log(trend.usableSlope)),
            Elementary.log(quiet * stretch.managed / deviation),
          ]
          point += reset
          if regimes.floats {
            point += [
              Elementary.log(1 / (managed * length)),
              Elementary.log(stretch.floating / (quiet * stretch.managed)),
            ]
          }
          return point
        }
      }
    }
  }
}

/// The deviations of changes before and after a point of time.
private struct RateStretch {
  let managed: Double
  let floating: Double

  /// - Parameter share: how much of the history is managed; 1 for all.
  init(_ changes: [Double], managed share: Double) {
    let count = Int(Double(changes.count) * share)
    func deviation(_ changes: ArraySlice<Double>) -> Double {
      let sample = NormalSample(Array(changes))
      return (sample.squares / sample.count).squareRoot()
    }
    managed = deviation(changes.prefix(count))
    floating = share < 1 ? deviation(changes.dropFirst(count)) : managed
  }
}

/// Least squares of each number on the one before and on time.
struct TrendRegression {
  let slope: Double
  /// Within (0, 1).
  let usableSlope: Double
  /// What the sequence moves by in the long run, with the usable slope.
  let drift: Double
  /// (1 - b) times the first number's deviation from the line that it reverts to.
  let pull: Double

  init(_ numbers: [Double]) {
    let before = numbers.dropLast().map { $0 - numbers[0] }
    let after = numbers.dropFirst().map { $0 - numbers[0] }
    let count = Double(before.count)
    let middle = (count - 1) / 2
    func detrended(_ numbers: [Double]) -> (rest: [Double], mean: Double, rise: Double) {
      let mean = numbers.reduce(0, +) / count
      let times = count * (count * count - 1) / 12
      let rise =
        numbers.enumerated().reduce(0) { $0 + (Double($1.offset) - middle) * $1.element } / times
      return (
        numbers.enumerated().map { $1 - mean - rise * (Double($0) - middle) }, mean, rise
      )
    }
    let first = detrended(before)
    let second = detrended(after)
    let squares = first.rest.reduce(0) { $0 + $1 * $1 }
    slope = zip(first.rest, second.rest).reduce(0) { $0 + $1.0 * $1.1 } / squares
    usableSlope = min(max(slope.isFinite ? slope : 0.5, 0.05), 0.98)
    let distance = 1 - usableSlope
    // after = a + g t + b before
    let rise = second.rise - usableSlope * first.rise
    let constant = second.mean - usableSlope * first.mean - rise * middle
    drift = rise / distance
    pull = drift - constant
  }
}
