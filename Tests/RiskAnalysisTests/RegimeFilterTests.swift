import NumericalMethods
import Testing

@testable import RiskAnalysis

/// The filter against the sum over all histories of regimes, each a joint normal distribution.
@Suite struct RegimeFilterTests {
  private static let years = 0.25
  private static let changes = [0.004, -0.011, 0.062, 0.003, -0.008, 0.09, -0.07, 0.015]

  private static func parameters(resets: Double, leave: Double) -> ManagedParameters {
    ManagedParameters(
      deviation: 0.02, drift: 0.01, speed: 1.5, volatility: 0.025, resetProbability: resets,
      resetMean: 0.06, resetDeviation: 0.03, leave: leave, floatingVolatility: 0.12)
  }

  /// Without resets nothing is left out; with them a normal stands for a mixture.
  @Test(arguments: [
    (0, 0, 1e-12), (0, 0.05, 1e-12), (0.08, 0, 2e-3), (0.08, 0.05, 2e-3),
  ])
  func sumsOverHistories(resets: Double, leave: Double, tolerance: Double) {
    let parameters = Self.parameters(resets: resets, leave: leave)
    let got = RegimeFilter(parameters, changes: Self.changes, years: Self.years).logLikelihood
    let expected = Elementary.log(Self.density(parameters))
    #expect(
      abs(got - expected) < tolerance, "expected \(expected), got \(got), tolerance \(tolerance)")
  }

  /// Months: a quarter's chance that nothing happens is that of three months.
  @Test func chancesOfShorterSteps() {
    let month = ManagedStep(Self.parameters(resets: 0.08, leave: 0.04), years: 1.0 / 12)
    let kept = month.quietChance * month.quietChance * month.quietChance
    #expect(abs(kept - 0.88) < 1e-12, "expected 0.88, got \(kept)")
    #expect(abs(month.resetChance - 2 * month.leaveChance) < 1e-12)
    #expect(abs(month.quietChance + month.resetChance + month.leaveChance - 1) < 1e-12)
  }

  /// A score is a standard normal number of each change's distribution given those before.
  @Test func scoresOfQuietChanges() {
    let parameters = Self.parameters(resets: 0, leave: 0)
    let filter = RegimeFilter(parameters, changes: Self.changes, years: Self.years)
    let step = ManagedStep(parameters, years: Self.years)
    let expected =
      (Self.changes[0] - step.drift + (1 - step.slope) * parameters.deviation)
      / step.noise.squareRoot()
    #expect(
      abs(filter.scores[0] - expected) < 1e-9, "expected \(expected), got \(filter.scores[0])")
  }

  private static func density(_ parameters: ManagedParameters) -> Double {
    let step = ManagedStep(parameters, years: years)
    let count = changes.count
    var sum = 0.0
    for managed in 0...count {
      // The rate floats from change `managed` on.
      var floating = managed < count ? step.leaveChance : 1
      for change in changes.dropFirst(managed) {
        floating *= normal([change + step.floating / 2], [step.floating])
      }
      guard floating > 0 else { continue }
      for pattern in 0..<(1 << managed) {
        let isReset = (0..<managed).map { pattern >> $0 & 1 == 1 }
        let chance = isReset.reduce(1) { $0 * ($1 ? step.resetChance : step.quietChance) }
        if chance > 0 { sum += floating * chance * joint(isReset, parameters, step) }
      }
    }
    return sum
  }

  /// The density of the first changes, given which of them are resets.
  private static func joint(
    _ isReset: [Bool], _ parameters: ManagedParameters, _ step: ManagedStep
  ) -> Double {
    let count = isReset.count
    if count == 0 { return 1 }
    func kept(_ steps: Int) -> Double {
      (0..<steps).reduce(1) { product, _ in product * step.slope }
    }
    // A change in terms of the noises up to it.
    let weights = (0..<count).map { row in
      (0...row).map { column in
        column == row ? 1 : -(1 - step.slope) * kept(row - 1 - column)
      }
    }
    let distances = (0..<count).map { row in
      changes[row] - step.drift + (1 - step.slope) * kept(row) * parameters.deviation
        - (isReset[row] ? step.resetMean : 0)
    }
    var covariance = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0..<count {
        for noise in 0...min(row, column) {
          covariance[row * count + column] +=
            weights[row][noise] * weights[column][noise] * step.noise
        }
      }
      if isReset[row] { covariance[row * count + row] += step.resetVariance }
    }
    return normal(distances, covariance)
  }

  /// The density of a centred normal vector, by Cholesky's factors.
  private static func normal(_ distances: [Double], _ covariance: [Double]) -> Double {
    let count = distances.count
    var lower = covariance
    var solved = distances
    var logarithm = 0.0
    for row in 0..<count {
      for column in 0...row {
        var sum = covariance[row * count + column]
        for k in 0..<column { sum -= lower[row * count + k] * lower[column * count + k] }
        lower[row * count + column] =
          row == column ? sum.squareRoot() : sum / lower[column * count + column]
      }
      for k in 0..<row { solved[row] -= lower[row * count + k] * solved[k] }
      solved[row] /= lower[row * count + row]
      logarithm += Elementary.log(lower[row * count + row])
    }
    let squares = solved.reduce(0) { $0 + $1 * $1 }
    return Elementary.exp(
      -0.5 * squares - logarithm - 0.5 * Double(count) * NormalSample.logOfTwoPi)
  }
}
