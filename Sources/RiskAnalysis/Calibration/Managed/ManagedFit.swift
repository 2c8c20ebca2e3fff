internal import NumericalMethods

/// managed: reversion to a central rate that drifts, resets of it, and leaving to float, by maximum
/// likelihood (see `RegimeFilter`).
///
/// A regime is taken in where that gains enough (see `ManagedEvidence.Extension`). Of a history
/// without an event, or with few, no parameter of such events is fitted: see
/// `ManagedEvidence.Untold`. Variances are those of maximum likelihood times n/(n - 3) of quiet steps and
/// k/(k - 1) of resets. The interval of the speed comes from `SlopeDistribution` with a trend. The
/// drift's error is that from the curvature, or larger: of a trend about which the rate reverts with
/// the speed less 1.4 times its bias, at most of a random walk; from the curvature alone 95 %
/// intervals would hold it in 75 % of ten years of months at a speed of 0.5, with this they do in
/// 94 %. Held by `ManagedRecoveryTests`.
enum ManagedFit {
  /// Fewer resets say too little of their size; fewer observations, of the volatility when floating.
  static let fewestResets = 10.0
  static let fewestFloating = 10.0
  /// Of steps while managed.
  private static let fewestManaged = 24.0

  /// - Parameter slopes: for this length, where many histories are fitted.
  static func fit(
    _ series: RateSeries, slopes given: SlopeDistribution? = nil
  ) throws(CalibrationError) -> ProcessFit {
    let search = ManagedSearch(series)
    guard search.deviation > 1e-12 else {
      throw .noVariation(change: search.changes.first ?? 0)
    }
    let choice = try ManagedChoice(search, fewestManaged: fewestManaged)
    let taken = choice.taken
    let (regimes, point) = (taken.regimes, taken.maximum.point)
    let filter = RegimeFilter(
      search.parameters(point, regimes), changes: search.changes, years: search.years)
    let steps = Steps(filter)
    let errors = DeltaMethod.errors(at: point, covariance: taken.maximum.covariance) {
      search.values($0, regimes)
    }
    let values = search.values(point, regimes)
    var fitted: [String: (value: Double, error: Double)] = [:]
    for (place, key) in regimes.keys.enumerated() { fitted[key] = (values[place], errors[place]) }
    let slope = Elementary.exp(-(fitted["speed"]?.value ?? .nan) * search.years)
    let slopes = given ?? SlopeDistribution(changes: Int(steps.managed.rounded()), hasTrend: true)
    let range = widened(
      slopes.interval(of: slope), about: slope,
      error: (fitted["speed"]?.error ?? .nan) * slope * search.years, steps)
    let bias = speedBias(slope: slope, changes: steps.managed, years: search.years)
    let volatility = fitted["volatility"]?.value ?? .nan
    let parameters = FittedManagement(
      fitted: fitted, steps: steps, regimes: regimes,
      speeds: (
        range.high >= 1 ? 0 : -Elementary.log(range.high) / search.years,
        -Elementary.log(range.low) / search.years
      ),
      trendError: trendError(
        volatility: volatility, speed: (fitted["speed"]?.value ?? .nan) - 1.4 * bias,
        slope: slope, changes: steps.managed, years: search.years))
    var fit = ProcessFit(
      process: .managed, parameters: parameters.claimed,
      logLikelihood: taken.maximum.logLikelihood, parameterCount: point.count,
      residuals: ResidualChecks(filter.scores, fitted: 1),
      reversion: ReversionEvidence(
        speedBias: bias,
        residualVolatility: (ManagedStep(search.parameters(point, regimes), years: search.years)
          .noise
          * steps.correction / search.years).squareRoot(),
        chanceWithoutReversion: slopes.chance(ofAtMost: slope)))
    let quarters = steps.managed * search.years / ManagedParameters.quarter
    let floatsFrom = filter.floating.firstIndex { $0 > 0.5 }
    fit.managed = ManagedEvidence(
      quarters: quarters, resets: steps.resets,
      resetPlaces: filter.resets.indices.filter { filter.resets[$0] > 0.5 }.map { $0 + 1 },
      floatsFrom: floatsFrom.map { $0 + 1 },
      deviation: floatsFrom == nil ? filter.deviation : nil, extensions: choice.extensions,
      untold: parameters.untold(quarters: quarters))
    return fit
  }

  /// After each reset the central rate has to be learned anew, which takes a degree of freedom, so the
  /// slope is known less well than in as many changes without: the interval from those is as much
  /// wider as the slope's error.
  private static func widened(
    _ range: (low: Double, high: Double), about slope: Double, error: Double, _ steps: Steps
  ) -> (low: Double, high: Double) {
    let plain = ((1 - slope * slope) / steps.managed).squareRoot()
    let own = error * (steps.managed / max(steps.managed - 3 - steps.resets, 1)).squareRoot()
    let factor = own > plain ? own / plain : 1
    return (
      max(slope - (slope - range.low) * factor, 1e-9), slope + (range.high - slope) * factor
    )
  }

  /// Expected numbers of steps of each kind.
  struct Steps {
    let managed: Double
    let resets: Double
    let floating: Double
    var quiet: Double { managed - resets }
    /// Of the variance of quiet steps, to which three coefficients are fitted.
    var correction: Double { quiet / (quiet - 3) }

    init(_ filter: RegimeFilter) {
      floating = filter.floating.reduce(0, +)
      managed = Double(filter.floating.count) - floating
      resets = filter.resets.reduce(0, +)
    }
  }

  /// (7 + 4/b + 1/b²) / (2 n Δ), about six over the years: as `ReversionFit.speedBias`, with the bias
  /// of a slope beside a trend, -(2 + 4b)/n (Kendall and Stuart: The advanced theory of statistics,
  /// volume 3, 1966).
  static func speedBias(slope: Double, changes: Double, years: Double) -> Double {
    (7 + 4 / slope + 1 / (slope * slope)) / (2 * changes * years)
  }

  /// Of the slope of a line in time, about which a logarithm reverts, a year.
  private static func trendError(
    volatility: Double, speed: Double, slope: Double, changes: Double, years: Double
  ) -> Double {
    let walk = 1.2 * volatility * volatility / (changes * years)
    guard speed > 0 else { return walk.squareRoot() }
    let cubed = changes * changes * changes
    let kept = Elementary.exp(-speed * years)
    // Of the exact step.
    let noise = volatility * volatility * (1 - kept * kept) / (2 * speed)
    let trend = noise / (years * years) * 12 / (cubed * (1 - kept) * (1 - kept))
    return min(walk, trend).squareRoot()
  }
}

/// What a fit of `managed` claims, and what it leaves.
private struct FittedManagement {
  let fitted: [String: (value: Double, error: Double)]
  let steps: ManagedFit.Steps
  let regimes: ManagedRegimes
  let speeds: (low: Double, high: Double)
  let trendError: Double

  private var tellsResets: Bool {
    regimes.resets != .none && steps.resets >= ManagedFit.fewestResets
  }
  private var tellsFloating: Bool {
    regimes.floats && steps.floating >= ManagedFit.fewestFloating
  }

  var claimed: [FittedParameter] {
    var parameters: [FittedParameter] = []
    for key in regimes.keys {
      guard let (value, error) = fitted[key] else { continue }
      switch key {
      case "drift":
        parameters.append(
          FittedParameter(key, .fraction, value, error: max(error, trendError)))
      case "speed":
        parameters.append(
          FittedParameter(
            key, .perYear, value, error: error, low: speeds.low, high: speeds.high))
      case "volatility":
        let factor = steps.correction.squareRoot()
        parameters.append(
          FittedParameter(positive: key, .fraction, value * factor, error: error * factor))
      case "reset.probability" where tellsResets:
        parameters.append(FittedParameter(positive: key, .fraction, value, error: error))
      case "reset.mean" where tellsResets:
        parameters.append(FittedParameter(key, .fraction, value, error: error))
      case "reset.deviation" where tellsResets:
        let factor = (steps.resets / (steps.resets - 1)).squareRoot()
        parameters.append(
          FittedParameter(positive: key, .fraction, value * factor, error: error * factor))
      case "floatingVolatility" where tellsFloating:
        parameters.append(FittedParameter(positive: key, .fraction, value, error: error))
      default: break
      }
    }
    return parameters
  }

  func untold(quarters: Double) -> [ManagedEvidence.Untold] {
    resetsUntold(quarters) + floatingUntold(quarters)
  }

  private func none(_ quarters: Double) -> ManagedEvidence.Untold.Reason {
    .noEvent(quarters: quarters, atMost: 1 - Elementary.power(0.05, 1 / quarters))
  }

  private func resetsUntold(_ quarters: Double) -> [ManagedEvidence.Untold] {
    let sizes = ["reset.mean", "reset.deviation"]
    guard regimes.resets != .none else {
      return [.init(key: "reset.probability", reason: none(quarters))]
        + sizes.map { .init(key: $0, reason: .tooFew(count: 0)) }
    }
    let count = Int(steps.resets.rounded())
    if !tellsResets {
      let interval = ProportionInterval.clopperPearson(
        successes: count, trials: max(count, Int(quarters.rounded())), level: 0.95)
      return [
        .init(
          key: "reset.probability",
          reason: .fewEvents(
            count: count, quarters: quarters, low: interval.low, high: interval.high))
      ] + sizes.map { .init(key: $0, reason: .tooFew(count: count)) }
    }
    return regimes.resets == .equal ? [.init(key: sizes[1], reason: .oneSize)] : []
  }

  private func floatingUntold(_ quarters: Double) -> [ManagedEvidence.Untold] {
    guard regimes.floats else {
      return [
        .init(key: "leave", reason: none(quarters)),
        .init(key: "floatingVolatility", reason: .tooFew(count: 0)),
      ]
    }
    // The quarter in which it left is the last of them.
    let until = quarters.rounded(.up)
    var untold = [
      ManagedEvidence.Untold(
        key: "leave",
        reason: .leftOnce(
          quarters: until, low: 1 - Elementary.power(0.975, 1 / until),
          high: 1 - Elementary.power(0.025, 1 / (until - 1))))
    ]
    if !tellsFloating {
      untold.append(
        .init(
          key: "floatingVolatility",
          reason: .floatedBriefly(observations: Int(steps.floating.rounded()))))
    }
    return untold
  }
}
