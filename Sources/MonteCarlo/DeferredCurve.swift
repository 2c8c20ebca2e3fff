internal import NumericalMethods
internal import Synchronization

/// A distribution that is read from its histogram when it is first asked for: a run keeps hundreds,
/// and a report asks for a few.
final class DeferredCurve: Sendable {
  private let state: Mutex<State>

  private enum State {
    case counted(
      Histogram, minimum: Double, maximum: Double, isWhole: Bool, clusters: [ClosedRange<Double>])
    case read(DistributionCurve)
  }

  init(
    _ histogram: Histogram, minimum: Double, maximum: Double, isWhole: Bool,
    clusters: [ClosedRange<Double>]
  ) {
    state = Mutex(
      .counted(
        histogram, minimum: minimum, maximum: maximum, isWhole: isWhole, clusters: clusters))
  }

  var curve: DistributionCurve {
    state.withLock { state in
      switch state {
      case .read(let curve): return curve
      case .counted(let histogram, let minimum, let maximum, let isWhole, let clusters):
        let curve = DistributionCurve(
          histogram, minimum: minimum, maximum: maximum, isWhole: isWhole, clusters: clusters)
        state = .read(curve)
        return curve
      }
    }
  }
}
