/// Mean and variance.
struct Moments {
  let mean: Double
  let variance: Double
}

extension Distribution {
  /// E X. Exact by formula, save for truncated forms (`Window.moments` has their accuracy). NaN for
  /// Student's t with at most one degree of freedom, which has none. Held by `MomentTests`.
  public var mean: Double { moments.mean }

  /// E (X - E X)². Infinite for Student's t with more than one and at most two degrees of freedom,
  /// NaN with at most one. Held by `MomentTests`.
  public var variance: Double { moments.variance }

  /// √variance.
  public var standardDeviation: Double { moments.variance.squareRoot() }

  var moments: Moments {
    switch form {
    case .constant(let value): return Moments(mean: value, variance: 0)
    case .uniform(let low, let high):
      return Moments(mean: low + (high - low) / 2, variance: (high - low) * (high - low) / 12)
    case .normal(let mean, let deviation):
      return Moments(mean: mean, variance: deviation * deviation)
    case .lognormal(let logMean, let deviation):
      let square = deviation * deviation
      let mean = Elementary.exp(logMean + square / 2)
      return Moments(mean: mean, variance: mean * mean * Elementary.exponentialMinusOne(square))
    case .triangular(let low, let mode, let high):
      let (a, b) = (mode - low, high - mode)
      return Moments(mean: (low + mode + high) / 3, variance: (a * a + a * b + b * b) / 18)
    case .pert(let low, let mode, let high):
      let mean = (low + 4 * mode + high) / 6
      return Moments(mean: mean, variance: (mean - low) * (high - mean) / 7)
    case .beta(let alpha, let beta, let low, let high):
      let sum = alpha + beta
      let share = alpha / sum
      let width = high - low
      return Moments(
        mean: low + width * share, variance: width * width * share * (beta / sum) / (sum + 1))
    case .gamma(let shape, let scale):
      return Moments(mean: shape * scale, variance: shape * scale * scale)
    case .studentT(let freedom, let location, let scale):
      if freedom <= 1 { return Moments(mean: .nan, variance: .nan) }
      let variance = freedom > 2 ? scale * scale * freedom / (freedom - 2) : .infinity
      return Moments(mean: location, variance: variance)
    case .discrete(let values, let probabilities):
      return Moments(
        mixing: zip(probabilities, values).map { ($0, Moments(mean: $1, variance: 0)) })
    case .mixture(let weights, let components):
      return Moments(mixing: zip(weights, components).map { ($0, $1.moments) })
    case .event(let probability, let impact):
      return Moments(mixing: [
        (1 - probability, Moments(mean: 0, variance: 0)), (probability, impact.moments),
      ])
    case .truncated(let base, let low, let high):
      return Window(base: base, low: low, high: high).moments
    case .empirical(let values):
      return Moments(stretches: values, low: values[0], high: values[values.count - 1])
    }
  }
}

extension Moments {
  /// Of a mixture: Σ w m and Σ w (v + (m - mean)²).
  init(mixing parts: [(weight: Double, moments: Moments)]) {
    let mean = parts.reduce(0) { $0 + $1.weight * $1.moments.mean }
    self.mean = mean
    variance = parts.reduce(0) { sum, part in
      let distance = part.moments.mean - mean
      return sum + part.weight * (part.moments.variance + distance * distance)
    }
  }

  /// Of equally likely stretches between neighbouring values, each uniform, as far as they lie
  /// within low … high.
  init(stretches values: [Double], low: Double, high: Double) {
    var parts: [(weight: Double, moments: Moments)] = []
    var sum = 0.0
    for (start, end) in zip(values, values.dropFirst()) where end >= low && start <= high {
      let (from, to) = (max(start, low), min(end, high))
      let weight = end > start ? (to - from) / (end - start) : 1
      sum += weight
      parts.append(
        (weight, Moments(mean: from + (to - from) / 2, variance: (to - from) * (to - from) / 12)))
    }
    self = Moments(mixing: parts.map { ($0.weight / sum, $0.moments) })
  }
}
