/// The true inverse of a mixture's distribution function.
struct Mixture {
  let weights: [Double]
  let components: [Distribution]
  private let atoms: [Double]

  init(weights: [Double], components: [Distribution]) {
    self.weights = weights
    self.components = components
    atoms = components.flatMap(\.atoms).sorted()
  }

  /// The mixture's quantile lies between the least and the greatest quantile of its components;
  /// inside, an atom that holds the probability is the answer, else the bracketed root.
  func quantile(_ tails: Tails) -> Double {
    let quantiles = components.map { $0.quantile(tails) }
    var low = quantiles.min() ?? 0
    var high = quantiles.max() ?? 0
    if low == high { return low }
    for atom in atoms where atom >= low && atom <= high {
      if !reaches(self.tails(at: atom, counting: true), tails) {
        low = atom
      } else if reaches(self.tails(at: atom, counting: false), tails) {
        high = min(high, atom)
      } else {
        return atom
      }
    }
    return BracketedRoot.find(from: low, to: high) { x in
      let here = self.tails(at: x, counting: true)
      return tails.lower <= tails.upper ? here.lower - tails.lower : tails.upper - here.upper
    }
  }

  /// Whether the lower tail at a point is at least the one that is sought.
  private func reaches(_ here: Tails, _ sought: Tails) -> Bool {
    sought.lower <= sought.upper ? here.lower >= sought.lower : here.upper <= sought.upper
  }

  private func tails(at x: Double, counting atom: Bool) -> Tails {
    Tails.average(
      zip(weights, components).map { weight, component in
        (weight, atom ? component.tails(at: x) : component.tailsBelow(x))
      })
  }
}

extension Distribution {
  /// Values that have a probability of their own, in no particular order.
  var atoms: [Double] {
    switch form {
    case .constant(let value): [value]
    case .discrete(let values, _): values
    case .mixture(_, let components): components.flatMap(\.atoms)
    case .event(_, let impact): [0] + impact.atoms
    case .truncated(let base, let low, let high): base.atoms.filter { $0 >= low && $0 <= high }
    case .empirical(let values): zip(values, values.dropFirst()).filter { $0 == $1 }.map { $0.0 }
    default: []
    }
  }
}
