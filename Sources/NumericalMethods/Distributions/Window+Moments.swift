extension Window {
  /// Mean and variance of what is left, about the window's median m: with d = X - m,
  /// mean = m + E d, variance = E d² - (E d)².
  ///
  /// Integrated over the base's normal score by Gauss-Legendre quadrature with 12 nodes on panels no
  /// wider than a half, over all scores within ±37. Relative error below 1e-12 of the scale, save for
  /// Student's t of barely more degrees of freedom than the moment, open on a side: 1e-6 from 0.1
  /// above, and no claim nearer. Exact for observed values. Held by `MomentTests`.
  var moments: Moments {
    if case .empirical(let values) = base.form {
      return Moments(stretches: values, low: low, high: high)
    }
    if let undefined = momentsOfHeavyTail { return undefined }
    let middle = quantile(Tails(0.5))
    var first = 0.0
    var second = 0.0
    let ends = breaks
    for (start, end) in zip(ends, ends.dropFirst()) where end > start {
      let panels = ((end - start) * 2).rounded(.up)
      let width = (end - start) / panels
      for panel in 0..<Int(panels) {
        let centre = start + (Double(panel) + 0.5) * width
        for (node, weight) in GaussLegendre.twelve {
          let score = centre + node * width / 2
          let value = base.quantile(Tails(score: score))
          let share = weight * width / 2 * Elementary.normalDensity(score)
          let distance = min(max(value, low), high) - middle
          first += share * distance
          second += share * distance * distance
        }
      }
    }
    first /= mass
    second /= mass
    return Moments(mean: middle + first, variance: max(0, second - first * first))
  }

  /// The base's scores at both ends, and where its quantile has a kink between them.
  private var breaks: [Double] {
    let start = max(base.tailsBelow(low).score, -37)
    let end = min(base.tails(at: high).score, 37)
    if case .triangular(_, let mode, _) = base.form {
      return [start, min(max(base.tails(at: mode).score, start), end), end]
    }
    return [start, end]
  }

  private var momentsOfHeavyTail: Moments? {
    guard case .studentT(let freedom, _, _) = base.form, low == -.infinity || high == .infinity
    else { return nil }
    if freedom <= 1 {
      return Moments(mean: low == -.infinity ? -.infinity : .infinity, variance: .nan)
    }
    if freedom <= 2 {
      // The mean in closed form: ∫ t f dt = -(ν + t²)/(ν - 1) f(t).
      return Moments(mean: heavyMean(freedom), variance: .infinity)
    }
    return nil
  }

  private func heavyMean(_ freedom: Double) -> Double {
    guard case .studentT(_, let location, let scale) = base.form else { return .nan }
    let term = { (x: Double) -> Double in
      if x.isInfinite { return 0 }
      let t = (x - location) / scale
      let half = base.shaped
      // The density in y = 2 asinh(t/√ν), times dy/dt = 2/√(ν + t²).
      let y = 2 * Elementary.inverseHyperbolicSine(t / freedom.squareRoot())
      let root = (freedom + t * t).squareRoot()
      return root / (freedom - 1) * 2 * Elementary.exp(half.logTails(at: y).density)
    }
    return location + scale * (term(low) - term(high)) / mass
  }
}

extension Elementary {
  /// exp(-x²/2)/√(2π).
  package static func normalDensity(_ x: Double) -> Double {
    exp(-0.5 * x * x) * 0.39894228040143267794
  }
}
