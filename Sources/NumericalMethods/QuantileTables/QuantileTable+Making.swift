extension QuantileTable {
  /// The quantile of a pert, beta, gamma or Student t; nil where no table of this kind is accurate
  /// enough: shapes below 0.05 and degrees of freedom below 0.5, where the quantile turns a sharp
  /// corner or its slope magnifies the rounding of the score.
  package init?(_ distribution: Distribution) {
    let transform: Transform
    let shaped: Shaped
    switch distribution.form {
    case .pert, .beta, .gamma, .studentT: shaped = distribution.shaped
    default: return nil
    }
    var shift = 0.0
    var factor = 1.0
    switch shaped.kind {
    case .gamma: transform = .exponential(offset: shaped.location, scale: shaped.scale)
    case .beta(let beta):
      transform = .logistic(offset: shaped.location, scale: shaped.scale)
      shift = beta.centre
    case .studentT:
      transform = .hyperbolicSine(offset: shaped.location, scale: shaped.scale)
      factor = 0.5
    }
    let series = TaylorSeries(shaped.kind)
    guard series.smallestShape >= (factor == 1 ? 0.05 : 0.25) else { return nil }
    // Where the coordinate's own spread is small, its errors weigh more.
    let middle = shaped.logTails(at: shaped.coordinate(at: Tails(0.5))).density
    let spread = Elementary.exp(-Elementary.halfLogOfTwoPi - middle)
    let made = TableCells.make(
      limit: QuantileTable.scoreLimit, tolerance: QuantileTable.tolerance * min(1, spread)
    ) { score, guess in
      let y = shaped.coordinate(at: Tails(score: score), near: guess)
      return series.quantile(at: score, y: y, logDensity: shaped.logTails(at: y).density)
    }
    guard let made else { return nil }
    self.init(
      transform: transform, cells: made,
      coefficients: made.coefficients.enumerated().map { index, coefficient in
        index % (QuantileTable.degree + 1) == 0
          ? (coefficient + shift) * factor : coefficient * factor
      })
  }

  /// The normal score Φ⁻¹(T(x)) of a variate x of Student's t, for the t copula; nil where no table
  /// is accurate enough.
  ///
  /// A column with a t copula takes correlated normal scores z and, once for all of them, a
  /// chi-squared w with the same degrees of freedom ν (a gamma of shape ν/2 and scale 2, from a
  /// stream of its own). Then `x = z · √(ν/w)`, and this table at x is the score that goes on to
  /// each driver. Scores are held within ±8.3.
  package static func copulaScore(degreesOfFreedom: Double) -> QuantileTable? {
    let half = degreesOfFreedom / 2
    let beta = IncompleteBeta(alpha: half, beta: half)
    let series = TaylorSeries(.beta(beta))
    let limit = -beta.coordinate(at: Tails(score: -QuantileTable.scoreLimit))
    let made = TableCells.make(limit: limit, tolerance: QuantileTable.tolerance) { y, _ in
      let here = beta.logTails(at: -abs(y))
      let score = Elementary.normalQuantile(Elementary.exp(here.lower))
      return series.score(
        at: y, score: y < 0 ? score : -score, logDensity: here.density)
    }
    guard let made else { return nil }
    return QuantileTable(
      transform: .scoreOfStudentT(scale: 1 / degreesOfFreedom.squareRoot()), cells: made,
      coefficients: made.coefficients)
  }

  /// In the coordinate; a fifth of what is promised for the value.
  private static let tolerance = 4e-14

  private init(transform: Transform, cells: TableCells, coefficients: [Double]) {
    self.init(
      transform: transform, limit: cells.limit, low: cells.low, cellWidth: cells.width,
      cells: cells.count,
      coefficients: coefficients)
  }
}
