/// Distributions whose quantile is a smooth function of a coordinate in which a gamma or a beta is
/// log-concave: x = location + scale · t(y), t one of three transforms.
struct Shaped {
  enum Kind {
    /// t = exp y; y = log(x / (shape · scale)).
    case gamma(IncompleteGamma)
    /// t = 1/(1 + exp(-(y + centre))), the logistic function.
    case beta(IncompleteBeta)
    /// t = sinh(y/2); (1 + sin)/2 form: T/√(ν + T²) stretched to 0 … 1 is a beta of ν/2, ν/2.
    case studentT(IncompleteBeta)
  }

  let kind: Kind
  let location: Double
  let scale: Double

  func quantile(_ tails: Tails) -> Double { value(at: coordinate(at: tails)) }

  func coordinate(at tails: Tails, near guess: Double = 0) -> Double {
    switch kind {
    case .gamma(let gamma): return gamma.coordinate(at: tails, near: guess)
    case .beta(let beta): return beta.coordinate(at: tails, near: guess)
    case .studentT(let beta):
      // Solved on one side only, so that the quantiles are exactly symmetric.
      if tails.lower == tails.upper { return 0 }
      return tails.lower <= tails.upper
        ? beta.coordinate(at: tails, near: guess)
        : -beta.coordinate(at: tails.reflected, near: -guess)
    }
  }

  func value(at y: Double) -> Double {
    switch kind {
    case .gamma: return location + scale * Elementary.exp(y)
    case .beta(let beta): return location + scale / (1 + Elementary.exp(-(y + beta.centre)))
    case .studentT: return location + scale * Elementary.hyperbolicSine(0.5 * y)
    }
  }

  func tails(at x: Double) -> Tails {
    switch kind {
    case .gamma(let gamma):
      return gamma.logTails(at: gamma.coordinate((x - location) / scale * gamma.shape)).tails
    case .beta(let beta):
      let place = (x - location) / scale
      let complement = (location + scale - x) / scale
      return beta.logTails(at: beta.coordinate(place, complement: complement)).tails
    case .studentT(let beta):
      let y = 2 * Elementary.inverseHyperbolicSine((x - location) / scale)
      return y <= 0 ? beta.logTails(at: y).tails : beta.logTails(at: -y).tails.reflected
    }
  }

  func logTails(at y: Double) -> LogTails {
    switch kind {
    case .gamma(let gamma): return gamma.logTails(at: y)
    case .beta(let beta), .studentT(let beta): return beta.logTails(at: y)
    }
  }
}

extension Distribution {
  /// For the forms pert, beta, gamma and Student t only.
  var shaped: Shaped {
    switch form {
    case .pert(let low, let mode, let high):
      let alpha = 1 + 4 * (mode - low) / (high - low)
      let beta = 1 + 4 * (high - mode) / (high - low)
      return Shaped(
        kind: .beta(IncompleteBeta(alpha: alpha, beta: beta)), location: low, scale: high - low)
    case .beta(let alpha, let beta, let low, let high):
      return Shaped(
        kind: .beta(IncompleteBeta(alpha: alpha, beta: beta)), location: low, scale: high - low)
    case .gamma(let shape, let scale):
      return Shaped(
        kind: .gamma(IncompleteGamma(shape: shape)), location: 0, scale: shape * scale)
    case .studentT(let degreesOfFreedom, let location, let scale):
      let half = degreesOfFreedom / 2
      return Shaped(
        kind: .studentT(IncompleteBeta(alpha: half, beta: half)), location: location,
        scale: scale * degreesOfFreedom.squareRoot())
    default: preconditionFailure("not a distribution with a shape: \(form)")
    }
  }
}
