extension Distribution {
  /// `quantile`, to the bit, with what does not depend on p computed once: for many draws.
  package var quantileFunction: @Sendable (Double) -> Double {
    switch form {
    case .pert, .beta, .gamma, .studentT:
      let shaped = shaped
      return { shaped.quantile(Tails($0)) }
    case .event(let probability, let impact):
      let event = Event(probability: probability, impact: impact)
      return { event.quantile(Tails($0)) }
    case .truncated(let base, let low, let high):
      let window = Window(base: base, low: low, high: high)
      return { window.quantile(Tails($0)) }
    case .mixture(let weights, let components):
      let mixture = Mixture(weights: weights, components: components)
      return { mixture.quantile(Tails($0)) }
    default: return { self.quantile($0) }
    }
  }
}
