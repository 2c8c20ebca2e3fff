import Testing

@testable import NumericalMethods

@Suite struct MinimisationTests {
  @Test func findsTheBendOfAValley() throws {
    // Rosenbrock's valley, least at (1, 1).
    let found = try Simplex.minimise(
      from: [-1.2, 1], lengths: [0.5, 0.5], size: 1e-6, mostSteps: 1000
    ) { 100 * ($0[1] - $0[0] * $0[0]) * ($0[1] - $0[0] * $0[0]) + (1 - $0[0]) * (1 - $0[0]) }
    #expect(found.isConverged)
    for place in found.point { #expect(abs(place - 1) < 1e-4, "expected 1, got \(found.point)") }
  }

  /// Of a quadratic the covariance is the inverse of its matrix.
  @Test func givesCovariances() throws {
    let maximum = try LikelihoodMaximum.search(from: [3, -2], lengths: [0.5, 0.5]) { point in
      let (x, y) = (point[0] - 0.5, point[1] + 0.25)
      return -0.5 * (2 * x * x + 2 * x * y + 3 * y * y) - 7
    }
    let expected = [3.0 / 5, -1.0 / 5, -1.0 / 5, 2.0 / 5]
    for (got, value) in zip(maximum.covariance, expected) {
      #expect(abs(got - value) < 1e-6, "expected \(expected), got \(maximum.covariance)")
    }
    #expect(abs(maximum.point[0] - 0.5) < 1e-9 && abs(maximum.point[1] + 0.25) < 1e-9)
    #expect(abs(maximum.logLikelihood + 7) < 1e-12)
  }

  @Test func saysWhereItStopped() {
    func reason(_ mostSteps: Int, _ logLikelihood: ([Double]) -> Double)
      -> LikelihoodMaximum.Failure.Reason?
    {
      do throws(LikelihoodMaximum.Failure) {
        _ = try LikelihoodMaximum.search(
          from: [1, 1], lengths: [0.5, 0.5], mostSteps: mostSteps, logLikelihood)
        return nil
      } catch {
        #expect(error.point.count == 2 && error.point.allSatisfy(\.isFinite))
        return error.reason
      }
    }
    // A ridge: only the sum is known, so that the simplex walks along it for ever or ends on it.
    #expect(
      [.flat, .steps].contains(reason(4000) { -($0[0] + $0[1]) * ($0[0] + $0[1]) }))
    #expect(reason(5) { -$0[0] * $0[0] - $0[1] * $0[1] } == .steps)
    // Rises for ever.
    #expect(reason(4000) { $0[0] - $0[1] * $0[1] } != nil)
  }

  /// P(X > 3.841) is 5 % at one degree of freedom, P(X > 18.307) at ten, as in any table.
  @Test(arguments: [(3.841459, 1.0), (18.307038, 10), (124.342113, 100)])
  func chiSquared(x: Double, degreesOfFreedom: Double) {
    let tail = ChiSquared.upperTail(x, degreesOfFreedom: degreesOfFreedom)
    #expect(abs(tail - 0.05) < 1e-7, "expected 0.05, got \(tail)")
    let quantile = ChiSquared.quantile(0.95, degreesOfFreedom: degreesOfFreedom)
    #expect(abs(quantile - x) < 1e-5, "expected \(x), got \(quantile)")
  }
}
