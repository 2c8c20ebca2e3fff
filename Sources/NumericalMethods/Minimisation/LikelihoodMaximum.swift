/// The maximum of a log-likelihood whose parameters are of the order of one.
///
/// The simplex is begun anew where it ended until that gains nothing; then Newton's steps end it,
/// so that the answer does not depend on the way that the search took. Held by
/// `MinimisationTests`.
package struct LikelihoodMaximum: Sendable {
  package let point: [Double]
  package let logLikelihood: Double
  /// The inverse of the observed information, row by row.
  package let covariance: [Double]

  /// Where a search stopped without being sure of a maximum.
  package struct Failure: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
      /// The steps were used up.
      case steps
      /// The likelihood does not curve down in every direction.
      case flat
      /// The gradient does not vanish where the simplex ended.
      case slope
      /// The library stopped the search.
      case library(GSLError)
    }
    package let reason: Reason
    package let point: [Double]
    package let logLikelihood: Double
    package let steps: Int
  }

  /// Half widths of differences: the fourth root of the precision balances the two errors.
  private static let difference = 1e-3
  private static let size = 1e-5
  private static let restarts = 8
  private static let newtonSteps = 30
  /// The square of a step in standard errors that no longer matters.
  private static let decrement = 1e-14

  package static func search(
    from start: [Double], lengths: [Double], mostSteps: Int = 4000,
    _ logLikelihood: ([Double]) -> Double
  ) throws(Failure) -> LikelihoodMaximum {
    func cost(_ point: [Double]) -> Double {
      let value = -logLikelihood(point)
      return value.isFinite ? value : worst
    }
    var steps = 0
    func failure(_ reason: Failure.Reason, _ point: [Double]) -> Failure {
      Failure(reason: reason, point: point, logLikelihood: -cost(point), steps: steps)
    }
    func simplex(from point: [Double], _ lengths: [Double]) throws(Failure) -> Simplex {
      do throws(GSLError) {
        let simplex = try Simplex.minimise(
          from: point, lengths: lengths, size: size, mostSteps: mostSteps - steps, cost)
        steps += simplex.steps
        return simplex
      } catch {
        throw failure(.library(error), point)
      }
    }
    var best = try simplex(from: start, lengths)
    for _ in 0..<restarts where best.isConverged && steps < mostSteps {
      let next = try simplex(from: best.point, lengths.map { $0 / 4 })
      let gain = best.value - next.value
      if next.value <= best.value { best = next }
      if gain < 1e-7 { break }
    }
    guard best.isConverged else { throw failure(.steps, best.point) }
    return try polished(best.point, cost, failure)
  }

  private static func polished(
    _ start: [Double], _ cost: ([Double]) -> Double,
    _ failure: (Failure.Reason, [Double]) -> Failure
  ) throws(Failure) -> LikelihoodMaximum {
    let widths = [Double](repeating: difference, count: start.count)
    var point = start
    for _ in 0..<newtonSteps {
      let curvature = Curvature(at: point, lengths: widths, of: cost)
      guard let covariance = curvature.inverse else { throw failure(.flat, point) }
      let count = point.count
      let step = (0..<count).map { row in
        -(0..<count).reduce(0) { $0 + covariance[row * count + $1] * curvature.gradient[$1] }
      }
      let decrement = -zip(step, curvature.gradient).reduce(0) { $0 + $1.0 * $1.1 }
      if decrement < Self.decrement {
        return LikelihoodMaximum(
          point: point, logLikelihood: -cost(point), covariance: covariance)
      }
      let before = cost(point)
      var share = 1.0
      var moved = zip(point, step).map { $0 + $1 }
      while cost(moved) > before + rounding, share > 1e-4 {
        share /= 2
        moved = zip(point, step).map { $0 + share * $1 }
      }
      guard share > 1e-4 else { break }
      point = moved
    }
    throw failure(.slope, point)
  }

  /// What a sum of logarithms may be off by.
  private static let rounding = 1e-9

  /// Finite, since the simplex takes no infinity.
  private static let worst = 1e300
}
