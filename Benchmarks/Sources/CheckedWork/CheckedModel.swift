internal import MonteCarlo
internal import PathAlgebra

/// A run of a small model that leans on one part of the core, with a mean that is known.
///
/// The kernels themselves are not in sight of another package; so what a draw, a function or a
/// summary costs shows in how the time grows with `count`, the number of them in each trial.
public struct CheckedModel: Sendable {
  public let name: String
  public let count: Int
  /// Of the quantity `answer`, in expectation.
  private let mean: Double
  private let simulate: @Sendable () async -> (mean: Double, standardError: Double)

  private init(_ name: String, count: Int, trials: Int, mean: Double, model: Model) throws {
    self.name = name
    self.count = count
    self.mean = mean
    let program = try model.compile()
    simulate = {
      let result = await Simulation(program, trials: trials, seed: 20_250_224, workers: 1).run()
      guard let summary = result.quantity("answer")?.summaries.last else { return (.nan, .nan) }
      return (summary.mean, summary.meanStandardError)
    }
  }

  /// Runs it on one worker; the mean of the answer.
  public func run() async -> Double { await simulate().mean }

  /// What is wrong, or nil.
  public func check() async -> String? {
    let found = await simulate()
    let distance = abs(found.mean - mean) / found.standardError
    return distance <= 4.5
      ? nil
      : "\(name), \(count): expected \(mean), got \(found.mean), \(distance) standard errors "
        + "away, above 4.5, seed 20250224"
  }
}

extension CheckedModel {
  /// All of them, each in three sizes.
  public static func all() throws -> [CheckedModel] {
    let trials = 65_536
    return try [12, 24, 48].flatMap { count in
      [
        try sum("uniform draws", of: "uniform(source)", mean: 0.5, count, trials),
        try sum("normal draws", of: "normal(source)", mean: 0, count, trials),
        // The mean of exp u, u uniform, is e - 1.
        try sum(
          "exponentials", of: "exp(uniform(source))", mean: 1.7182818284590452, count, trials),
        try path(count, trials),
        try summaries(count, trials),
      ]
    }
  }

  /// The sum of one term over as many quarters, and one summary.
  private static func sum(
    _ name: String, of term: String, mean: Double, _ count: Int, _ trials: Int
  ) throws -> CheckedModel {
    var model = Model(axis: axis(quarters: count))
    model.add(quantity("term", byQuarter: true), formula: term, isReported: false)
    model.add(
      quantity("answer", byQuarter: false), formula: "sum(term, over: horizon)", isReported: true)
    return try CheckedModel(
      name, count: count, trials: trials, mean: mean * Double(count), model: model)
  }

  /// A mean-reverting path with a draw a quarter, and one summary of its end.
  private static func path(_ count: Int, _ trials: Int) throws -> CheckedModel {
    var model = Model(axis: axis(quarters: count))
    model.add(
      quantity("level", byQuarter: true),
      formula: "previous(level, 1) * 0.9 + 0.2 + 0.02 * (uniform(source) - 0.5)", isReported: false)
    model.add(
      quantity("answer", byQuarter: false), formula: "last(level, over: horizon)", isReported: true)
    var mean = 1.0
    for _ in 0..<count { mean = mean * 0.9 + 0.2 }
    return try CheckedModel("path program", count: count, trials: trials, mean: mean, model: model)
  }

  /// One draw a trial, and as many quantities made of it as asked for, each with its summary.
  private static func summaries(_ count: Int, _ trials: Int) throws -> CheckedModel {
    var model = Model(axis: axis(quarters: 1))
    model.add(quantity("draw", byQuarter: true), formula: "uniform(source)", isReported: false)
    for index in 1..<count {
      model.add(
        quantity("copy\(index)", byQuarter: true), formula: "draw + \(index)", isReported: true)
    }
    model.add(quantity("answer", byQuarter: true), formula: "draw + \(count)", isReported: true)
    return try CheckedModel(
      "summaries", count: count, trials: trials, mean: Double(count) + 0.5, model: model)
  }

  private static func axis(quarters: Int) -> TimeAxis {
    TimeAxis(labels: (1...quarters).map { "Q\($0)" }, windows: ["horizon": 1...quarters])
  }

  private static func quantity(_ name: String, byQuarter: Bool) -> Quantity {
    Quantity(name: name, meaning: "", unit: .none, style: .amount, isByQuarter: byQuarter)
  }
}
