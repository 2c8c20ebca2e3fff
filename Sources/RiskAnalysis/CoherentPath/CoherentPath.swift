public import MonteCarlo
public import PathAlgebra

/// One trial whose whole path stands for a percentile of a metric.
///
/// A row of percentiles, one a quarter, is no future that could happen: its quarters do not add up.
/// So of the trials that are nearest to the percentile in the order of the metric, a hundredth of
/// all that are kept whole, one is taken: the nearest to their mean in the metric and in all
/// quarters of `followed`, by the sum of squared distances in standard deviations. (The most
/// central of a set of curves; López-Pintado and Romo, On the concept of depth for functional data,
/// 2009, for the idea.) Held by `CoherentPathTests`.
public struct CoherentPath: Sendable {
  public let trial: Int
  public let metric: Quantity
  /// 0 < p < 1.
  public let level: Double
  /// The metric in this trial.
  public let value: Double
  /// The percentile over all trials.
  public let percentile: Estimate
  /// How many trials it was taken from.
  public let candidates: Int
  /// What was to be near in all quarters.
  public let followed: [String]
  /// The farthest that it is from the candidates' mean in any quarter, in standard deviations.
  public let farthest: Double
  /// Every quantity of the run; one value for each quarter from its first on, or one.
  public let quantities: [(quantity: Quantity, values: [Double])]

  /// What decides how a plan unfolds, as far as a run has it.
  static let usual = ["capex", "cloudRevenue", "freeCashFlow"]

  /// - Parameters:
  ///   - run: with its result.
  ///   - level: 0 < p < 1.
  /// - Throws: where the metric is no number by trial, or infinite at the percentile.
  public init(
    _ run: Simulation, _ result: SimulationResult, near level: Double, of metric: String
  ) throws(CoherentPathError) {
    guard let simulated = result.quantity(metric) else {
      throw .unknownMetric(
        metric,
        known: result.quantities.map(\.quantity).filter(CoherentPath.isOrdered)
          .map(\.name))
    }
    guard CoherentPath.isOrdered(simulated.quantity) else { throw .notOrdered(metric) }
    let needed = Summary.minimumTrials(quantile: level, level: Estimate.level)
    guard result.trials >= needed else { throw .tooFewTrials(level: level, needed: needed) }
    let kept = simulated.retained
    let order = kept.indices.sorted { (kept[$0], $0) < (kept[$1], $1) }
    guard let estimate = simulated.summaries.first.flatMap({ Estimate.quantile(level, of: $0) }),
      estimate.value.isFinite, !kept.contains(where: \.isNaN)
    else { throw .noPercentile(metric, level: level) }
    let selected = CoherentPath.nearest(order, kept, level: level).sorted()
    let values = run.values(of: selected)
    let all = result.quantities.map(\.quantity)
    let followed = all.indices.filter {
      all[$0].isByQuarter
        && (CoherentPath.usual.contains(all[$0].name) || all[$0].style == .exchangeRate)
    }
    var distances = Array(repeating: 0.0, count: selected.count)
    var farthest = distances
    let columns = followed.flatMap { values[$0] } + [selected.map { kept[$0] }]
    for column in columns {
      for (place, score) in CoherentPath.scores(column).enumerated() {
        distances[place] += score * score
        farthest[place] = max(farthest[place], abs(score))
      }
    }
    let best = distances.indices.min { (distances[$0], $0) < (distances[$1], $1) } ?? 0
    trial = selected[best]
    self.metric = simulated.quantity
    self.level = level
    value = kept[trial]
    percentile = estimate
    candidates = selected.count
    self.followed = followed.map { all[$0].name }
    self.farthest = farthest[best]
    quantities = all.indices.map { index in (all[index], values[index].map { $0[best] }) }
  }

  /// Conditions have no percentiles, and a quarter's path has one in each.
  private static func isOrdered(_ quantity: Quantity) -> Bool {
    !quantity.isByQuarter && quantity.style != .condition
  }

  /// A hundredth of the trials around the rank of a level, and no fewer than there are or 16; those
  /// that are infinite do not come in.
  private static func nearest(_ order: [Int], _ values: [Double], level: Double) -> [Int] {
    let wanted = min(order.count, max(16, order.count / 100))
    let middle = Int(level * Double(order.count))
    let start = max(0, min(order.count - wanted, middle - wanted / 2))
    return order[start..<start + wanted].filter { values[$0].isFinite }
  }

  /// Distances from the mean in standard deviations; zeros where all are equal or some are
  /// infinite.
  private static func scores(_ column: [Double]) -> [Double] {
    let n = Double(column.count)
    let mean = column.reduce(0, +) / n
    let deviation = (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n).squareRoot()
    guard deviation.isFinite, deviation > 0 else { return column.map { _ in 0 } }
    return column.map { ($0 - mean) / deviation }
  }
}

/// Why no trial stands for a percentile.
public enum CoherentPathError: Error, Equatable, Sendable {
  case unknownMetric(String, known: [String])
  /// A condition, or a quantity by quarter.
  case notOrdered(String)
  /// No interval of the percentile exists with fewer.
  case tooFewTrials(level: Double, needed: Int)
  /// It is infinite, or not a number.
  case noPercentile(String, level: Double)
}
