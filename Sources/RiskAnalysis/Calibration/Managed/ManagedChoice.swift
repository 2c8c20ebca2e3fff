internal import NumericalMethods

/// Which regimes a history bears out, by Schwarz's criterion.
struct ManagedChoice {
  struct Candidate {
    let regimes: ManagedRegimes
    let maximum: LikelihoodMaximum
  }

  let taken: Candidate
  let extensions: [ManagedEvidence.Extension]

  /// - Parameter fewestManaged: steps before a rate floats, without which reversion is not told.
  /// - Throws: `noReversion`, or `notConverged` where the fit that would be taken has no peak.
  init(_ search: ManagedSearch, fewestManaged: Double) throws(CalibrationError) {
    var found: [Candidate] = []
    var skipped: [ManagedRegimes] = []
    var failed: [(regimes: ManagedRegimes, failure: LikelihoodMaximum.Failure)] = []
    let penalty = 0.5 * Elementary.log(Double(search.changes.count))
    func criterion(_ regimes: ManagedRegimes, _ logLikelihood: Double) -> Double {
      logLikelihood - penalty * Double(regimes.keys.count)
    }
    /// False where a search fails.
    func attempt(_ regimes: ManagedRegimes) -> Bool {
      do throws(LikelihoodMaximum.Failure) {
        let floor = found.map(\.maximum.logLikelihood).max() ?? -.infinity
        guard let maximum = try search.maximum(regimes, near: floor) else {
          skipped.append(regimes)
          return true
        }
        let filter = RegimeFilter(
          search.parameters(maximum.point, regimes), changes: search.changes, years: search.years)
        guard ManagedFit.Steps(filter).managed >= fewestManaged else {
          skipped.append(regimes)
          return true
        }
        found.append(Candidate(regimes: regimes, maximum: maximum))
        return true
      } catch {
        failed.append((regimes, error))
        return false
      }
    }
    func best() -> Candidate? {
      found.max {
        criterion($0.regimes, $0.maximum.logLikelihood)
          < criterion($1.regimes, $1.maximum.logLikelihood)
      }
    }
    func attemptResets(floats: Bool) {
      if !attempt(ManagedRegimes(resets: .varied, floats: floats)) {
        _ = attempt(ManagedRegimes(resets: .equal, floats: floats))
      }
    }
    let quiet = ManagedRegimes.quiet
    let isQuietFitted = attempt(quiet)
    attemptResets(floats: false)
    _ = attempt(ManagedRegimes(resets: .none, floats: true))
    if let best = best(), best.regimes != quiet { attemptResets(floats: true) }
    // A place without a peak that would be taken is no answer, and hides one.
    let level = best().map { criterion($0.regimes, $0.maximum.logLikelihood) } ?? -.infinity
    let worst = failed.max {
      criterion($0.regimes, $0.failure.logLikelihood)
        < criterion($1.regimes, $1.failure.logLikelihood)
    }
    if let worst, criterion(worst.regimes, worst.failure.logLikelihood) > level {
      let slope = search.trend.slope
      if worst.regimes == quiet, !(slope > 0 && slope < 1) {
        throw .noReversion(.managed, slope: slope)
      }
      throw CalibrationError(
        .managed, worst.failure, ranges: search.ranges(worst.regimes), keys: worst.regimes.keys,
        values: { search.values($0, worst.regimes) }, shift: 0)
    }
    guard let taken = best() else { throw .noReversion(.managed, slope: search.trend.slope) }
    self.taken = taken
    let base = found.first { $0.regimes == quiet }?.maximum.logLikelihood
    var extensions: [ManagedEvidence.Extension] = []
    for regimes in found.map(\.regimes) + failed.map(\.regimes) + skipped
    where regimes != quiet {
      let own = found.first { $0.regimes == regimes }
      let added = regimes.keys.count - quiet.keys.count
      // Then resets of one size were tried.
      let isSuperseded = regimes.resets == .varied && failed.contains { $0.regimes == regimes }
      if isSuperseded || !isQuietFitted { continue }
      extensions.append(
        ManagedEvidence.Extension(
          hasResets: regimes.resets != .none, floats: regimes.floats, parameters: added,
          gain: own.flatMap { own in base.map { own.maximum.logLikelihood - $0 } },
          needed: penalty * Double(added), isTaken: regimes == taken.regimes))
    }
    self.extensions = extensions
  }
}
