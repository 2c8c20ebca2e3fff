public import MonteCarlo
public import PathAlgebra

/// What was timed in one go, so that a slow spell of the machine hits all of it.
public struct BenchmarkRound: Sendable {
  let stages: StageTimes
  let workers: [(count: Int, nanoseconds: Double)]
  let rates: KernelRates?

  /// - Parameters:
  ///   - workers: for each number of workers, one first, the nanoseconds a trial of a whole
  ///     simulation.
  ///   - rates: what the kernels do by themselves; nil where no prediction is asked for.
  public init(
    stages: StageTimes, workers: [(count: Int, nanoseconds: Double)], rates: KernelRates?
  ) {
    self.stages = stages
    self.workers = workers
    self.rates = rates
  }
}

/// What a benchmark of the core says.
public struct BenchmarkReport: Sendable {
  private let title: String
  private let program: ColumnProgram
  private let times: StageTimes
  private let workers: [(count: Int, nanoseconds: Double)]
  private let rates: KernelRates?

  /// Of the rounds, at least one, the one is shown that took the median time on one worker, in
  /// comparison with the prediction where there is one.
  public init(title: String, program: ColumnProgram, rounds: [BenchmarkRound]) {
    let sorted = rounds.sorted {
      BenchmarkReport.ratio($0, program) < BenchmarkReport.ratio($1, program)
    }
    let middle = sorted[sorted.count / 2]
    self.title = title
    self.program = program
    times = middle.stages
    workers = middle.workers
    rates = middle.rates
  }

  private static func ratio(_ round: BenchmarkRound, _ program: ColumnProgram) -> Double {
    (round.workers.first?.nanoseconds ?? 0) / (round.rates?.prediction(program) ?? 1)
  }

  public var text: String {
    let lines =
      [title, ""] + table.lines(width: 100, palette: .plain) + [""] + workers.map(line)
      + prediction
    return lines.joined(separator: "\n") + "\n"
  }

  private var table: TextTable {
    let titles =
      ["a trial", "ns a trial", "ns each"] + (rates == nil ? [] : ["kernel alone", "predicted"])
    let all = ["all", "", number(times.nanoseconds, 1)]
    return TextTable(
      title: "one worker",
      columns: [TextTable.Column(title: "", alignment: .left)]
        + titles.map { TextTable.Column(title: $0) },
      rows: (Stage.allCases.map(cells) + [all + titles.dropFirst(2).map { _ in "" }])
        .map { TextTable.Row(cells: $0) })
  }

  private func cells(_ stage: Stage) -> [String] {
    let count = program.stageCounts[stage] ?? 0
    let spent = times.nanoseconds(stage)
    let own = [
      name(stage), "\(count)", number(spent, 1),
      count == 0 ? "" : number(spent / Double(count), 2),
    ]
    guard let rates else { return own }
    guard let rate = rates.nanoseconds[stage] else { return own + ["", ""] }
    return own + [number(rate, 2), number(rate * Double(count), 1)]
  }

  private func line(_ run: (count: Int, nanoseconds: Double)) -> String {
    let noun = run.count == 1 ? "1 worker" : "\(run.count) workers"
    let text = "whole simulation, \(noun): \(number(run.nanoseconds, 0)) ns a trial"
    guard run.count > 1, let one = workers.first?.nanoseconds else { return text }
    return text + ", \(number(one / run.nanoseconds, 2)) times as fast"
  }

  private var prediction: [String] {
    guard let rates, let one = workers.first?.nanoseconds else { return [] }
    let predicted = rates.prediction(program)
    return [
      "predicted from the kernels: \(number(predicted, 0)) ns a trial; the simulation takes "
        + "\(number(one / predicted, 2)) times that"
    ]
  }

  private func number(_ value: Double, _ decimals: Int) -> String {
    NumberText.fixed(value, decimals: decimals)
  }

  private func name(_ stage: Stage) -> String {
    switch stage {
    case .uniforms: "uniform numbers"
    case .normals: "normal quantiles"
    case .exponentials: "exponentials"
    case .logarithms: "logarithms"
    case .distributions: "other distributions"
    case .arithmetic: "arithmetic"
    case .summaries: "values summarised"
    }
  }
}
