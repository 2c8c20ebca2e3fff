package import RiskAnalysis

extension CalibrationError {
  /// What went wrong, and what to do.
  package var message: String {
    switch self {
    case .notQuarterly(let process):
      "\(process.rawValue) takes figures by quarter, with periods such as 2024Q4"
    case .tooFewObservations(let process, let found, let needed):
      "\(process.rawValue) needs at least \(needed) observations, but there are \(found); give a "
        + "longer history"
    case .constant(let value):
      "the value is \(FittedText.plain(value)) throughout, so there is nothing to fit; a rate "
        + "that does not move is process: fixed"
    case .noVariation(let change):
      "the value changes by the same share each time (\(FittedText.plain(change * 100)) %), so it "
        + "has no volatility to fit"
    case .noResidual(let process):
      "\(process.rawValue): each value follows from the one before exactly, so there is no "
        + "volatility to fit; are these figures computed, not observed?"
    case .noReversion(let process, let slope) where slope > 0 && slope < 1:
      "\(process.rawValue): no fit leaves enough observations while managed; fit another process, or "
        + "a longer history"
    case .noReversion(let process, let slope):
      "\(process.rawValue): the history does not revert: the slope of each value on the one "
        + "before is \(FittedText.plain(slope)), and must lie between 0 and 1; fit another "
        + "process, or another stretch"
    case .notConverged(let process, let stop, let last, let logLikelihood, let steps):
      "\(process.rawValue): the search for the maximum likelihood did not converge: "
        + "\(stop.reason), after \(steps) steps; last point: "
        + last.map { "\($0.key) \(FittedText.plain($0.value))" }.joined(separator: ", ")
        + ", log-likelihood \(NumberText.fixed(logLikelihood, decimals: 3)); do not use it: give a "
        + "longer history, or fit a process with fewer parameters"
    case .outsideScenario(let process, let key, let value, let low, let high):
      "\(process.rawValue): \(key) comes out as \(FittedText.plain(value)), but a scenario takes "
        + "\(NumberText.short(low)) to \(NumberText.short(high)); the process does not suit this "
        + "history: fit another one, or rates that are further apart"
    }
  }

  /// For a table.
  var short: String {
    switch self {
    case .notQuarterly: "not by quarter"
    case .tooFewObservations: "too few observations"
    case .constant, .noVariation, .noResidual: "no volatility"
    case .noReversion: "no reversion"
    case .notConverged(_, .border(let key), _, _, _): "not converged: \(key)"
    case .notConverged: "not converged"
    case .outsideScenario(_, let key, _, _, _): "out of range: \(key)"
    }
  }

  /// The history is too short or has nothing to fit, whatever the search does.
  package var isOfInput: Bool {
    switch self {
    case .notQuarterly, .tooFewObservations, .constant, .noVariation, .noResidual: true
    case .noReversion, .notConverged, .outsideScenario: false
    }
  }
}

extension CalibrationError.Stop {
  fileprivate var reason: String {
    switch self {
    case .steps: "the steps were used up"
    case .flat: "the likelihood has no peak there"
    case .slope: "the likelihood still rises, but no step gains"
    case .border(let key): "\(key) ran to the end of its range"
    case .library(let error): "\(error)"
    }
  }
}
